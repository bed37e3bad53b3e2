import { randomUUID } from 'node:crypto'
import type { Collection } from './collection'
import { bodyOf } from './document'
import { parse } from './ejson'
import { duplicateKey, transactionConflict, transactionMissing } from './errors'
import { limits } from './limits'
import { encode } from './order'
import { docOf } from './row'
import type { Store } from './store'
import type { Doc } from './value'

type Staged = { collection: Collection; key: Buffer; /** null once removed. */ doc: Doc | null }

/** An open transaction: what it saw begin, and what it wrote. */
export type Transaction = {
  id: string
  /** The version of the database that it reads. */
  start: number
  expires: number
  staged: Map<string, Staged>
  /** Another writer was first on a document this one wrote: it can only be given up. */
  conflicted: boolean
}

/** A document as it was before the write that made `version`. */
type Before = { version: number; body: string | null; collection: Collection; key: Buffer }

const nameOf = (collection: Collection, key: Buffer) => `${collection.id}:${key.toString('latin1')}`

/**
 * Transactions with snapshot isolation. Each reads the database as it was when it began, and its own writes. The first writer of
 * a document wins: a second one, in a transaction or not, is refused at once. Documents that others change meanwhile are
 * remembered as they were, as long as a transaction is open that may ask.
 */
export class Transactions {
  readonly #open = new Map<string, Transaction>()
  readonly #writers = new Map<string, Transaction>()
  readonly #history = new Map<string, Before[]>()
  #version = 0

  constructor(
    readonly store: Store,
    readonly now: () => number,
  ) {}

  begin(): string {
    this.#expire()
    const id = randomUUID()
    const expires = this.now() + limits.transactionMs
    this.#open.set(id, { id, start: this.#version, expires, staged: new Map(), conflicted: false })
    return id
  }

  /** The open transaction of an id; refuses one that is unknown, ended or too old. */
  get(id: unknown): Transaction {
    this.#expire()
    const transaction = typeof id === 'string' ? this.#open.get(id) : undefined
    if (!transaction) throw transactionMissing()
    if (transaction.conflicted) throw transactionConflict()
    return transaction
  }

  #expire(): void {
    const now = this.now()
    for (const transaction of this.#open.values()) if (transaction.expires <= now) this.#end(transaction)
  }

  #end(transaction: Transaction): void {
    this.#open.delete(transaction.id)
    for (const [name, writer] of this.#writers) if (writer === transaction) this.#writers.delete(name)
    if (this.#open.size === 0) this.#history.clear()
  }

  /** The document as the transaction sees it. */
  read(transaction: Transaction, collection: Collection, key: Buffer): Doc | null {
    const name = nameOf(collection, key)
    const staged = transaction.staged.get(name)
    if (staged) return staged.doc
    const before = this.#history.get(name)?.find(({ version }) => version > transaction.start)
    if (before) return before.body === null ? null : (parse(before.body) as Doc)
    const row = collection.byKey(key)
    return row ? docOf(row) : null
  }

  /** Keys of documents that may look different to the transaction than they are stored. */
  differing(transaction: Transaction, collection: Collection): Buffer[] {
    const own = [...transaction.staged.values()]
    const changed = [...this.#history.values()].flat().filter(({ version }) => version > transaction.start)
    return [...own, ...changed].filter((one) => one.collection === collection).map(({ key }) => key)
  }

  /** Writes within the transaction; null removes. Another writer's document ends it in conflict. */
  stage(transaction: Transaction, collection: Collection, key: Buffer, doc: Doc | null): void {
    const name = nameOf(collection, key)
    const writer = this.#writers.get(name)
    const changed = this.#history.get(name)?.some(({ version }) => version > transaction.start)
    if ((writer && writer !== transaction) || changed) {
      transaction.conflicted = true
      transaction.staged.clear()
      for (const [held, by] of this.#writers) if (by === transaction) this.#writers.delete(held)
      throw transactionConflict()
    }
    if (doc) {
      bodyOf(doc)
      const row = collection.byKey(key)
      this.#checkUnique(transaction, collection, doc, row?.seq ?? null)
    }
    this.#writers.set(name, transaction)
    transaction.staged.set(name, { collection, key, doc })
  }

  /** Unique values are checked against what is stored; those that the transaction itself frees are left to the commit. */
  #checkUnique(transaction: Transaction, collection: Collection, doc: Doc, self: number | null): void {
    const frees = [...transaction.staged.values()].some((staged) => staged.collection === collection)
    if (!frees) collection.checkUnique(doc, self)
  }

  /** Refuses a write from outside to a document that an open transaction has written. */
  guard(collection: Collection, key: Buffer): void {
    if (this.#writers.size === 0) return
    this.#expire()
    if (this.#writers.has(nameOf(collection, key))) throw transactionConflict()
  }

  /** Remembers a document before a write from outside. */
  remember(collection: Collection, key: Buffer, body: string | null): void {
    this.#version++
    if (this.#open.size > 0) this.#keep(collection, key, body)
  }

  #keep(collection: Collection, key: Buffer, body: string | null): void {
    const name = nameOf(collection, key)
    const list = this.#history.get(name) ?? []
    list.push({ version: this.#version, body, collection, key })
    this.#history.set(name, list)
  }

  /** Writes all that was staged, or nothing. */
  commit(id: unknown): void {
    const transaction = this.get(id)
    const staged = [...transaction.staged.values()]
    const before = staged.map((one) => ({ ...one, row: one.collection.byKey(one.key) }))
    try {
      this.store.write(() => {
        // Removals first, so that a value they free can be taken in the same transaction.
        for (const { collection, row, doc } of before) if (row && !doc) collection.remove(row.seq, docOf(row))
        for (const { collection, row, doc } of before) {
          if (doc && row) collection.replace(row.seq, docOf(row), doc, bodyOf(doc))
          else if (doc) collection.insert(doc, bodyOf(doc))
        }
      })
    } finally {
      this.#end(transaction)
    }
    if (staged.length === 0) return
    this.#version++
    if (this.#open.size > 0)
      for (const { collection, key, row } of before) this.#keep(collection, key, row?.body ?? null)
  }

  /** Gives up a transaction. One that met a conflict can be given up too. */
  abort(id: unknown): void {
    this.#expire()
    const transaction = typeof id === 'string' ? this.#open.get(id) : undefined
    if (!transaction) throw transactionMissing()
    this.#end(transaction)
  }

  /** Adds a document within the transaction. */
  insert(transaction: Transaction, collection: Collection, doc: Doc): void {
    const key = encode(doc._id)
    if (this.read(transaction, collection, key)) {
      throw duplicateKey(collection.name, '_id_', `{ _id: ${JSON.stringify(doc._id)} }`)
    }
    this.stage(transaction, collection, key, doc)
  }

  /** Forgets every transaction. */
  clear(): void {
    this.#open.clear()
    this.#writers.clear()
    this.#history.clear()
  }
}
