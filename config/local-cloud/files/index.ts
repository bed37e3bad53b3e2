import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileAddresses, type FileAddresses } from './address'
import { folderFiles, memoryFiles, type FileStore } from './store'

export type Files = { files: FileStore; addresses: FileAddresses }

/** Opens the files of a cloud, in a data folder or in memory. Addresses signed before a restart stay valid with a data folder. */
export function openFiles(options: {
  folder: string | undefined
  address: { url: string; env: string }
  now: () => number
}): Files {
  const { folder, address, now } = options
  const secret = folder === undefined ? randomBytes(32).toString('hex') : keptSecret(path.join(folder, 'file-secret'))
  const files = folder === undefined ? memoryFiles() : folderFiles(path.join(folder, 'files'))
  return { files, addresses: fileAddresses({ ...address, secret, now }) }
}

function keptSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}
