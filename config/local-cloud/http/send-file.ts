import type { IncomingMessage, ServerResponse } from 'node:http'

export type SentFile = {
  content: Buffer
  contentType: string
  /** Changes with the content; quoted by `sendFile`. */
  etag: string
  headers?: Record<string, string>
}

/** Answers GET and HEAD with a file: 304 when the client has it, 206 for one range (players ask for those), else 200. */
export function sendFile(request: IncomingMessage, response: ServerResponse, file: SentFile): void {
  const etag = `"${file.etag}"`
  const headers = { ...file.headers, 'content-type': file.contentType, etag, 'accept-ranges': 'bytes' }
  const common = { ...headers, 'x-content-type-options': 'nosniff' }
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, common).end()
  const range = rangeOf(request.headers.range, file.content.length)
  if (range === 'unsatisfiable') {
    return void response.writeHead(416, { ...common, 'content-range': `bytes */${file.content.length}` }).end()
  }
  const [from, to] = range ?? [0, file.content.length - 1]
  const part = file.content.subarray(from, to + 1)
  const partial = range ? { 'content-range': `bytes ${from}-${to}/${file.content.length}` } : {}
  response.writeHead(range ? 206 : 200, { ...common, ...partial, 'content-length': part.length })
  response.end(request.method === 'HEAD' ? undefined : part)
}

function rangeOf(header: string | undefined, size: number): [number, number] | 'unsatisfiable' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (!first && !last) return undefined
  // `bytes=-500` is the last 500 bytes
  const from = first ? Number(first) : Math.max(0, size - Number(last))
  const to = first && last ? Math.min(Number(last), size - 1) : size - 1
  return from > to ? 'unsatisfiable' : [from, to]
}
