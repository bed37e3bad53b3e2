import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import * as v from 'valibot'
import { holderOf, tryLock, type Lock } from './lock'
import { StartError } from './options'

/** Written when the seed is complete; a folder without it was left in the middle of the first start. */
const note = v.object({ seedVersion: v.string(), day: v.string() })
type Note = v.InferOutput<typeof note>

export type DataFolder = {
  /** where the local cloud keeps its files, absolute */
  folder: string
  /** whether the demo is in it already */
  seeded: boolean
  /** lines to tell the person about what was found */
  notices: string[]
  /** to be called when the seed is complete */
  markSeeded(): void
  /** to be called when nobody uses the folder any more */
  release(): void
}

export type DataFolderOptions = {
  /** holds `current/` and, moved out of the way, `aside/<time>/` */
  root: string
  fresh: boolean
  seedVersion: string
  /** today in Beijing, YYYY-MM-DD: the demo's events lie around the day on which it was made */
  today: string
}

const kept = 5

/**
 * Takes the data folder for this process and decides what is in it: nothing, this demo, an older demo, a first start that was cut
 * off, or damage. Nothing is ever deleted but copies moved aside long ago: the newest five stay.
 * @throws StartError when another process uses the folder, or its content is damaged and `fresh` was not asked for
 */
export function openDataFolder(options: DataFolderOptions): DataFolder {
  const lockFile = path.join(options.root, 'lock.sqlite')
  const held = tryLock(lockFile)
  if (!held) {
    throw new StartError(
      `Another 红链通 (process ${holderOf(lockFile)}) is using ${options.root}. Stop it first, or add --memory to start one that keeps nothing.`,
    )
  }
  try {
    return openLocked(options, held)
  } catch (error) {
    held.release()
    throw error
  }
}

function openLocked(options: DataFolderOptions, held: Lock): DataFolder {
  const folder = path.join(options.root, 'current')
  const notices: string[] = []
  const found = options.fresh ? 'fresh' : inspect(folder, options.seedVersion)
  const reason = reasons[found]
  if (reason && !isEmpty(folder)) notices.push(`${reason}: moved to ${moveAside(options.root, folder)}.`)
  mkdirSync(folder, { recursive: true })
  const seeded = found === 'kept'
  const day = seeded ? readNote(folder)?.day : undefined
  if (day && day !== options.today) {
    notices.push(
      `The demo data were made on ${day}, so its events lie around that day: npm start -- --fresh makes them anew.`,
    )
  }
  return {
    folder,
    seeded,
    notices,
    markSeeded: () => writeNote(folder, { seedVersion: options.seedVersion, day: options.today }),
    release: () => held.release(),
  }
}

type Found = 'new' | 'kept' | 'older' | 'interrupted' | 'fresh'

/** Why what was found makes way; what is not here stays. */
const reasons: Partial<Record<Found, string>> = {
  fresh: 'Beginning anew. The data kept so far',
  older: 'The data were made by another version of the demo',
  interrupted: 'The first start was cut off before the demo was complete. What it left',
}

function inspect(folder: string, seedVersion: string): Found {
  if (isEmpty(folder)) return 'new'
  if (!existsSync(noteFile(folder))) return 'interrupted'
  const written = readNote(folder)
  const fault = written ? databaseFault(folder) : 'seed.json cannot be read'
  if (!written || fault) {
    throw new StartError(
      `The data in ${folder} are damaged (${fault}).\nnpm start -- --fresh begins anew; the damaged folder is moved aside, not deleted.`,
    )
  }
  return written.seedVersion === seedVersion ? 'kept' : 'older'
}

/** What is wrong with the database of a folder, or undefined. The local cloud gives the file its name. */
function databaseFault(folder: string): string | undefined {
  const file = path.join(folder, 'database.sqlite')
  if (!existsSync(file)) return 'the database is missing'
  const database = new Database(file)
  try {
    // exec(), because a prepared statement of libsql keeps the file locked beyond close(); so the verdict comes as a refused insert
    database.exec(`
      CREATE TEMP TABLE verdict (text CHECK (text = 'ok'));
      INSERT INTO verdict SELECT * FROM pragma_quick_check(1);
    `)
    return undefined
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    return `database.sqlite: ${words.startsWith('CHECK constraint') ? 'its pages do not fit together' : words}`
  } finally {
    database.close()
  }
}

function moveAside(root: string, folder: string): string {
  const aside = path.join(root, 'aside')
  mkdirSync(aside, { recursive: true })
  const target = path.join(aside, new Date().toISOString().replace(/[:.]/g, '-'))
  renameSync(folder, target)
  const older = readdirSync(aside).sort().slice(0, -kept)
  for (const name of older) rmSync(path.join(aside, name), { recursive: true, force: true })
  return target
}

function isEmpty(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0
}

function noteFile(folder: string): string {
  return path.join(folder, 'seed.json')
}

function readNote(folder: string): Note | undefined {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), note), readFileSync(noteFile(folder), 'utf8'))
  return result.success ? result.output : undefined
}

function writeNote(folder: string, content: Note): void {
  const draft = `${noteFile(folder)}.tmp`
  writeFileSync(draft, `${JSON.stringify(content)}\n`)
  renameSync(draft, noteFile(folder))
}
