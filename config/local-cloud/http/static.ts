import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { CloudError } from '../errors'
import { requireMethod } from './message'
import { mimeType } from './mime'
import { sendFile } from './send-file'
import type { Handler } from './server'

/** A name with a content hash in it never changes its content, so a browser may keep it for good. */
const hashed = /[.-][0-9a-f]{8,}\.[a-z0-9]+$/i

/**
 * Serves a folder with a built browser version. A path that names no file is answered with index.html, as a page whose address the
 * app itself understands; a missing file with an extension is 404, so that a broken build is seen.
 */
export function serveStatic(folder: string): Handler {
  const root = path.resolve(folder)
  return async (request, response, url) => {
    requireMethod(request, 'GET', 'HEAD')
    const wanted = path.join(root, decodePath(url.pathname))
    const inside = wanted === root || wanted.startsWith(root + path.sep)
    const file = (inside && (await fileAt(wanted))) || (await fallback(root, wanted))
    if (!file) return void response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('not found')
    const keep = hashed.test(file.path) ? 'public, max-age=31536000, immutable' : 'no-cache'
    sendFile(request, response, {
      content: await readFile(file.path),
      contentType: mimeType(file.path),
      etag: file.etag,
      headers: { 'cache-control': keep },
    })
  }
}

function decodePath(pathname: string): string {
  try {
    return path.normalize(decodeURIComponent(pathname))
  } catch {
    throw new CloudError('INVALID_PARAM', 'the path is not valid')
  }
}

async function fallback(root: string, wanted: string): Promise<{ path: string; etag: string } | undefined> {
  return path.extname(wanted) === '' ? await fileAt(path.join(root, 'index.html')) : undefined
}

async function fileAt(file: string): Promise<{ path: string; etag: string } | undefined> {
  const found = await stat(file).catch(() => undefined)
  return found?.isFile() ? { path: file, etag: `${found.mtimeMs.toString(36)}-${found.size.toString(36)}` } : undefined
}
