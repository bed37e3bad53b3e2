import { parse, revive, stringify } from './ejson'
import { invalid } from './errors'
import { limits } from './limits'
import type { Stage } from './pipeline'
import { readSort, type SortField } from './sort'
import { type Doc, isDoc } from './value'

/** The parameters of one request, as the SDK posts them. */
export type Params = Record<string, unknown>

/** The JSON body that the SDK expects: the answer's fields, or a code and a message. */
export type WireAnswer = {
  requestId: string
  code?: string
  message?: string
  data?: unknown
  [field: string]: unknown
}

/** Reads the parameters of requests. Server dates in them stand for one instant, the request's. */
export class Reader {
  constructor(
    readonly params: Params,
    readonly now: number,
  ) {}

  /** Extended JSON as text, or already parsed as JSON. */
  #parsed(value: unknown): unknown {
    const options = { now: this.now }
    return typeof value === 'string' ? parse(value, options) : revive(value, options)
  }

  #object(name: string): Doc {
    const value = this.params[name]
    if (value === undefined || value === null || value === '') return {}
    const parsed = this.#parsed(value)
    if (!isDoc(parsed)) throw invalid(`${name} must be an object`)
    return parsed
  }

  get query(): Doc {
    return this.#object('query')
  }

  get data(): Doc {
    const data = this.#object('data')
    if (Object.keys(data).length === 0 && !this.params.upsert) throw invalid('参数必需是非空对象')
    return data
  }

  get documents(): unknown[] {
    const { data } = this.params
    if (!Array.isArray(data) || data.length === 0) throw invalid('data must be a non-empty array')
    return data.map((item) => this.#parsed(item))
  }

  get sort(): SortField[] {
    return readSort(this.#object('order'))
  }

  get projection(): Doc {
    return this.#object('projection')
  }

  get multi(): boolean {
    return this.params.multi !== false
  }

  get upsert(): boolean {
    return this.params.upsert === true
  }

  get inTransaction(): boolean {
    return this.params.transactionId !== undefined && this.params.transactionId !== null
  }

  #whole(name: string, fallback: number): number {
    const value = this.params[name]
    if (value === undefined || value === null) return fallback
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
      throw invalid(`${name} must be a non-negative integer`)
    return value
  }

  get offset(): number {
    return this.#whole('offset', 0)
  }

  get limit(): number {
    return Math.min(this.#whole('limit', limits.getDefault) || limits.getDefault, limits.getMost)
  }

  get stages(): Stage[] {
    const { stages } = this.params
    if (!Array.isArray(stages)) throw invalid('stages must be an array')
    return stages.map((stage: unknown) => {
      if (!isDoc(stage) || typeof stage.stageKey !== 'string') throw invalid('a stage needs a stageKey')
      const { stageKey: name, stageValue } = stage
      return { name, operand: this.#parsed(stageValue) }
    })
  }

  /** The `_id` that a condition of `doc(…)` names. Transactions reach documents by this alone. */
  get id(): unknown {
    if (this.params._id !== undefined) return this.params._id
    const { query } = this
    const [only, ...rest] = Object.keys(query)
    if (this.params.queryType === 'WHERE' || only !== '_id' || rest.length > 0) {
      throw invalid('transactions support only doc() and add(): where() is not available in a transaction')
    }
    return query._id
  }
}

/** An id as the SDK reads it in an answer: plain where it is plain in JSON. */
export const idToJson = (id: unknown): unknown => JSON.parse(stringify(id)) as unknown
