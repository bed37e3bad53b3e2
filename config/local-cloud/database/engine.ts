import type { Collection } from './collection'
import type { Cost } from './find'
import type { Writer } from './modify'
import type { Store } from './store'
import type { Transactions } from './transaction'
import type { Reader } from './wire'

/** What the actions work with. */
export type Engine = { store: Store; writer: Writer; transactions: Transactions; report: Report }

/** Told what each query cost. */
export type Report = (collection: Collection, returned: number, cost: Cost) => void

/** Answers one action: the fields of the answer besides its request id. */
export type Action = (engine: Engine, reader: Reader) => Record<string, unknown>
