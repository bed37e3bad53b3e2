import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError } from '../errors'
import { readIdentity } from '../http/call'
import { readBody, requireMethod, sendJson } from '../http/message'
import { mimeType } from '../http/mime'
import { sendFile } from '../http/send-file'
import type { Handler } from '../http/server'
import { limits } from '../limits'
import { checkCloudPath, type FileAddresses } from './address'
import type { FileStore } from './store'

export type FilesOptions = { files: FileStore; addresses: FileAddresses }

/**
 * Serves `/files/<cloud path>`. GET needs the signature of a temporary URL. PUT needs either the key that the SDK was given for an
 * upload, or `x-openid`: a client uploads in its own name, as `wx.cloud.uploadFile` does, and may replace only its own files.
 */
export function serveFiles(options: FilesOptions): Handler {
  return async (request, response, url) => {
    requireMethod(request, 'GET', 'HEAD', 'PUT')
    const cloudPath = checkCloudPath(decode(url.pathname.slice('/files/'.length)))
    if (request.method === 'PUT') return await receive(request, response, cloudPath, options)
    show(request, response, url, cloudPath, options)
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

async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  cloudPath: string,
  { files, addresses }: FilesOptions,
): Promise<void> {
  const [expires = '', signature = ''] = (request.headers.authorization ?? '').split('.')
  const fromSdk = addresses.isValid('PUT', cloudPath, signature, Number(expires))
  const { openid } = readIdentity(request)
  if (!fromSdk) refuseForeign(openid, files.info(cloudPath)?.owner, files.info(cloudPath) !== undefined)
  const content = await readBody(request, limits.file)
  const stated = request.headers['content-type']
  const contentType = stated && !stated.startsWith('application/x-www-form-urlencoded') ? stated : mimeType(cloudPath)
  files.put(cloudPath, content, contentType, fromSdk ? undefined : openid)
  // The SDK reads any text as the storage's XML error; a client is told the id, as wx.cloud.uploadFile tells it.
  if (fromSdk) return void response.writeHead(200).end()
  sendJson(response, 200, { fileID: addresses.fileId(cloudPath), statusCode: 200 })
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
