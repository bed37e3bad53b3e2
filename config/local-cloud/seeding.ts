import { EJSON } from 'bson'
import type { Database } from './database'

/** Documents in one request: few enough that a request stays small. */
const batch = 1000

/**
 * Adds documents to a collection as the SDK would, without the detour through a function.
 * @throws Error with the vendor's code when the database refuses one; those of earlier batches are kept
 */
export function insertMany(database: Database, collection: string, documents: object[]): void {
  for (let first = 0; first < documents.length; first += batch) {
    const data = documents.slice(first, first + batch).map((document) => EJSON.stringify(document, { relaxed: false }))
    const answer = database.handle('database.insertDocument', { collectionName: collection, data })
    if ('code' in answer && answer.code)
      throw new Error(`${collection}: ${String(answer.code)} ${String(answer.message)}`)
  }
}
