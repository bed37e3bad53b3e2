/** Where the demo is put, and how a file of it gets there. */
import { readFileSync } from 'node:fs'
import path from 'node:path'

export interface SeedTarget {
  url: string
  insertMany(collection: string, documents: object[]): void | Promise<void>
}

export const mediaFolder = path.join(__dirname, 'media')

const TYPES: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
}

export interface Uploaded {
  fileId: string
  content: Buffer
}

/**
 * Puts a file of `config/seed/media` into the environment's storage, as the person who owns it would.
 *
 * @param name its path under `config/seed/media`
 * @throws when the environment refuses the file
 */
export const upload = async ({ url }: SeedTarget, name: string): Promise<Uploaded> => {
  const content = readFileSync(path.join(mediaFolder, name))
  const response = await fetch(`${url}/files/demo/${name}`, {
    method: 'PUT',
    headers: { 'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream', 'x-openid': 'demo-staff-01' },
    body: content,
  })
  if (!response.ok) throw new Error(`demo file ${name} was not stored: ${await response.text()}`)
  const { fileID } = (await response.json()) as { fileID: string }
  return { fileId: fileID, content }
}
