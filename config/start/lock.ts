import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { errorCode } from './error-code'

/** A lock that is held; `release` gives it back. It is also given back by the operating system when the process dies. */
export type Lock = { release(): void }

/**
 * Takes the lock that belongs to a file name, or returns undefined while another process holds it.
 * SQLite's file lock is used, not a file with a process number in it: a killed process leaves nothing behind that must be told
 * apart from a living one, and two that start at once cannot both win.
 */
export function tryLock(file: string): Lock | undefined {
  mkdirSync(path.dirname(file), { recursive: true })
  const database = new Database(file, { timeout: 0 })
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (errorCode(error)?.startsWith('SQLITE_BUSY')) return undefined
    throw error
  }
  writeFileSync(holderFile(file), String(process.pid))
  return { release: () => database.close() }
}

/**
 * Takes the lock as soon as it is free.
 * @param onWait called once when it must be waited for, with the holder's process number
 */
export async function lock(file: string, onWait: (holder: string) => void, signal?: AbortSignal): Promise<Lock> {
  let told = false
  for (;;) {
    signal?.throwIfAborted()
    const taken = tryLock(file)
    if (taken) return taken
    if (!told) onWait(holderOf(file))
    told = true
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

/** Process number of whoever took this lock last, for messages only. */
export function holderOf(file: string): string {
  return existsSync(holderFile(file)) ? readFileSync(holderFile(file), 'utf8') : 'unknown'
}

function holderFile(file: string): string {
  return `${file}.pid`
}
