/**
 * The only door to the SDK. Every request made through here is one round trip, and every one states its limit.
 * The database knows no joins between writes: what must be atomic is one conditional update of one document.
 */
import cloud from 'wx-server-sdk'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

/**
 * The part of a collection that is used here. The SDK's own declarations mix in its callback style, so that every answer
 * may be `void`; these are the promise forms of its documentation.
 */
interface Query {
  where(condition: object): Query
  orderBy(field: string, direction: 'asc' | 'desc'): Query
  limit(rows: number): Query
  field(projection: Record<string, boolean>): Query
  get(): Promise<{ data: unknown[] }>
  count(): Promise<{ total: number }>
  add(options: { data: object }): Promise<{ _id: string }>
  update(options: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
  aggregate(): Pipeline
}
export interface Pipeline {
  match(condition: unknown): Pipeline
  sort(order: Record<string, 1 | -1>): Pipeline
  limit(rows: number): Pipeline
  group(by: Record<string, unknown>): Pipeline
  project(fields: Record<string, unknown>): Pipeline
  lookup(
    join: { from: string; as: string } & (
      { localField: string; foreignField: string } | { let?: Record<string, unknown>; pipeline: unknown }
    ),
  ): Pipeline
  done(): unknown
  end(): Promise<{ list: unknown[] }>
}

const db = cloud.database()
export const _ = db.command
/** The start of a pipeline inside a `lookup`. */
export const subPipeline = (): Pipeline => (_.aggregate as unknown as { pipeline(): Pipeline }).pipeline()
/** A condition inside a `lookup`: this field is what a variable of its `let` says. */
export const equalsVariable = (field: string, variable: string): unknown =>
  (_ as unknown as { expr(condition: unknown): unknown }).expr({ $eq: [`$${field}`, `$$${variable}`] })
/** A text with a field's value behind it, for the `let` of a `lookup`. */
export const beforeField = (text: string, field: string): unknown => ({ $concat: [{ $literal: text }, `$${field}`] })
export { cloud }

export interface Stored {
  _id: string
}

/** A condition or a change in the SDK's own terms: plain values and commands. */
export type Terms = Record<string, unknown>
type Order = readonly [field: string, direction: 'asc' | 'desc'][]

export interface ListOptions {
  where: unknown
  order?: Order
  /** Rows at most; a list without a limit does not exist. */
  limit: number
  /** Fields that stay out of the answer. */
  without?: readonly string[]
  /** The only fields of the answer besides `_id`: what else a document holds is not sent here. */
  only?: readonly string[]
}

const PAGE_MAX = 1000

/** Whether an error says that a document with this key is already there. The vendor wraps the database's own message. */
const isDuplicate = (error: unknown): boolean => {
  const message = error instanceof Error ? error.message : String(Object(error).errMsg ?? '')
  return /duplicate key|E11000|DuplicateKey/i.test(message)
}

/** The requests that this product makes of a collection, typed by its document. */
export const collection = <D extends Stored>(name: string) => {
  const all = () => db.collection(name) as unknown as Query
  return {
    name,

    async get(id: string): Promise<D | null> {
      const { data } = await all().where({ _id: id }).limit(1).get()
      return (data[0] as D | undefined) ?? null
    },

    /** Adds under its natural key. `exists` means that somebody, perhaps this very call before a time-out, was first. */
    async add(document: D): Promise<'added' | 'exists'> {
      try {
        await all().add({ data: document })
        return 'added'
      } catch (error) {
        if (isDuplicate(error)) return 'exists'
        throw error
      }
    },

    /** Changes what matches, in one atomic step per document, and says how many did. */
    async change(where: unknown, data: Terms): Promise<number> {
      const { stats } = await all()
        .where(where as object)
        .update({ data })
      return stats.updated
    },

    /** As `change`, where a field is unique over the collection: `exists` when another document has what was to be written. */
    async changeUnique(where: unknown, data: Terms): Promise<number | 'exists'> {
      try {
        return await this.change(where, data)
      } catch (error) {
        if (isDuplicate(error)) return 'exists'
        throw error
      }
    },

    async remove(where: unknown): Promise<number> {
      const { stats } = await all()
        .where(where as object)
        .remove()
      return stats.removed
    },

    async list({ where, order = [], limit, without, only }: ListOptions): Promise<D[]> {
      let query = all()
        .where(where as object)
        .limit(Math.min(limit, PAGE_MAX))
      for (const [field, direction] of order) query = query.orderBy(field, direction)
      const fields = only ?? without ?? []
      if (fields.length > 0) query = query.field(Object.fromEntries(fields.map((field) => [field, only !== undefined])))
      const { data } = await query.get()
      return data as D[]
    },

    async count(where: unknown): Promise<number> {
      const { total } = await all()
        .where(where as object)
        .count()
      return total
    },

    /** Runs a pipeline: one round trip, however many collections it joins. */
    async pipeline<R>(build: (start: Pipeline) => Pipeline): Promise<R[]> {
      const { list } = await build(all().aggregate()).end()
      return list as R[]
    },
  }
}

export type Collection<D extends Stored> = ReturnType<typeof collection<D>>

/** A page's rows and the cursor behind the last: one row more than asked for was read to know whether there is more. */
export const pageOf = <T>(rows: T[], size: number, cursorOf: (row: T) => string) => ({
  rows: rows.slice(0, size),
  nextCursor: rows.length > size ? cursorOf(rows[size - 1] as T) : null,
})

/**
 * The condition for "after this cursor" in a list ordered by a date and then by `_id`. A cursor that is no cursor of ours
 * starts from the beginning: it comes from the client and is not trusted with more.
 */
export const afterCursor = (cursor: string | null, field: string, direction: 'asc' | 'desc'): Terms | null => {
  const match = cursor ? /^(\d{1,15})~([A-Za-z0-9_.:-]{1,200})$/.exec(cursor) : null
  if (!match) return null
  const at = new Date(Number(match[1]))
  const beyond = direction === 'asc' ? _.gt : _.lt
  return _.or([{ [field]: beyond(at) }, { [field]: at, _id: beyond(match[2]) }]) as unknown as Terms
}

export const dateCursor = (at: Date, id: string): string => `${at.getTime()}~${id}`

/** All conditions at once; absent ones are left out. */
export const every = (...conditions: (unknown | null)[]): unknown => {
  const present = conditions.filter((condition) => condition !== null)
  return present.length === 1 ? present[0] : _.and(present as Terms[])
}
