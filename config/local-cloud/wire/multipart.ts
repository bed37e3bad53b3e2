import { CloudError } from '../errors'

/**
 * The fields of a multipart/form-data body. Fields with bytes (their part has a content type) stay buffers, others are text. Node's
 * own reader is no help: it decodes every field without a file name as UTF-8, and the SDK sends its protobuf messages like that.
 * @throws CloudError INVALID_PARAM when the body is not what its header says
 */
export function parseMultipart(contentType: string, body: Buffer): Record<string, unknown> {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/.exec(contentType)
  const mark = boundary?.[1] ?? boundary?.[2]
  if (!mark) throw new CloudError('INVALID_PARAM', 'multipart body without a boundary')
  const fields: Record<string, unknown> = {}
  for (const part of split(body, Buffer.from(`--${mark}`))) {
    const end = part.indexOf('\r\n\r\n')
    if (end < 0) continue
    const head = part.subarray(0, end).toString('utf8')
    const name = /name="([^"]*)"/i.exec(head)?.[1]
    const content = part.subarray(end + 4, part.length - 2)
    if (name) fields[name] = /content-type:/i.test(head) ? Buffer.from(content) : content.toString('utf8')
  }
  return fields
}

/** The pieces between the marks, without what stands before the first and after the last. */
function split(body: Buffer, mark: Buffer): Buffer[] {
  const parts: Buffer[] = []
  let start = body.indexOf(mark)
  while (start >= 0) {
    const next = body.indexOf(mark, start + mark.length)
    if (next < 0) break
    parts.push(body.subarray(start + mark.length + 2, next))
    start = next
  }
  return parts
}
