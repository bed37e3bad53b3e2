import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** What is known of a stored file. `owner` is the openid of who uploaded it from a client. */
export type FileInfo = { path: string; contentType: string; size: number; etag: string; owner?: string }

export type StoredFile = { info: FileInfo; content: Buffer }

/** The files of the cloud by their cloud path. */
export type FileStore = {
  put(cloudPath: string, content: Buffer, contentType: string, owner?: string): FileInfo
  info(cloudPath: string): FileInfo | undefined
  read(cloudPath: string): StoredFile | undefined
  /** Whether there was such a file. */
  remove(cloudPath: string): boolean
  clear(): void
}

/** Keeps files in memory. */
export function memoryFiles(): FileStore {
  const files = new Map<string, StoredFile>()
  return {
    put(cloudPath, content, contentType, owner) {
      const info = describe(cloudPath, content, contentType, owner)
      files.set(cloudPath, { info, content })
      return info
    },
    info: (cloudPath) => files.get(cloudPath)?.info,
    read: (cloudPath) => files.get(cloudPath),
    remove: (cloudPath) => files.delete(cloudPath),
    clear: () => files.clear(),
  }
}

/**
 * Keeps files in a folder, each under the hash of its cloud path: cloud paths may contain what file systems do not, and `a` and
 * `a/b` may both be files. A file is there when its description is, which is written last and by one rename.
 */
export function folderFiles(folder: string): FileStore {
  mkdirSync(folder, { recursive: true })
  const place = (cloudPath: string) => path.join(folder, createHash('sha256').update(cloudPath).digest('hex'))
  const info = (cloudPath: string): FileInfo | undefined => {
    const file = `${place(cloudPath)}.json`
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as FileInfo) : undefined
  }
  return {
    info,
    put(cloudPath, content, contentType, owner) {
      const described = describe(cloudPath, content, contentType, owner)
      writeWhole(`${place(cloudPath)}.bin`, content)
      writeWhole(`${place(cloudPath)}.json`, JSON.stringify(described))
      return described
    },
    read(cloudPath) {
      const found = info(cloudPath)
      return found && { info: found, content: readFileSync(`${place(cloudPath)}.bin`) }
    },
    remove(cloudPath) {
      const existed = info(cloudPath) !== undefined
      for (const end of ['json', 'bin']) rmSync(`${place(cloudPath)}.${end}`, { force: true })
      return existed
    },
    clear() {
      for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { force: true })
    },
  }
}

function writeWhole(file: string, content: Buffer | string): void {
  const draft = `${file}.${randomUUID()}`
  writeFileSync(draft, content, { flush: true })
  renameSync(draft, file)
}

function describe(cloudPath: string, content: Buffer, contentType: string, owner: string | undefined): FileInfo {
  const etag = createHash('sha256').update(content).digest('hex').slice(0, 32)
  return { path: cloudPath, contentType, size: content.length, etag, ...(owner === undefined ? {} : { owner }) }
}
