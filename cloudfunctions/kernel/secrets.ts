/** Randomness and keyed digests: on the server only. */
import { createHmac, randomBytes, timingSafeEqual, createHash } from 'node:crypto'

/** Crockford's alphabet: no letter that is mistaken for a digit, all of it in QR's alphanumeric mode. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const encode = (bytes: Buffer, length: number): string =>
  Array.from({ length }, (_unused, at) => ALPHABET[(bytes[at] ?? 0) % ALPHABET.length]).join('')

/** A random id of `length` characters with 5 bits each. */
export const randomId = (length = 16): string => encode(randomBytes(length), length)

/** An id that depends on its parts alone, so that repeating a request makes the same document. */
export const derivedId = (length: number, ...parts: string[]): string =>
  encode(createHash('sha256').update(JSON.stringify(parts)).digest(), length)

export const randomSecret = (): string => randomBytes(32).toString('hex')

export const hmac = (secret: string, text: string): Buffer =>
  createHmac('sha256', Buffer.from(secret, 'hex')).update(text).digest()

/** Equality that takes the same time wherever the difference lies. */
export const sameText = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
