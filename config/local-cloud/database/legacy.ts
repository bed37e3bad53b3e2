import type { Action, Engine } from './engine'
import { invalid } from './errors'
import { isDoc } from './value'
import { type Params, Reader } from './wire'

type Data = Record<string, unknown>

/** Asks one of today's actions with translated parameters. */
type Ask = (action: string, params: Params) => Record<string, unknown>

type Legacy = (params: Params, ask: Ask) => Record<string, unknown>

const dataOf = (answer: Record<string, unknown>): Data => (isDoc(answer.data) ? answer.data : {})

/** The older SDK's order: a list of fields with directions. */
function orderOf(order: unknown): Record<string, 1 | -1> {
  if (order === undefined) return {}
  if (!Array.isArray(order)) throw invalid('order must be an array')
  return Object.fromEntries(
    order.filter(isDoc).map(({ field, direction }) => [String(field), direction === 'desc' ? -1 : 1]),
  )
}

const texts = (data: Data): string[] => (Array.isArray(data.list) ? data.list.map(String) : [])

/**
 * The actions that older releases of `@cloudbase/database` (0.x) send: plain JSON in the place of extended JSON text, and other
 * names. Each is one of today's actions with its parameters and its answer translated.
 */
const legacy: Record<string, Legacy> = {
  queryDocument(params, ask) {
    const data = dataOf(ask('getDocument', { ...params, queryType: 'DOC', order: orderOf(params.order) }))
    return { data: { list: texts(data).map((text) => JSON.parse(text) as unknown) } }
  },
  addDocument(params, ask) {
    const own = params._id === undefined ? {} : { _id: params._id }
    const data = dataOf(
      ask('insertDocument', { ...params, data: [{ ...(isDoc(params.data) ? params.data : {}), ...own }] }),
    )
    return { data: { _id: Array.isArray(data.insertedIds) ? (data.insertedIds[0] as unknown) : undefined } }
  },
  updateDocument(params, ask) {
    const { updated, upsert_id: id } = dataOf(ask('modifyDocument', params))
    return { data: { updated, ...(id !== undefined && { upserted_id: id, upsert_id: id }) } }
  },
  deleteDocument: (params, ask) => ask('removeDocument', params),
  countDocument: (params, ask) => ask('calculateDocument', params),
  aggregate(params, ask) {
    return { data: { list: JSON.stringify(texts(dataOf(ask('aggregateDocuments', params)))) } }
  },
}

/** Makes the older actions out of today's. */
export function legacyActions(actions: Record<string, Action>): Record<string, Action> {
  const adapt =
    (translate: Legacy): Action =>
    (engine: Engine, { params, now }) =>
      translate(params, (name, translated) => actions[name]?.(engine, new Reader(translated, now)) ?? {})
  return Object.fromEntries(Object.entries(legacy).map(([name, translate]) => [name, adapt(translate)]))
}
