import { EJSON } from 'bson'
import type { LocalCloud } from '../../config/local-cloud'

const PAGE = 1000

/** Every document of a collection that matches, straight from the database: what really stands there. */
export function recordsOf<D>(cloud: LocalCloud, collection: string, query: object): D[] {
  const all: D[] = []
  for (;;) {
    const answer = cloud.database.handle('database.getDocument', {
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
