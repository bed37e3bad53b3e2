import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'

/**
 * Takes a data folder for this process and returns what gives it back. The lock is one of the operating system on a file (SQLite's
 * own exclusive lock), so it ends with the process, also after SIGKILL, and no process number can be mistaken for it.
 * @throws Error when another cloud has the folder or the folder cannot be used
 */
export function lockFolder(folder: string): () => void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new Error(`data folder ${folder} cannot be used: ${(error as Error).message}`)
  }
  const file = new Database(path.join(folder, 'lock.sqlite'), { timeout: 0 })
  try {
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    file.close()
    if (!/locked|busy/i.test((error as Error).message))
      throw new Error(`data folder ${folder} cannot be locked: ${(error as Error).message}`)
    throw new Error(`data folder ${folder} is in use by another local cloud`)
  }
  return () => file.close()
}
