import type WxSdk from 'wx-server-sdk'
import { startLocalCloud, type LocalCloud, type LocalCloudOptions } from '../../config/local-cloud'
import { redirection } from '../../config/local-cloud/functions/environment'
import type { DatabaseDeclaration } from '../../config/local-cloud/declaration'

/** What the SDK's database offers. Its own declarations lack much of what it can do, so tests see it as this. */
export type Sdk = {
  command: Command
  Geo: Record<
    'Point' | 'LineString' | 'Polygon' | 'MultiPoint' | 'MultiLineString' | 'MultiPolygon',
    (...parts: unknown[]) => unknown
  >
  RegExp(options: { regexp: string; options?: string }): unknown
  serverDate(options?: { offset: number }): unknown
  collection(name: string): Collection
  createCollection(name: string): Promise<unknown>
  startTransaction(): Promise<Transaction>
  runTransaction<T>(run: (transaction: Transaction) => Promise<T>, times?: number): Promise<T>
}

type QueryOperator =
  | 'eq' | 'neq' | 'lt' | 'lte' | 'gt' | 'gte' | 'in' | 'nin' | 'and' | 'or' | 'not' | 'nor' | 'exists' | 'mod' | 'all'
  | 'elemMatch' | 'size' | 'expr' | 'geoNear' | 'geoWithin' | 'geoIntersects' // prettier-ignore

type UpdateOperator =
  | 'set' | 'remove' | 'inc' | 'mul' | 'min' | 'max' | 'rename' | 'push' | 'pop' | 'shift' | 'unshift' | 'pull' | 'pullAll'
  | 'addToSet' | 'bit' // prettier-ignore

type Expression =
  | 'abs' | 'add' | 'addToSet' | 'and' | 'arrayElemAt' | 'avg' | 'ceil' | 'concat' | 'cond' | 'dateToString' | 'divide' | 'eq'
  | 'filter' | 'first' | 'gt' | 'gte' | 'ifNull' | 'in' | 'last' | 'let' | 'literal' | 'lt' | 'map' | 'max' | 'mergeObjects'
  | 'min' | 'mod' | 'month' | 'multiply' | 'neq' | 'not' | 'or' | 'push' | 'reduce' | 'size' | 'slice' | 'split' | 'subtract'
  | 'sum' | 'switch' | 'toUpper' | 'year' // prettier-ignore

type Stage =
  | 'addFields' | 'bucket' | 'bucketAuto' | 'count' | 'geoNear' | 'group' | 'limit' | 'lookup' | 'match' | 'project'
  | 'replaceRoot' | 'sample' | 'skip' | 'sort' | 'sortByCount' | 'unwind' // prettier-ignore

/** A condition that more conditions can be put on. */
export type Chained = Record<
  'and' | 'or' | 'eq' | 'gt' | 'gte' | 'lt' | 'lte' | 'in',
  (...parameters: unknown[]) => Chained
>

export type Command = Record<QueryOperator, (...parameters: unknown[]) => Chained> &
  Record<UpdateOperator, (...parameters: unknown[]) => unknown> & {
    aggregate: Record<Expression, (operand?: unknown) => unknown> & { pipeline(): Pipeline }
    project: Record<'slice' | 'elemMatch', (operand: unknown) => unknown>
  }

export { index } from './database-index'

export type Doc = Record<string, unknown>

export type Query = {
  where(condition: unknown): Query
  orderBy(field: string, direction: string): Query
  skip(count: number): Query
  limit(count: number): Query
  field(projection: Doc): Query
  get(): Promise<{ data: Doc[] }>
  count(): Promise<{ total: number }>
  update(options: { data: Doc; multi?: boolean }): Promise<{ stats: { updated: number } }>
  remove(options?: { multi?: boolean }): Promise<{ stats: { removed: number } }>
}

export type Document = {
  field(projection: Doc): Document
  get(): Promise<{ data: Doc }>
  set(options: { data: Doc }): Promise<{ _id: unknown; stats: { updated: number; created: number } }>
  update(options: { data: Doc }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

export type Collection = Query & {
  doc(id: string | number): Document
  add(options: { data: Doc | Doc[] }): Promise<{ _id: string; _ids?: string[] }>
  aggregate(): Pipeline
}

export type Pipeline = Record<Stage, (operand?: unknown) => Pipeline> & {
  end(): Promise<{ list: Doc[] }>
  done(): unknown[]
}

export type Transaction = {
  collection(name: string): Collection
  commit(): Promise<unknown>
  rollback(reason?: unknown): Promise<unknown>
}

// The SDK notes where it runs when it is loaded; the address follows when it is known.
Object.assign(process.env, redirection({ url: 'http://127.0.0.1:9', env: 'local', appid: 'local-appid' }))

/** One local cloud for a test file, empty before each test, and the real SDK's database on it. */
export function useDatabase(declaration?: DatabaseDeclaration, options: Partial<LocalCloudOptions> = {}) {
  let running: LocalCloud | undefined
  let database: Sdk | undefined

  beforeAll(async () => {
    running = await startLocalCloud({
      storage: ':memory:',
      timers: false,
      log: () => undefined,
      declaration,
      ...options,
    })
    Object.assign(process.env, running.environment, { SILENCE: 'true' })
    const sdk = jest.requireActual<typeof WxSdk>('wx-server-sdk')
    sdk.init({ env: 'local' })
    database = sdk.database() as unknown as Sdk
  })
  beforeEach(() => running?.reset())
  afterAll(() => running?.stop())

  return {
    get db(): Sdk {
      if (!database) throw new Error('the database runs only inside tests')
      return database
    },
    get cloud(): LocalCloud {
      if (!running) throw new Error('the local cloud runs only inside tests')
      return running
    },
  }
}

/** What a refused request rejects with. */
export async function refusal(work: Promise<unknown>): Promise<{ errCode: unknown; message: string; code?: unknown }> {
  try {
    await work
  } catch (error) {
    const { errCode, code, message } = error as { errCode: unknown; code?: unknown; message: string }
    return { errCode, message, ...(code !== undefined && { code }) }
  }
  throw new Error('the request was not refused')
}

/** The values of one field, in the order of the documents. */
export const pluck = (docs: Doc[], field = '_id') => docs.map((doc) => doc[field])
