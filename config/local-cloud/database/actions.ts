import { aggregate } from './aggregate'
import type { Action, Engine } from './engine'
import { stringify } from './ejson'
import { count, find } from './find'
import type { Collection } from './collection'
import { compileProjection, cutFor } from './projection'
import type { Found } from './row'
import * as within from './transaction-actions'
import type { Doc } from './value'
import { idToJson, type Reader } from './wire'

const collectionOf = ({ store }: Engine, reader: Reader) => store.collection(reader.params.collectionName)

/** How a found document is answered: cut out where it lies, unless the search had to read it anyway. */
function textOf(collection: Collection, projection: Doc): (found: Found) => string {
  if (Object.keys(projection).length === 0) return ({ row }) => row.body
  const project = compileProjection(projection)
  const cut = cutFor(projection)
  return (found) => (cut && !found.row.isRead ? collection.cut(found.row.seq, cut) : stringify(project(found.doc())))
}

const getDocument: Action = (engine, reader) => {
  const collection = collectionOf(engine, reader)
  if (reader.inTransaction) return within.get(engine, collection, reader)
  const { projection, offset, limit } = reader
  const { found, cost } = find(collection, { query: reader.query, sort: reader.sort, skip: offset, limit })
  engine.report(collection, found.length, cost)
  const list = found.map(textOf(collection, projection))
  return { data: { list, offset, limit }, offset, limit }
}

const insertDocument: Action = (engine, reader) => {
  const collection = collectionOf(engine, reader)
  if (reader.inTransaction) return within.insert(engine, collection, reader)
  return { data: { insertedIds: engine.writer.insert(collection, reader.documents).map(idToJson) } }
}

const modifyDocument: Action = (engine, reader) => {
  const collection = collectionOf(engine, reader)
  if (reader.inTransaction) return within.modify(engine, collection, reader)
  const { query, data, multi, upsert } = reader
  const { updated, upsertedId, cost } = engine.writer.modify(collection, { query, data, multi, upsert })
  engine.report(collection, updated, cost)
  return { data: { updated, ...(upsertedId !== undefined && { upsert_id: idToJson(upsertedId) }) } }
}

const removeDocument: Action = (engine, reader) => {
  const collection = collectionOf(engine, reader)
  if (reader.inTransaction) return within.remove(engine, collection, reader)
  const { deleted, cost } = engine.writer.remove(collection, reader.query, reader.multi)
  engine.report(collection, deleted, cost)
  return { data: { deleted } }
}

const calculateDocument: Action = (engine, reader) => {
  const collection = collectionOf(engine, reader)
  const { total, cost } = count(collection, reader.query)
  engine.report(collection, total, cost)
  return { data: { total } }
}

const modifyAndReturnDoc: Action = (engine, reader) => {
  const collection = collectionOf(engine, reader)
  if (reader.inTransaction) return within.modifyAndReturn(engine, collection, reader)
  const { query, data } = reader
  const { updated, doc, cost } = engine.writer.modify(collection, { query, data, multi: false, upsert: false })
  engine.report(collection, updated, cost)
  return { data: { updated, doc: doc ? stringify(doc) : null } }
}

const aggregateDocuments: Action = (engine, reader) => {
  const collection = collectionOf(engine, reader)
  const { docs, cost } = aggregate(collection, reader.stages, engine.store)
  engine.report(collection, docs.length, cost)
  return { data: { list: docs.map(stringify) } }
}

const addCollection: Action = ({ store }, reader) => {
  store.create(reader.params.collectionName)
  return {}
}

/** The actions of the wire, by the name after `database.`. */
export const actions: Record<string, Action> = {
  getDocument,
  insertDocument,
  modifyDocument,
  removeDocument,
  calculateDocument,
  modifyAndReturnDoc,
  aggregateDocuments,
  addCollection,
  startTransaction: ({ transactions }) => ({ transactionId: transactions.begin() }),
  commitTransaction: ({ transactions }, { params }) => {
    transactions.commit(params.transactionId)
    return { result: 'ok' }
  },
  abortTransaction: ({ transactions }, { params }) => {
    transactions.abort(params.transactionId)
    return { result: 'ok' }
  },
  getInTransaction: (engine, reader) => within.getOne(engine, collectionOf(engine, reader), reader),
  updateDocInTransaction: (engine, reader) => within.updateOne(engine, collectionOf(engine, reader), reader),
  deleteDocInTransaction: (engine, reader) => within.deleteOne(engine, collectionOf(engine, reader), reader),
}
