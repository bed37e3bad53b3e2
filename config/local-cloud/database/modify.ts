import type { Collection } from './collection'
import { bodyOf, replacing, withId } from './document'
import { invalid, VendorError } from './errors'
import { find, type Cost } from './find'
import { encode } from './order'
import { docOf, type Row } from './row'
import type { Store } from './store'
import type { Transactions } from './transaction'
import { compileUpdate, isUpdate, type Update } from './update'
import { type Doc, isDoc } from './value'

/** A change asked for: update operators, or a document to put in place of the found one. */
export type Modification = { query: Doc; data: Doc; multi: boolean; upsert: boolean }

export type Modified = { updated: number; upsertedId?: unknown; doc?: Doc; cost: Cost }

/** Turns data into what it does to a document. */
export function updateOf(data: Doc): Update {
  if (isUpdate(data)) return compileUpdate(data)
  const operator = Object.keys(data).find((field) => field.startsWith('$'))
  if (operator) throw invalid(`'${operator}' beside plain fields`)
  return (doc) => replacing(doc._id, data)
}

/** What a condition pins a field to, undefined where it pins nothing. */
function pinnedBy(value: unknown): unknown {
  if (!isDoc(value) || !isUpdate(value)) return value
  return Object.keys(value).join() === '$eq' ? value.$eq : undefined
}

/** The document an upsert makes where nothing was found: what the condition pins, changed by the update. */
export function upserted(query: Doc, data: Doc): Doc {
  const base: Doc = {}
  for (const [field, value] of Object.entries(query)) {
    if (field.startsWith('$') || field.includes('.')) continue
    const pinned = pinnedBy(value)
    if (pinned !== undefined && (field === '_id' || isUpdate(data))) base[field] = pinned
  }
  const start = withId(base)
  return isUpdate(data) ? compileUpdate(data)(start) : replacing(start._id, data)
}

/** Writes of one request outside any transaction. */
export class Writer {
  constructor(
    readonly store: Store,
    readonly transactions: Transactions,
  ) {}

  /**
   * Runs the writes of a request. Each document is written wholly or not at all; when one is refused, those before it stay written,
   * as in MongoDB.
   */
  #run<T>(work: (refuse: (error: VendorError) => void) => T): T {
    let refusal: VendorError | null = null
    const result = this.store.write(() => work((error) => (refusal = error)))
    if (refusal) throw refusal as VendorError
    return result
  }

  #replace(collection: Collection, row: Row, update: Update): { changed: boolean; after: Doc } {
    const before = docOf(row)
    const after = update(before)
    const body = bodyOf(after)
    if (body === row.body) return { changed: false, after }
    const key = encode(before._id)
    this.transactions.guard(collection, key)
    collection.replace(row.seq, before, after, body)
    this.transactions.remember(collection, key, row.body)
    return { changed: true, after }
  }

  #insert(collection: Collection, doc: Doc): void {
    const key = encode(doc._id)
    const body = bodyOf(doc)
    this.transactions.guard(collection, key)
    collection.insert(doc, body)
    this.transactions.remember(collection, key, null)
  }

  /** Adds documents in their order; answers their ids. */
  insert(collection: Collection, docs: unknown[]): unknown[] {
    const ready = docs.map(withId)
    return this.#run((refuse) => {
      const ids: unknown[] = []
      for (const doc of ready) {
        try {
          this.#insert(collection, doc)
        } catch (error) {
          if (!(error instanceof VendorError)) throw error
          refuse(error)
          return ids
        }
        ids.push(doc._id)
      }
      return ids
    })
  }

  /** Changes what the condition finds: the condition is decided and the change made in one step. */
  modify(collection: Collection, { query, data, multi, upsert }: Modification): Modified {
    const update = updateOf(data)
    return this.#run((refuse) => {
      const { found, cost } = find(collection, { query, limit: multi ? undefined : 1 })
      if (found.length === 0 && upsert) {
        const doc = upserted(query, data)
        this.#insert(collection, doc)
        return { updated: 0, upsertedId: doc._id, doc, cost }
      }
      let updated = 0
      let last: Doc | undefined
      for (const { row } of found) {
        try {
          const { changed, after } = this.#replace(collection, row, update)
          updated += changed ? 1 : 0
          last = after
        } catch (error) {
          if (!(error instanceof VendorError)) throw error
          refuse(error)
          break
        }
      }
      return { updated, doc: last, cost }
    })
  }

  /** Takes out what the condition finds; answers how many. */
  remove(collection: Collection, query: Doc, multi: boolean): { deleted: number; cost: Cost } {
    return this.#run((refuse) => {
      const { found, cost } = find(collection, { query, limit: multi ? undefined : 1 })
      let deleted = 0
      for (const one of found) {
        const doc = one.doc()
        const key = encode(doc._id)
        try {
          this.transactions.guard(collection, key)
        } catch (error) {
          if (!(error instanceof VendorError)) throw error
          refuse(error)
          break
        }
        collection.remove(one.row.seq, doc)
        this.transactions.remember(collection, key, one.row.body)
        deleted++
      }
      return { deleted, cost }
    })
  }
}
