import { EJSON } from 'bson'
import type { Database } from '../../config/local-cloud/database'

const PAGE = 1000

/** Every document of a collection that matches, straight from the database: what really stands there. */
export function recordsOf<D>({ database }: { database: Database }, collection: string, query: object): D[] {
  const all: D[] = []
  for (;;) {
    const answer = database.handle('database.getDocument', {
      collectionName: collection,
      query: EJSON.stringify(query),
      order: EJSON.stringify({ _id: 1 }),
      offset: all.length,
      limit: PAGE,
    })
    const list = (answer.data as { list?: string[] } | undefined)?.list
    if (!list) throw new Error(`${collection}: ${String(answer.code)} ${String(answer.message)}`)
    all.push(...list.map((text) => EJSON.parse(text) as D))
    if (list.length < PAGE) return all
  }
}
