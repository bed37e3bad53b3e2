import type LibSql from 'libsql'
import { stringify } from './ejson'
import { type Entries, entriesOf, type Index } from './entries'
import { duplicateKey } from './errors'
import { encode } from './order'
import type { Span } from './plan'
import type { Cut } from './projection'
import { docOf, Row } from './row'
import { type Doc, getField } from './value'

/** An entry of an index: its key, and the place of its document. */
type Entry = { key: Buffer; seq: number }

type Statement = LibSql.Statement<unknown[]>

/** The library hands blobs out as ArrayBuffers and takes them only as Buffers. */
const entriesIn = (rows: unknown[]): Entry[] =>
  (rows as { key: ArrayBuffer; seq: number }[]).map(({ key, seq }) => ({ key: Buffer.from(key), seq }))

/** What is selected in place of a document's text: some of its own fields in its own order, or all but some. */
function cutOf({ names, keep }: Cut): { select: string; parameters: string[] } {
  const marks = names.map(() => '?').join()
  if (!keep) return { select: `json_remove(body, ${marks})`, parameters: names.map((name) => `$."${name}"`) }
  const fields = `json_each(body) AS f WHERE f.key IN (${marks})`
  return { select: `(SELECT json_group_object(f.key, body -> f.fullkey) FROM ${fields})`, parameters: names }
}

/** One collection: a table of documents, and one table for each index with a row for each key of each document. */
export class Collection {
  readonly #sql: LibSql.Database
  readonly #statements = new Map<string, Statement>()
  readonly table: string
  readonly indexes: Index[]

  constructor(
    sql: LibSql.Database,
    readonly id: number,
    readonly name: string,
    indexes: Index[],
    readonly onArrays: (index: Index) => void,
  ) {
    this.#sql = sql
    this.table = `docs_${id}`
    const ids: Index = {
      name: '_id_',
      table: this.table,
      fields: [{ field: '_id', path: ['_id'], descending: false }],
      unique: true,
      arrays: 0,
    }
    this.indexes = [ids, ...indexes]
  }

  #prepare(source: string): Statement {
    let statement = this.#statements.get(source)
    if (!statement) {
      statement = this.#sql.prepare(source)
      this.#statements.set(source, statement)
    }
    return statement
  }

  get #secondary(): Index[] {
    return this.indexes.slice(1)
  }

  readonly #read = (seq: number): string => {
    const row = this.#prepare(`SELECT body FROM ${this.table} WHERE seq = ?`).get([seq])
    if (!row) throw new Error(`${this.name} has an index entry without a document`)
    return (row as { body: string }).body
  }

  /** The document with a place in the order of insertion. */
  row(seq: number, body?: string, key?: Buffer): Row {
    return new Row(seq, this.#read, body, key)
  }

  /** The document with an encoded `_id`. */
  byKey(key: Buffer): Row | undefined {
    const found = this.#prepare(`SELECT seq, body FROM ${this.table} WHERE key = ?`).get([key])
    if (!found) return undefined
    const { seq, body } = found as { seq: number; body: string }
    return this.row(seq, body)
  }

  /** A part of the text of the document at a place, cut out where it lies: what is left out is neither moved nor parsed here. */
  cut(seq: number, cut: Cut): string {
    const { select, parameters } = cutOf(cut)
    const row = this.#prepare(`SELECT ${select} AS body FROM ${this.table} WHERE seq = ?`).get([...parameters, seq])
    return (row as { body: string }).body
  }

  /** Up to `limit` documents after a place, in the order of insertion. */
  scan(after: number, limit: number): Row[] {
    const source = `SELECT seq, body FROM ${this.table} WHERE seq > ? ORDER BY seq LIMIT ?`
    const rows = this.#prepare(source).all([after, limit]) as { seq: number; body: string }[]
    return rows.map(({ seq, body }) => this.row(seq, body))
  }

  /** Up to `limit` entries of a span in the order of an index, after the entry `from` where one is given. */
  walk(index: Index, span: Span, reverse: boolean, from: Entry | null, limit: number): Entry[] {
    const select = `SELECT key, seq FROM ${index.table}`
    if (reverse) {
      const source = `${select} WHERE key <= ? AND key >= ? AND NOT (key = ? AND seq <= ?) ORDER BY key DESC, seq LIMIT ?`
      const [key, seq] = from ? [from.key, from.seq] : [span.high, Number.MAX_SAFE_INTEGER]
      return entriesIn(this.#prepare(source).all([key, span.low, key, seq, limit]))
    }
    const source = `${select} WHERE key >= ? AND key < ? AND NOT (key = ? AND seq <= ?) ORDER BY key, seq LIMIT ?`
    const [key, seq] = from ? [from.key, from.seq] : [span.low, -1]
    return entriesIn(this.#prepare(source).all([key, span.high, key, seq, limit]))
  }

  /** The places of the documents of a span; one document can be met several times. */
  places(index: Index, { low, high }: Span): number[] {
    const source = `SELECT seq FROM ${index.table} WHERE key >= ? AND key < ?`
    return (this.#prepare(source).all([low, high]) as { seq: number }[]).map(({ seq }) => seq)
  }

  /** How many keys a span holds, counted up to `most`. */
  countSpan(index: Index, { low, high }: Span, most?: number): number {
    const from = `FROM ${index.table} WHERE key >= ? AND key < ?`
    const source =
      most === undefined ? `SELECT count(*) AS n ${from}` : `SELECT count(*) AS n FROM (SELECT 1 ${from} LIMIT ?)`
    const parameters = most === undefined ? [low, high] : [low, high, most]
    return (this.#prepare(source).get(parameters) as { n: number }).n
  }

  /** How many documents there are. */
  count(): number {
    return (this.#prepare(`SELECT count(*) AS n FROM ${this.table}`).get([]) as { n: number }).n
  }

  /** Refuses a document whose keys another one holds in a unique index. `self` is the document it replaces. */
  checkUnique(doc: Doc, self: number | null): void {
    for (const index of this.#secondary) {
      if (!index.unique) continue
      for (const key of entriesOf(doc, index).keys) {
        const source = `SELECT seq FROM ${index.table} WHERE key = ? AND seq <> ? LIMIT 1`
        if (this.#prepare(source).get([key, self ?? -1])) throw this.#duplicate(index, doc)
      }
    }
  }

  #duplicate(index: Index, doc: Doc): Error {
    const key = index.fields.map(({ field }) => `${field}: ${stringify(getField(doc, field) ?? null)}`)
    return duplicateKey(this.name, index.name, `{ ${key.join(', ')} }`)
  }

  #noteArrays(index: Index, { arrays }: Entries): void {
    if ((arrays & ~index.arrays) === 0) return
    index.arrays |= arrays
    this.onArrays(index)
  }

  #enter(index: Index, keys: Buffer[], seq: number): void {
    const statement = this.#prepare(`INSERT INTO ${index.table} (key, seq) VALUES (?, ?)`)
    for (const key of keys) statement.run([key, seq])
  }

  /** Adds a document that has its `_id`. Refuses a duplicate with nothing written. */
  insert(doc: Doc, body: string): void {
    const key = encode(doc._id)
    this.checkUnique(doc, null)
    const entries = this.#secondary.map((index) => ({ index, entries: entriesOf(doc, index) }))
    const seq = this.#store(key, body, doc)
    for (const { index, entries: own } of entries) {
      this.#noteArrays(index, own)
      this.#enter(index, own.keys, seq)
    }
  }

  #store(key: Buffer, body: string, doc: Doc): number {
    try {
      const result = this.#prepare(`INSERT INTO ${this.table} (key, body) VALUES (?, ?)`).run([key, body])
      return Number(result.lastInsertRowid)
    } catch (error) {
      // The table's own constraint finds the duplicate, so that an insertion needs no look-up before it.
      if (this.byKey(key)) throw this.#duplicate(this.indexes[0]!, doc)
      throw error
    }
  }

  /** Puts a document in the place of another with the same `_id`. */
  replace(seq: number, before: Doc, after: Doc, body: string): void {
    this.checkUnique(after, seq)
    const changes = this.#secondary.map((index) => ({
      index,
      old: entriesOf(before, index).keys,
      entries: entriesOf(after, index),
    }))
    this.#prepare(`UPDATE ${this.table} SET body = ? WHERE seq = ?`).run([body, seq])
    for (const { index, old, entries } of changes) {
      this.#noteArrays(index, entries)
      const gone = old.filter((key) => !entries.keys.some((kept) => kept.equals(key)))
      const fresh = entries.keys.filter((key) => !old.some((kept) => kept.equals(key)))
      const statement = this.#prepare(`DELETE FROM ${index.table} WHERE key = ? AND seq = ?`)
      for (const key of gone) statement.run([key, seq])
      this.#enter(index, fresh, seq)
    }
  }

  /** Takes a document out. */
  remove(seq: number, doc: Doc): void {
    for (const index of this.#secondary) {
      const statement = this.#prepare(`DELETE FROM ${index.table} WHERE key = ? AND seq = ?`)
      for (const key of entriesOf(doc, index).keys) statement.run([key, seq])
    }
    this.#prepare(`DELETE FROM ${this.table} WHERE seq = ?`).run([seq])
  }

  /** Fills an index that was declared after documents were written. */
  build(index: Index): void {
    let after = 0
    for (let rows = this.scan(after, 1000); rows.length > 0; rows = this.scan(after, 1000)) {
      for (const row of rows) {
        const doc = docOf(row)
        const entries = entriesOf(doc, index)
        if (index.unique) this.#checkBuilt(index, entries, doc)
        this.#noteArrays(index, entries)
        this.#enter(index, entries.keys, row.seq)
        after = row.seq
      }
    }
  }

  #checkBuilt(index: Index, { keys }: Entries, doc: Doc): void {
    const statement = this.#prepare(`SELECT seq FROM ${index.table} WHERE key = ? LIMIT 1`)
    if (keys.some((key) => statement.get([key]))) throw this.#duplicate(index, doc)
  }

  /** Empties the collection. */
  clear(): void {
    for (const index of this.#secondary) {
      this.#sql.exec(`DELETE FROM ${index.table}`)
      index.arrays = 0
    }
    this.#sql.exec(`DELETE FROM ${this.table}`)
  }
}
