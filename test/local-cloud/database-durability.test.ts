import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync, openSync, writeSync, closeSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseDamaged, openDatabase } from '../../config/local-cloud/database'
import { index } from './database-index'

const declaration = { collections: { c: { indexes: [index('n', 'n')] } } }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'database-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const fileIn = (name: string) => path.join(folder, name)

function read(file: string, query: object): Record<string, unknown>[] {
  const database = openDatabase({ file, declaration })
  const { data } = database.handle('database.getDocument', {
    collectionName: 'c',
    query: JSON.stringify(query),
    limit: 1000,
  })
  database.close()
  return (data as { list: string[] }).list.map((text) => JSON.parse(text) as Record<string, unknown>)
}

/** Runs the writer until it has told `lines` writes, kills it in the middle of the next, and answers all it told. */
function killedAfter(file: string, lines: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(__dirname, 'database-writer.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const told: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    told.push(line)
    if (told.length === lines) child.kill('SIGKILL')
  })
  return new Promise((resolve) => child.on('close', () => resolve(told)))
}

test.each([1, 40, 333])(
  'after %i acknowledged writes a kill loses none of them and tears nothing',
  async (lines) => {
    const file = fileIn('killed.sqlite')
    const told = await killedAfter(file, lines)
    expect(told.length >= lines).toBe(true)
    const expected = new Map<string, number>()
    let transfers = 0
    for (const line of told) {
      const [what, at] = line.split(' ')
      if (what === 'add') expected.set(`d${at}`, Number(at))
      if (what === 'change') expected.set(`d${at}`, Number(at) + 1_000_000)
      if (what === 'remove') expected.delete(`d${at}`)
      if (what === 'transfer') transfers++
    }
    const found = new Map(read(file, {}).map(({ _id, n }) => [String(_id), Number(n)]))
    const [left, right] = [found.get('left'), found.get('right')]
    expect(left! + right!).toBe(0)
    // One write more than was told may have been kept.
    expect([transfers, transfers + 1]).toContain(right)
    const last = told.filter((line) => line.startsWith('add')).length
    for (const [id, n] of expected) if (id !== `d${last - 1}`) expect([id, found.get(id)]).toEqual([id, n])
    expect(found.size - 2 - expected.size === 0 || Math.abs(found.size - 2 - expected.size) === 1).toBe(true)
    // The index agrees with the documents.
    const indexed = read(file, { n: { $gte: -1e9 } })
    expect(indexed.map(({ _id }) => _id).sort()).toEqual([...found.keys()].sort())
  },
  60_000,
)

test('what was written is there after closing and opening again', () => {
  const file = fileIn('kept.sqlite')
  const database = openDatabase({ file, declaration })
  database.handle('database.insertDocument', { collectionName: 'c', data: ['{"_id":"a","n":[1,2]}'] })
  database.close()
  expect(read(file, { n: 2 })).toEqual([{ _id: 'a', n: [1, 2] }])
})

test('a changed declaration builds the indexes it adds and drops those it lacks', () => {
  const file = fileIn('changed.sqlite')
  const infos: boolean[] = []
  const ask = (indexes: ReturnType<typeof index>[], query: object) => {
    const database = openDatabase({
      file,
      declaration: { collections: { c: { indexes } } },
      onQuery: ({ indexed }) => infos.push(indexed),
    })
    database.handle('database.insertDocument', { collectionName: 'c', data: ['{"a":1,"b":2}'] })
    const answer = database.handle('database.calculateDocument', { collectionName: 'c', query: JSON.stringify(query) })
    database.close()
    return (answer.data as { total: number }).total
  }
  expect(ask([], { a: 1 })).toBe(1)
  expect(ask([index('a', 'a')], { a: 1 })).toBe(2)
  expect(ask([index('a', '-a')], { a: 1 })).toBe(3)
  expect(ask([index('b', 'b')], { a: 1 })).toBe(4)
  expect(infos).toEqual([false, true, true, false])
})

test('a unique index that the documents contradict is refused by name', () => {
  const file = fileIn('unique.sqlite')
  const database = openDatabase({ file, declaration })
  database.handle('database.insertDocument', { collectionName: 'c', data: ['{"n":1}', '{"n":1}'] })
  database.close()
  const unique = { collections: { c: { indexes: [{ ...index('n', 'n'), unique: true }] } } }
  expect(() => openDatabase({ file, declaration: unique })).toThrow('index: n dup key: { n: 1 }')
})

describe('a damaged file gives one clear error', () => {
  test('a file that is no database', () => {
    const file = fileIn('text.sqlite')
    writeFileSync(file, 'this is not a database '.repeat(500))
    expect(() => openDatabase({ file })).toThrow(DatabaseDamaged)
    expect(() => openDatabase({ file })).toThrow(/is damaged .* Move it away or delete it/)
  })

  test('a folder in its place', () => {
    expect(() => openDatabase({ file: folder })).toThrow(DatabaseDamaged)
  })

  test('a database cut short, or overwritten in the middle', () => {
    const file = fileIn('cut.sqlite')
    const database = openDatabase({ file, declaration })
    const data = Array.from({ length: 2000 }, (_, n) => JSON.stringify({ n, text: 'x'.repeat(200) }))
    database.handle('database.insertDocument', { collectionName: 'c', data })
    database.close()
    for (const extra of ['-wal', '-shm']) rmSync(file + extra, { force: true })
    const handle = openSync(file, 'r+')
    writeSync(handle, Buffer.alloc(64 * 1024, 0x5a), 0, 64 * 1024, 40 * 1024)
    closeSync(handle)
    expect(() => openDatabase({ file, declaration })).toThrow(DatabaseDamaged)
    truncateSync(file, statSync(file).size - 100_000)
    expect(() => openDatabase({ file, declaration })).toThrow(DatabaseDamaged)
  })
})
