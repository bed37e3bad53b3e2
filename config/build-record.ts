import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * What a build was made of and what it made, by content. Modification times are not used: a fresh clone, a branch switch and a
 * restored backup all change them without changing a byte, and some of them leave an old time on a new content.
 * Paths are relative to the project's root, with forward slashes.
 */
export type BuildRecord = { inputs: Record<string, string>; outputs: Record<string, string> }

/** The project's root folder, absolute. */
export const projectRoot = path.resolve(__dirname, '..')

/** SHA-256 of a file's bytes in hex, or the word `missing` where there is no such file. */
export function contentHash(file: string): string {
  if (!existsSync(file)) return 'missing'
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

/** Hashes of the given files (absolute, or relative to the root), keyed by their path from the root. */
export function fingerprint(files: string[]): Record<string, string> {
  const hashes: Record<string, string> = {}
  for (const file of [...files].sort()) {
    const absolute = path.resolve(projectRoot, file)
    hashes[path.relative(projectRoot, absolute).split(path.sep).join('/')] = contentHash(absolute)
  }
  return hashes
}

/** Every file under a folder, absolute and sorted; none where the folder is absent. */
export function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort()
}

/** Writes the record; it replaces an older one in one step, so that a reader meets either the old or the new. */
export function writeRecord(file: string, record: BuildRecord): void {
  mkdirSync(path.dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.tmp`
  writeFileSync(draft, `${JSON.stringify(record, null, 2)}\n`)
  renameSync(draft, file)
}

/** The record in a file, or undefined where there is none or it is not a record (then the build counts as stale). */
export function readRecord(file: string): BuildRecord | undefined {
  if (!existsSync(file)) return undefined
  const parsed = parseJson(readFileSync(file, 'utf8'))
  if (!isObject(parsed) || !isObject(parsed.inputs) || !isObject(parsed.outputs)) return undefined
  return { inputs: hashesOf(parsed.inputs), outputs: hashesOf(parsed.outputs) }
}

/** Whether every file still has the hash that is written here. */
export function unchanged(hashes: Record<string, string>): boolean {
  return Object.entries(hashes).every(([file, hash]) => contentHash(path.resolve(projectRoot, file)) === hash)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function hashesOf(value: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(value).map(([key, hash]) => [key, String(hash)]))
}
