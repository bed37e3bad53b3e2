import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import LibSql from 'libsql'
import type { DatabaseDeclaration, IndexDeclaration } from '../declaration'
import { Collection } from './collection'
import { type Index, indexField } from './entries'
import { collectionExists, collectionMissing, DatabaseDamaged, DatabaseInUse, invalid } from './errors'
import { limits } from './limits'

/** Version of the tables' layout, kept in the file. */
const layout = 1

/** Files up to this size are checked page by page when they are opened. */
const fullCheckBytes = 32 * 1024 * 1024

const sqliteCode = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

function explainOpening(file: string, error: unknown): Error {
  const code = sqliteCode(error)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new DatabaseInUse(file)
  return new DatabaseDamaged(file, error instanceof Error ? error.message : String(error))
}

function check(sql: LibSql.Database, file: string): void {
  const version = (sql.pragma('user_version') as { user_version: number }[])[0]?.user_version
  if (version !== 0 && version !== layout) throw new Error(`it has layout ${version}, not ${layout}`)
  if (file === ':memory:' || statSync(file).size > fullCheckBytes) return
  const [first] = sql.pragma('quick_check(1)') as { quick_check: string }[]
  if (first?.quick_check !== 'ok') throw new Error(first?.quick_check ?? 'the check gave no answer')
}

function openFile(file: string): LibSql.Database {
  if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true })
  if (existsSync(file) && !statSync(file).isFile()) throw new DatabaseDamaged(file, 'it is no file')
  let sql: LibSql.Database | null = null
  try {
    sql = new LibSql(file)
    sql.pragma('journal_mode = WAL')
    // A commit is in the operating system's hands before it is acknowledged, so it survives the death of this process. Waiting for the
    // disk as well (FULL) would only help against a power cut, and cost a disk flush a write.
    sql.pragma('synchronous = NORMAL')
    sql.pragma('cache_size = -65536')
    sql.exec('BEGIN IMMEDIATE; COMMIT')
    check(sql, file)
    sql.exec(`
      CREATE TABLE IF NOT EXISTS collections (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE);
      CREATE TABLE IF NOT EXISTS indexes (
        id INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL, name TEXT NOT NULL, spec TEXT NOT NULL,
        multikey INTEGER NOT NULL DEFAULT 0, UNIQUE (collection, name)
      );
      PRAGMA user_version = ${layout};
    `)
    return sql
  } catch (error) {
    sql?.close()
    throw explainOpening(file, error)
  }
}

type IndexRow = { id: number; name: string; spec: string; multikey: number }

/**
 * What the column `multikey` holds: 0 for no array, else the bits of `Index.arrays` one place up. A bare 1 was written by an earlier
 * version, which did not tell the fields apart: any may be one.
 */
const everyField = 0x3fffffff
const multikeyOf = ({ arrays }: Index) => arrays << 1

const tableOf = (id: number) => `ix_${id}`

function indexOf({ id, name, spec, multikey }: IndexRow): Index {
  const { keys, unique } = JSON.parse(spec) as IndexDeclaration
  const fields = keys.map(({ field, direction }) => indexField(field, direction === 'desc'))
  return {
    name,
    table: tableOf(id),
    fields,
    unique: unique === true,
    arrays: multikey === 1 ? everyField : multikey >> 1,
  }
}

const specOf = ({ keys, unique }: IndexDeclaration) => JSON.stringify({ keys, unique: unique === true })

/** The SQLite file and the collections in it. */
export class Store {
  readonly #sql: LibSql.Database
  readonly #collections = new Map<string, Collection>()
  readonly #declaration: DatabaseDeclaration
  readonly #begin: LibSql.Statement<unknown[]>
  readonly #commit: LibSql.Statement<unknown[]>
  #writing = false

  constructor(
    readonly file: string,
    declaration: DatabaseDeclaration = { collections: {} },
  ) {
    this.#declaration = declaration
    this.#sql = openFile(file)
    this.#begin = this.#sql.prepare('BEGIN IMMEDIATE')
    this.#commit = this.#sql.prepare('COMMIT')
    try {
      this.write(() => this.#declare())
    } catch (error) {
      this.#sql.close()
      throw sqliteCode(error) ? explainOpening(file, error) : error
    }
  }

  /** Runs writes as one SQLite transaction: all of them are kept, or none when `work` throws. */
  write<T>(work: () => T): T {
    if (this.#writing) return work()
    this.#begin.run([])
    this.#writing = true
    try {
      const result = work()
      this.#commit.run([])
      return result
    } catch (error) {
      if (this.#sql.inTransaction) this.#sql.exec('ROLLBACK')
      throw error
    } finally {
      this.#writing = false
    }
  }

  /** The collection of a name, or the vendor's refusal. */
  collection(name: unknown): Collection {
    if (typeof name !== 'string' || name === '') throw invalid('collectionName is required')
    const found = this.#collections.get(name)
    if (!found) throw collectionMissing(name)
    return found
  }

  find(name: string): Collection | undefined {
    return this.#collections.get(name)
  }

  /** Makes a collection; refuses a name that is taken or not allowed. */
  create(name: unknown): void {
    if (typeof name !== 'string' || !/^[A-Za-z0-9][\w-]{0,63}$/.test(name)) throw invalid('集合名称不合法')
    if (this.#collections.has(name)) throw collectionExists(name)
    this.write(() => this.#make(name))
  }

  /** Empties the declared collections and drops the others. */
  reset(): void {
    this.write(() => {
      for (const collection of [...this.#collections.values()]) {
        if (Object.hasOwn(this.#declaration.collections, collection.name)) {
          collection.clear()
          this.#sql.exec(`UPDATE indexes SET multikey = 0 WHERE collection = ${collection.id}`)
        } else this.#drop(collection)
      }
    })
  }

  close(): void {
    if (this.#sql.open) this.#sql.close()
  }

  #make(name: string): Collection {
    const { lastInsertRowid } = this.#sql.prepare('INSERT INTO collections (name) VALUES (?)').run([name])
    const id = Number(lastInsertRowid)
    this.#sql.exec(
      `CREATE TABLE docs_${id} (seq INTEGER PRIMARY KEY AUTOINCREMENT, key BLOB NOT NULL UNIQUE, body TEXT NOT NULL)`,
    )
    return this.#load(id, name, [])
  }

  #load(id: number, name: string, indexes: Index[]): Collection {
    const note = this.#sql.prepare('UPDATE indexes SET multikey = ? WHERE id = ?')
    const collection = new Collection(this.#sql, id, name, indexes, (index) =>
      note.run([multikeyOf(index), Number(index.table.slice(3))]),
    )
    this.#collections.set(name, collection)
    return collection
  }

  #drop(collection: Collection): void {
    for (const { table } of collection.indexes) this.#sql.exec(`DROP TABLE ${table}`)
    this.#sql.exec(`DELETE FROM indexes WHERE collection = ${collection.id}`)
    this.#sql.exec(`DELETE FROM collections WHERE id = ${collection.id}`)
    this.#collections.delete(collection.name)
  }

  /** Makes the file agree with the declaration: collections and indexes it lacks are made, other indexes are dropped. */
  #declare(): void {
    const rows = this.#sql.prepare('SELECT id, name FROM collections').all([]) as { id: number; name: string }[]
    for (const { id, name } of rows) {
      const own = this.#sql.prepare('SELECT id, name, spec, multikey FROM indexes WHERE collection = ?').all([id])
      this.#load(id, name, (own as IndexRow[]).map(indexOf))
    }
    for (const [name, { indexes }] of Object.entries(this.#declaration.collections)) {
      if (indexes.length + 1 > limits.indexes) throw new Error(`${name} declares more than ${limits.indexes} indexes`)
      this.#declareIndexes(this.#collections.get(name) ?? this.#make(name), indexes)
    }
  }

  #declareIndexes(collection: Collection, declared: IndexDeclaration[]): void {
    const sql = this.#sql
    const rows = sql.prepare('SELECT id, name, spec, multikey FROM indexes WHERE collection = ?').all([collection.id])
    const kept = new Set<string>()
    for (const row of rows as IndexRow[]) {
      if (declared.some((one) => one.name === row.name && specOf(one) === row.spec)) kept.add(row.name)
      else this.#dropIndex(collection, row)
    }
    for (const one of declared) if (!kept.has(one.name)) this.#makeIndex(collection, one)
  }

  #dropIndex(collection: Collection, { id, name }: IndexRow): void {
    this.#sql.exec(`DROP TABLE ${tableOf(id)}; DELETE FROM indexes WHERE id = ${id}`)
    const at = collection.indexes.findIndex((index) => index.table === tableOf(id) && index.name === name)
    if (at > 0) collection.indexes.splice(at, 1)
  }

  #makeIndex(collection: Collection, declaration: IndexDeclaration): void {
    const insert = this.#sql.prepare('INSERT INTO indexes (collection, name, spec) VALUES (?, ?, ?)')
    const id = Number(insert.run([collection.id, declaration.name, specOf(declaration)]).lastInsertRowid)
    this.#sql.exec(
      `CREATE TABLE ${tableOf(id)} (key BLOB NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) WITHOUT ROWID`,
    )
    const index = indexOf({ id, name: declaration.name, spec: specOf(declaration), multikey: 0 })
    collection.build(index)
    collection.indexes.push(index)
  }
}
