import { randomUUID } from 'node:crypto'
import type { DatabaseDeclaration } from '../declaration'
import { actions as current } from './actions'
import type { Engine } from './engine'
import { notSupported, VendorError } from './errors'
import { legacyActions } from './legacy'
import { Writer } from './modify'
import { Store } from './store'
import { Transactions } from './transaction'
import { type Params, Reader, type WireAnswer } from './wire'

export { DatabaseDamaged, DatabaseInUse } from './errors'
export type { WireAnswer } from './wire'

/**
 * What one query cost. `scanned` counts the documents that were read, `returned` those that were answered (or changed, or counted).
 * `indexed` is false when documents were read without an index leading to them: no index narrowed a condition that is not empty, or
 * no index delivered the order of an empty one. An empty condition without an order, and the second stage and later ones of an
 * aggregation over documents already read, are not held against a query; each collection read by a `$lookup` is.
 */
export type QueryInfo = { action: string; collection: string; scanned: number; returned: number; indexed: boolean }

export type DatabaseOptions = {
  /** Path of the SQLite file, made with its folder where it does not exist; `:memory:` keeps nothing. */
  file: ':memory:' | string
  /** Collections and indexes that exist from the start. */
  declaration?: DatabaseDeclaration
  /** The clock of server dates and of transactions' expiry, in milliseconds; `Date.now` by default. */
  now?: () => number
  onQuery?: (info: QueryInfo) => void
}

export type Database = {
  /** Answers one `database.*` action of the SDK's wire. Refusals are answers too; only a failure of this program throws. */
  handle(action: string, params: Params): WireAnswer
  /** Empties declared collections, drops others, forgets open transactions. */
  reset(): void
  close(): void
}

const actions = { ...current, ...legacyActions(current) }

/**
 * Opens the database of the local cloud. One process may have a file open at a time. Throws `DatabaseDamaged` where the file is no
 * readable database and `DatabaseInUse` where another process is writing to it.
 */
export function openDatabase({ file, declaration, now = Date.now, onQuery }: DatabaseOptions): Database {
  const store = new Store(file, declaration)
  const transactions = new Transactions(store, now)
  const writer = new Writer(store, transactions)

  function answer(action: string, params: Params): Record<string, unknown> {
    const name = action.replace(/^database\./, '')
    const handler = Object.hasOwn(actions, name) ? actions[name] : undefined
    if (!handler) throw notSupported(`the action ${action}`)
    const engine: Engine = {
      store,
      writer,
      transactions,
      report: (collection, returned, cost) => onQuery?.({ action, collection: collection.name, returned, ...cost }),
    }
    return handler(engine, new Reader(params, now()))
  }

  return {
    handle(action, params) {
      const requestId = randomUUID()
      try {
        return { ...answer(action, params), requestId }
      } catch (error) {
        if (error instanceof VendorError) return { code: error.code, message: error.message, requestId }
        throw error
      }
    },
    reset() {
      transactions.clear()
      store.reset()
    },
    close: () => store.close(),
  }
}
