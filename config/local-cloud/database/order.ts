import { Binary, Decimal128, ObjectId, Timestamp } from 'bson'
import { isDoc, Rank, rankOf } from './value'

/**
 * Values as bytes whose byte order is MongoDB's comparison order, so that one SQLite range answers a range of mixed types.
 * The encoding of a value is never a prefix of another value's; so encodings can be put one after the other for compound keys.
 */
class KeyWriter {
  #bytes = Buffer.allocUnsafe(256)
  #length = 0

  #room(size: number): void {
    if (this.#length + size <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + size))
    this.#bytes.copy(larger, 0, 0, this.#length)
    this.#bytes = larger
  }

  take(): Buffer {
    const result = Buffer.from(this.#bytes.subarray(0, this.#length))
    this.#length = 0
    return result
  }

  byte(value: number): void {
    this.#room(1)
    this.#bytes[this.#length++] = value
  }

  /** A double, flipped so that its bytes sort as the number does; NaN sorts before every number, -0 equals 0. */
  double(value: number): void {
    this.#room(8)
    const at = this.#length
    this.#length += 8
    if (Number.isNaN(value)) {
      this.#bytes.fill(0, at, at + 8)
      return
    }
    this.#bytes.writeDoubleBE(value === 0 ? 0 : value, at)
    if ((this.#bytes[at] ?? 0) & 0x80) {
      for (let i = at; i < at + 8; i++) this.#bytes[i] = ~(this.#bytes[i] ?? 0)
    } else {
      this.#bytes[at] = (this.#bytes[at] ?? 0) | 0x80
    }
  }

  /** Text ends with 0x00 0x01; a 0x00 within is written 0x00 0xff, which sorts after the end. */
  text(value: string): void {
    this.#room(value.length * 3)
    if (value.includes('\0')) {
      const parts = value.split('\0')
      parts.forEach((part, index) => {
        if (index > 0) this.raw(Buffer.from([0x00, 0xff]))
        this.raw(Buffer.from(part))
      })
    } else {
      this.#length += this.#bytes.write(value, this.#length, 'utf8')
    }
    this.byte(0)
    this.byte(1)
  }

  raw(bytes: Uint8Array): void {
    this.#room(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  value(value: unknown): void {
    const rank = rankOf(value)
    this.byte(rank)
    if (typeof value === 'string') this.text(value)
    else if (typeof value === 'number') this.double(value)
    else if (typeof value === 'boolean') this.byte(value ? 1 : 0)
    else if (value instanceof Date) this.double(value.getTime())
    else if (Array.isArray(value)) this.#array(value)
    else if (typeof value === 'object' && value !== null) this.#object(value, rank)
  }

  #array(values: unknown[]): void {
    for (const value of values) this.value(value)
    this.byte(0)
  }

  #object(value: object, rank: number): void {
    if (value instanceof ObjectId) this.raw(value.id)
    else if (value instanceof Decimal128) this.double(Number(value.toString()))
    else if (value instanceof RegExp) this.#pair(value.source, value.flags)
    else if (value instanceof Timestamp) this.double(Number(value.toBigInt()))
    else if (value instanceof Binary) this.#binary(value)
    else if (rank === Rank.object && isDoc(value)) this.#fields(value)
  }

  #pair(first: string, second: string): void {
    this.text(first)
    this.text(second)
  }

  #binary(value: Binary): void {
    this.double(value.length())
    this.byte(value.sub_type)
    this.raw(value.value())
  }

  /** Objects compare field by field: type, then name, then value. */
  #fields(value: Record<string, unknown>): void {
    for (const field of Object.keys(value)) {
      this.byte(rankOf(value[field]))
      this.text(field)
      this.value(value[field])
    }
    this.byte(0)
  }
}

const writer = new KeyWriter()

/** Encodes one value; see `KeyWriter`. */
export function encode(value: unknown): Buffer {
  writer.value(value)
  return writer.take()
}

/** The key of an empty array where an array's elements are the keys. */
export const emptyKey = Buffer.from([Rank.empty])

/** The key of null and of an absent field. */
export const nilKey = Buffer.from([Rank.nil])

/** The same key for a descending place in a compound key. */
export function invert(key: Buffer): Buffer {
  const result = Buffer.allocUnsafe(key.length)
  for (let i = 0; i < key.length; i++) result[i] = ~(key[i] ?? 0)
  return result
}

/** The smallest key greater than every key that begins with `prefix`; null where there is none. */
export function successor(prefix: Buffer): Buffer | null {
  let end = prefix.length
  while (end > 0 && prefix[end - 1] === 0xff) end--
  if (end === 0) return null
  const result = Buffer.from(prefix.subarray(0, end))
  result[end - 1] = (result[end - 1] ?? 0) + 1
  return result
}

/** Code units above the surrogates sort before them in UTF-8, after them in UTF-16. */
function compareText(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return x >= 0xd800 && y >= 0xd800 ? Buffer.compare(Buffer.from(a), Buffer.from(b)) : x - y
  }
  return a.length - b.length
}

/** NaN is before every number and equal to itself. */
function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a))
  return a === b ? 0 : a < b ? -1 : 1
}

/** Compares two values in BSON order: negative, zero or positive. */
export function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b)
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  if (a instanceof Date && b instanceof Date) return compareNumbers(a.getTime(), b.getTime())
  return Buffer.compare(encode(a), encode(b))
}

/** BSON equality: numbers by value, objects with their fields in the same order. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a === 'string' || typeof b === 'string') return false
  return compare(a, b) === 0
}
