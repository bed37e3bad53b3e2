import type { Engine } from './engine'
import type { Collection } from './collection'
import { replacing, withId } from './document'
import { stringify } from './ejson'
import { find } from './find'
import { compileQuery } from './match'
import { updateOf, upserted } from './modify'
import { encode } from './order'
import { compileProjection } from './projection'
import { docOf } from './row'
import type { Transaction } from './transaction'
import { isUpdate } from './update'
import type { Doc } from './value'
import { idToJson, type Reader } from './wire'

type Answer = Record<string, unknown>

const transactionOf = ({ transactions }: Engine, reader: Reader) => transactions.get(reader.params.transactionId)

const readOne = (engine: Engine, collection: Collection, reader: Reader) =>
  engine.transactions.read(transactionOf(engine, reader), collection, encode(reader.id))

export function get(engine: Engine, collection: Collection, reader: Reader): Answer {
  const doc = readOne(engine, collection, reader)
  const { projection } = reader
  const project = Object.keys(projection).length > 0 ? compileProjection(projection) : (found: Doc) => found
  engine.report(collection, doc ? 1 : 0, { scanned: doc ? 1 : 0, indexed: true })
  return { data: { list: doc ? [stringify(project(doc))] : [] } }
}

export function insert(engine: Engine, collection: Collection, reader: Reader): Answer {
  const transaction = transactionOf(engine, reader)
  const docs = reader.documents.map(withId)
  for (const doc of docs) engine.transactions.insert(transaction, collection, doc)
  return { data: { insertedIds: docs.map(({ _id }) => idToJson(_id)) } }
}

type Changed = { updated: number; upsertedId?: unknown }

function change(engine: Engine, collection: Collection, reader: Reader): Changed {
  const transaction = transactionOf(engine, reader)
  const { id, data, upsert } = reader
  const update = updateOf(data)
  const before = engine.transactions.read(transaction, collection, encode(id))
  if (before) {
    const after = update(before)
    engine.transactions.stage(transaction, collection, encode(id), after)
    return { updated: stringify(after) === stringify(before) ? 0 : 1 }
  }
  if (!upsert) return { updated: 0 }
  const doc = isUpdate(data) ? upserted({ _id: id }, data) : replacing(id, data)
  engine.transactions.stage(transaction, collection, encode(id), doc)
  return { updated: 0, upsertedId: id }
}

export function modify(engine: Engine, collection: Collection, reader: Reader): Answer {
  const { updated, upsertedId } = change(engine, collection, reader)
  return { data: { updated, ...(upsertedId !== undefined && { upsert_id: idToJson(upsertedId) }) } }
}

function take(engine: Engine, collection: Collection, reader: Reader): number {
  const transaction = transactionOf(engine, reader)
  const key = encode(reader.id)
  if (!engine.transactions.read(transaction, collection, key)) return 0
  engine.transactions.stage(transaction, collection, key, null)
  return 1
}

export const remove = (engine: Engine, collection: Collection, reader: Reader): Answer => ({
  data: { deleted: take(engine, collection, reader) },
})

/** The first document, in the transaction's view, that satisfies a condition. */
function findOne(engine: Engine, collection: Collection, transaction: Transaction, query: Doc): Doc | null {
  const { transactions } = engine
  const predicate = compileQuery(query)
  const { found, cost } = find(collection, { query })
  engine.report(collection, found.length > 0 ? 1 : 0, cost)
  const keys = [...found.map(({ row }) => encode(docOf(row)._id)), ...transactions.differing(transaction, collection)]
  for (const key of keys) {
    const doc = transactions.read(transaction, collection, key)
    if (doc && predicate(doc)) return doc
  }
  return null
}

export function modifyAndReturn(engine: Engine, collection: Collection, reader: Reader): Answer {
  const transaction = transactionOf(engine, reader)
  const update = updateOf(reader.data)
  const before = findOne(engine, collection, transaction, reader.query)
  if (!before) return { data: { updated: 0, doc: null } }
  const after = update(before)
  engine.transactions.stage(transaction, collection, encode(after._id), after)
  return { data: { updated: 1, doc: stringify(after) } }
}

/** `getInTransaction`: the document as text, `null` where there is none. */
export const getOne = (engine: Engine, collection: Collection, reader: Reader): Answer => ({
  data: stringify(readOne(engine, collection, reader)),
})

/** `updateDocInTransaction`: counts as text, the id of a new document in a list as text. */
export function updateOne(engine: Engine, collection: Collection, reader: Reader): Answer {
  const { updated, upsertedId } = change(engine, collection, reader)
  const upsertedIds = upsertedId === undefined ? undefined : JSON.stringify([{ _id: idToJson(upsertedId) }])
  return { updated: String(updated), ...(upsertedIds && { upserted: upsertedIds }) }
}

/** `deleteDocInTransaction`: the count as text. */
export const deleteOne = (engine: Engine, collection: Collection, reader: Reader): Answer => ({
  deleted: String(take(engine, collection, reader)),
})
