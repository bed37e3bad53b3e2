import type { IncomingMessage, ServerResponse } from 'node:http'
import { asCloudError, CloudError } from '../errors'
import { readIdentity } from '../http/call'
import { readBody, requireMethod, sendJson } from '../http/message'
import { mimeType } from '../http/mime'
import { sendFile } from '../http/send-file'
import type { Handler } from '../http/server'
import { limits } from '../limits'
import { parseMultipart } from '../wire/multipart'
import { checkCloudPath, type FileAddresses } from './address'
import type { FileStore } from './store'

/** Bytes that a form may have besides its file. */
const formOverhead = 64 * 1024

export type FilesOptions = { files: FileStore; addresses: FileAddresses }

/**
 * Serves `/files/<cloud path>`. GET needs the signature of a temporary URL. PUT needs either the key that the SDK was given for an
 * upload, or `x-openid`: a client uploads in its own name, as `wx.cloud.uploadFile` does, and may replace only its own files.
 * SDKs before version 3 send the key and the file as a form, with POST.
 */
export function serveFiles(options: FilesOptions): Handler {
  return async (request, response, url) => {
    requireMethod(request, 'GET', 'HEAD', 'PUT', 'POST')
    const cloudPath = checkCloudPath(decode(url.pathname.slice('/files/'.length)))
    if (request.method === 'GET' || request.method === 'HEAD') return show(request, response, url, cloudPath, options)
    if (request.method === 'PUT' && request.headers.authorization === undefined) {
      return await receiveFromClient(request, response, cloudPath, options)
    }
    await receiveFromSdk(request, response, cloudPath, options)
  }
}

function show(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  cloudPath: string,
  { files, addresses }: FilesOptions,
): void {
  const signature = url.searchParams.get('sign') ?? ''
  if (!addresses.isValid('GET', cloudPath, signature, Number(url.searchParams.get('t')))) {
    throw new CloudError('STORAGE_SIGN_PARAM_INVALID', 'the temporary URL is not valid or has expired')
  }
  const file = files.read(cloudPath)
  if (!file) throw new CloudError('STORAGE_FILE_NONEXIST', 'storage file not exists')
  sendFile(request, response, {
    content: file.content,
    contentType: file.info.contentType,
    etag: file.info.etag,
    // An uploaded page must not run with the rights of the app that is served on the same origin.
    headers: { 'cache-control': 'private, no-cache', 'content-security-policy': 'sandbox' },
  })
}

async function receiveFromClient(
  request: IncomingMessage,
  response: ServerResponse,
  cloudPath: string,
  { files, addresses }: FilesOptions,
): Promise<void> {
  const { openid } = readIdentity(request)
  const existing = files.info(cloudPath)
  refuseForeign(openid, existing?.owner, existing !== undefined)
  const content = await readBody(request, limits.file)
  files.put(cloudPath, content, request.headers['content-type'] ?? mimeType(cloudPath), openid)
  sendJson(response, 200, { fileID: addresses.fileId(cloudPath), statusCode: 200 })
}

/** The SDK takes an empty answer for success and XML for a failure, as the storage behind the platform speaks. */
async function receiveFromSdk(
  request: IncomingMessage,
  response: ServerResponse,
  cloudPath: string,
  { files, addresses }: FilesOptions,
): Promise<void> {
  try {
    const { key, content } = await readUpload(request)
    const [expires = '', signature = ''] = key.split('.')
    if (!addresses.isValid('PUT', cloudPath, signature, Number(expires))) {
      throw new CloudError('STORAGE_SIGN_PARAM_INVALID', 'the upload key is not valid or has expired')
    }
    files.put(cloudPath, content, mimeType(cloudPath))
    response.writeHead(200).end()
  } catch (thrown) {
    const error = asCloudError(thrown)
    const code = error.code === 'STORAGE_SIGN_PARAM_INVALID' ? 'SignatureDoesNotMatch' : error.code
    const parts = { Code: code, Message: error.message, RequestId: 'local', TraceId: 'local' }
    const xml = Object.entries(parts).map(([name, text]) => `<${name}>${text}</${name}>`)
    response.writeHead(error.status, { 'content-type': 'application/xml' }).end(`<Error>${xml.join('')}</Error>`)
  }
}

async function readUpload(request: IncomingMessage): Promise<{ key: string; content: Buffer }> {
  if (request.method === 'PUT') {
    return { key: request.headers.authorization ?? '', content: await readBody(request, limits.file) }
  }
  const form = parseMultipart(
    request.headers['content-type'] ?? '',
    await readBody(request, limits.file + formOverhead),
  )
  if (!Buffer.isBuffer(form.file)) throw new CloudError('INVALID_PARAM', 'the form has no file')
  return { key: String(form.Signature ?? ''), content: form.file }
}

function refuseForeign(openid: string | undefined, owner: string | undefined, exists: boolean): void {
  if (openid === undefined) throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'an upload needs a key or x-openid')
  if (exists && owner !== openid) throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'the file belongs to somebody else')
}

/** A path with a lone `%` comes as it is: temporary URLs are not percent-encoded, and not every client does it. */
function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}
