import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import { openDataFolder, type DataFolderOptions } from '../../config/start/data-folder'

let root: string

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'data-folder-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const open = (change: Partial<DataFolderOptions> = {}) =>
  openDataFolder({ root, fresh: false, seedVersion: '1', today: '2026-11-21', ...change })

/** A first start that went to its end. */
function startOnce(change: Partial<DataFolderOptions> = {}): void {
  const data = open(change)
  const database = new Database(path.join(data.folder, 'database.sqlite'))
  database.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1)')
  database.close()
  data.markSeeded()
  data.release()
}

/** What a start finds, with the lock given back at once. */
function look(change: Partial<DataFolderOptions> = {}) {
  const data = open(change)
  data.release()
  return { seeded: data.seeded, notices: data.notices, files: readdirSync(data.folder).sort() }
}

const asideCount = () => readdirSync(path.join(root, 'aside')).length
const whole = ['database.sqlite', 'seed.json']

test('the first start finds nothing, the second finds the demo of the first', () => {
  expect(look()).toEqual({ seeded: false, notices: [], files: [] })
  startOnce()
  expect(look()).toEqual({ seeded: true, notices: [], files: whole })
})

test('the check leaves nothing locked: the local cloud gets the database for itself', () => {
  startOnce()
  const data = open()
  const database = new Database(path.join(data.folder, 'database.sqlite'), { timeout: 0 })
  database.exec(
    'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; BEGIN EXCLUSIVE; INSERT INTO t VALUES (2); COMMIT',
  )
  database.close()
  data.release()
  expect(look().seeded).toBe(true)
})

test('data of an earlier day are kept, and the person hears how to make them anew', () => {
  startOnce()
  expect(look({ today: '2026-11-22' })).toEqual({
    seeded: true,
    notices: [
      'The demo data were made on 2026-11-21, so its events lie around that day: npm start -- --fresh makes them anew.',
    ],
    files: whole,
  })
})

test('--fresh begins anew and moves what was there aside', () => {
  startOnce()
  const found = look({ fresh: true })
  expect([found.seeded, found.files]).toEqual([false, []])
  expect(found.notices[0]).toMatch(/^Beginning anew\. The data kept so far: moved to .*aside/)
  const [name] = readdirSync(path.join(root, 'aside'))
  expect(readdirSync(path.join(root, 'aside', String(name))).sort()).toEqual(whole)
})

test('--fresh with nothing there says nothing', () => {
  expect(look({ fresh: true })).toEqual({ seeded: false, notices: [], files: [] })
})

test('the demo of another version makes way and is kept aside', () => {
  startOnce({ seedVersion: '0' })
  const found = look()
  expect([found.seeded, found.files, asideCount()]).toEqual([false, [], 1])
  expect(found.notices[0]).toMatch(/^The data were made by another version of the demo: moved to /)
})

test('a first start that was cut off is begun again', () => {
  const cut = open()
  writeFileSync(path.join(cut.folder, 'database.sqlite'), 'half')
  cut.release()
  const found = look()
  expect([found.seeded, found.files, asideCount()]).toEqual([false, [], 1])
  expect(found.notices[0]).toMatch(/^The first start was cut off/)
})

describe('damage', () => {
  const current = (name: string) => path.join(root, 'current', name)

  test.each([
    [
      'a database that is none',
      () => writeFileSync(current('database.sqlite'), 'nonsense '.repeat(500)),
      'database.sqlite: ',
    ],
    ['a page overwritten in the middle', harmOnePage, 'database.sqlite: '],
    ['a missing database', () => rmSync(current('database.sqlite')), 'the database is missing'],
    ['an unreadable seed.json', () => writeFileSync(current('seed.json'), '{'), 'seed.json cannot be read'],
  ])('%s stops the start, names the fault and the way out, and touches nothing', (_title, harm, fault) => {
    startOnce()
    harm()
    const before = readdirSync(path.join(root, 'current'))
    expect(() => open()).toThrow(fault)
    expect(() => open()).toThrow('npm start -- --fresh begins anew; the damaged folder is moved aside, not deleted.')
    expect(readdirSync(path.join(root, 'current'))).toEqual(before)
  })

  /** What a failing disk does: the file opens, one table is torn. */
  function harmOnePage(): void {
    const bytes = readFileSync(current('database.sqlite'))
    bytes.fill(0x5a, 4096, 8192)
    writeFileSync(current('database.sqlite'), bytes)
  }

  test('--fresh gets past it', () => {
    startOnce()
    writeFileSync(current('database.sqlite'), 'nonsense')
    expect(look({ fresh: true }).seeded).toBe(false)
    expect(asideCount()).toBe(1)
  })
})

test('a second start on the same data is refused with the process that holds them, and works once that has ended', () => {
  const first = open()
  expect(() => open()).toThrow(`Another 红链通 (process ${process.pid}) is using ${root}`)
  first.release()
  expect(look().seeded).toBe(false)
})

test('a start refused because of damage gives the folder back', () => {
  startOnce()
  rmSync(path.join(root, 'current/database.sqlite'))
  expect(() => open()).toThrow('damaged')
  expect(look({ fresh: true }).seeded).toBe(false)
})

test('only the newest five folders stay aside', () => {
  for (const year of [2020, 2021, 2022, 2023, 2024, 2025])
    mkdirSync(path.join(root, 'aside', `${year}-01-01`), { recursive: true })
  startOnce()
  look({ fresh: true })
  const names = readdirSync(path.join(root, 'aside')).sort()
  expect(names.slice(0, 4)).toEqual(['2022-01-01', '2023-01-01', '2024-01-01', '2025-01-01'])
  expect(names.length).toBe(5)
})
