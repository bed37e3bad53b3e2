import { Binary, Decimal128, MaxKey, MinKey, ObjectId, Timestamp } from 'bson'

/** A document or an embedded object. Field order is significant, as in BSON. */
export type Doc = { [field: string]: unknown }

/**
 * Places of the BSON types in MongoDB's comparison order, used as the first byte of every encoded key.
 * `empty` is an empty array seen as a sort key; an absent field and null share `nil`.
 */
export const Rank = {
  minKey: 0x01,
  empty: 0x02,
  nil: 0x05,
  number: 0x10,
  string: 0x20,
  object: 0x30,
  array: 0x38,
  binary: 0x40,
  objectId: 0x48,
  boolean: 0x50,
  date: 0x58,
  timestamp: 0x5c,
  regexp: 0x60,
  maxKey: 0xf0,
} as const

/** An embedded object or document: not an array, not a date, not one of BSON's own types. */
export function isDoc(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const classes: [abstract new (...parameters: never[]) => unknown, number][] = [
  [Date, Rank.date],
  [ObjectId, Rank.objectId],
  [RegExp, Rank.regexp],
  [Decimal128, Rank.number],
  [Binary, Rank.binary],
  [Timestamp, Rank.timestamp],
  [MinKey, Rank.minKey],
  [MaxKey, Rank.maxKey],
]

const primitives = new Map<string, number>([
  ['string', Rank.string],
  ['number', Rank.number],
  ['boolean', Rank.boolean],
  ['undefined', Rank.nil],
])

/** The place of a value's type in MongoDB's comparison order. */
export function rankOf(value: unknown): number {
  const primitive = primitives.get(typeof value)
  if (primitive !== undefined) return primitive
  if (value === null) return Rank.nil
  if (Array.isArray(value)) return Rank.array
  return classes.find(([type]) => value instanceof type)?.[1] ?? Rank.object
}

/** Sets a field even where its name is `__proto__`, which plain assignment would lose. */
export function setField(target: Doc, field: string, value: unknown): void {
  if (field === '__proto__') {
    Object.defineProperty(target, field, { value, enumerable: true, configurable: true, writable: true })
  } else {
    target[field] = value
  }
}

/** The value of an own field, undefined where it is absent. */
export function getField(target: Doc, field: string): unknown {
  return Object.hasOwn(target, field) ? target[field] : undefined
}

/** A deep copy; BSON's own values are immutable here and shared, dates are copied. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T
  if (value instanceof Date) return new Date(value) as T
  if (!isDoc(value)) return value
  const result: Doc = {}
  for (const field of Object.keys(value)) setField(result, field, copy(value[field]))
  return result as T
}
