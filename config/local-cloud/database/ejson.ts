import { Binary, Decimal128, MaxKey, MinKey, ObjectId, Timestamp } from 'bson'
import { invalid } from './errors'
import { limits } from './limits'
import { type Doc, isDoc, setField } from './value'

/**
 * MongoDB's extended JSON as the SDK writes and reads it. Integers and doubles become JavaScript numbers on the way in, as the
 * SDK's own (relaxed) parser makes them on the way out; `$tcb_server_date` becomes the date it stands for.
 */
export type ParseOptions = { /** Milliseconds since the epoch, for server dates. */ now: number }

const javaScriptFlags: Record<string, string> = { i: 'i', m: 'm', s: 's', u: 'u' }

/** A MongoDB regular expression: flags that JavaScript has no word for (`g` has no meaning here) are left out. */
export function regularExpression(pattern: string, options: string): RegExp {
  let source = pattern
  let flags = [...options].map((flag) => javaScriptFlags[flag] ?? '').join('')
  const inline = /^\(\?([ims]+)\)/.exec(source)
  if (inline) {
    source = source.slice(inline[0].length)
    flags += inline[1] ?? ''
  }
  if (options.includes('x')) source = source.replace(/\\#|#.*$/gm, (m) => (m === '\\#' ? m : '')).replace(/\s+/g, '')
  try {
    return new RegExp(source, [...new Set(flags)].join(''))
  } catch (error) {
    throw invalid(`Regular expression is invalid: ${error instanceof Error ? error.message : pattern}`)
  }
}

/** A number as JSON or in one of extended JSON's number forms. */
function numberOf(value: unknown): number {
  return Number(isDoc(value) ? (value.$numberInt ?? value.$numberLong ?? value.$numberDouble) : (value ?? 0))
}

function parseDate(value: unknown, options: ParseOptions): Date {
  if (isDoc(value) && '$numberLong' in value) return new Date(Number(value.$numberLong))
  // The older SDK's server date.
  if (isDoc(value) && 'offset' in value) return new Date(options.now + numberOf(value.offset))
  const date = new Date(value as string | number)
  if (Number.isNaN(date.getTime())) throw invalid(`$date is invalid: ${JSON.stringify(value)}`)
  return date
}

function parseRegExp(value: unknown): RegExp {
  const { pattern, options } = isDoc(value) ? value : { pattern: '', options: '' }
  return regularExpression(String(pattern), typeof options === 'string' ? options : '')
}

function parseBinary(value: unknown): Binary {
  if (!isDoc(value)) throw invalid('$binary is invalid')
  return new Binary(Buffer.from(String(value.base64), 'base64'), parseInt(String(value.subType), 16) || 0)
}

function parseObjectId(value: unknown): ObjectId {
  if (typeof value !== 'string' || !/^[0-9a-f]{24}$/i.test(value)) {
    throw invalid(`${JSON.stringify(value)} is not a valid ObjectId`)
  }
  return new ObjectId(value)
}

const readers: Record<string, (value: unknown, options: ParseOptions) => unknown> = {
  $numberInt: Number,
  $numberDouble: Number,
  $numberLong: Number,
  $date: parseDate,
  $oid: parseObjectId,
  $tcb_server_date: (value, options) => new Date(options.now + numberOf(isDoc(value) ? value.offset : 0)),
  $regularExpression: parseRegExp,
  $numberDecimal: (value) => Decimal128.fromString(String(value)),
  $binary: parseBinary,
  $timestamp: (value) => (isDoc(value) ? new Timestamp({ t: Number(value.t), i: Number(value.i) }) : null),
  $minKey: () => new MinKey(),
  $maxKey: () => new MaxKey(),
  $undefined: () => null,
  $symbol: String,
}

/** The reader of an object that stands for a value: `{ $date: … }` and the like. */
function readerOf(fields: string[]): ((value: unknown, options: ParseOptions) => unknown) | undefined {
  const [first, second] = fields
  if (first === undefined || second !== undefined || !first.startsWith('$')) return undefined
  return Object.hasOwn(readers, first) ? readers[first] : undefined
}

/**
 * The value that parsed JSON stands for. What `JSON.parse` made is changed where it lies: a stored document is read far more
 * often than written, and most of it (texts, numbers) stands for itself.
 */
export function revive(value: unknown, options: ParseOptions, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (depth > limits.documentDepth * 2) throw invalid('the request is nested too deeply')
  if (Array.isArray(value)) return reviveItems(value, options, depth)
  const source = value as Doc
  const fields = Object.keys(source)
  const reader = readerOf(fields)
  if (reader) return reader(source[fields[0] ?? ''], options)
  for (const field of fields) {
    const inner = source[field]
    if (typeof inner === 'object') setField(source, field, revive(inner, options, depth + 1))
  }
  return source
}

function reviveItems(items: unknown[], options: ParseOptions, depth: number): unknown[] {
  for (const [at, item] of items.entries()) {
    if (typeof item === 'object') items[at] = revive(item, options, depth + 1)
  }
  return items
}

/** Parses extended JSON text. Refuses what is no JSON as the vendor does. */
export function parse(text: string, options: ParseOptions = { now: 0 }): unknown {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw invalid(`the parameter is not valid JSON: ${text.slice(0, 80)}`)
  }
  return revive(json, options)
}

function numberToJson(value: number): unknown {
  if (Object.is(value, -0)) return { $numberDouble: '-0.0' }
  return Number.isFinite(value) ? value : { $numberDouble: String(value) }
}

function objectToJson(value: object): unknown {
  if (value instanceof Date) return { $date: value.getTime() }
  if (value instanceof ObjectId) return { $oid: value.toHexString() }
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (value instanceof Decimal128) return { $numberDecimal: value.toString() }
  if (value instanceof Binary) {
    const subType = value.sub_type.toString(16).padStart(2, '0')
    return { $binary: { base64: Buffer.from(value.value()).toString('base64'), subType } }
  }
  if (value instanceof Timestamp)
    return { $timestamp: { t: value.getHighBitsUnsigned(), i: value.getLowBitsUnsigned() } }
  if (value instanceof MinKey) return { $minKey: 1 }
  if (value instanceof MaxKey) return { $maxKey: 1 }
  const result: Doc = {}
  for (const field of Object.keys(value)) setField(result, field, toJson((value as Doc)[field]))
  return result
}

function toJson(value: unknown): unknown {
  if (typeof value === 'number') return numberToJson(value)
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value === 'object' && value !== null) return objectToJson(value)
  return value
}

/** Writes extended JSON text that both `parse` and the SDK read back. */
export function stringify(value: unknown): string {
  return JSON.stringify(toJson(value)) ?? 'null'
}
