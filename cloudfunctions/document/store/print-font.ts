/** The letters of printed sheets. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inflateSync } from 'node:zlib'

const FONT = 'noto-sans-sc-chinese-simplified-400-normal.woff'
/** Beside the bundle when built; from its package when run from the sources. */
const fontFile = (): string => {
  const beside = path.join(__dirname, FONT)
  return existsSync(beside)
    ? beside
    : path.resolve(__dirname, '../../../node_modules/@fontsource/noto-sans-sc/files', FONT)
}

/** Bytes of a WOFF's header and of an entry in its directory, and of the same in the font that it wraps. */
const WOFF = { head: 44, entry: 20, count: 12, flavour: 4 }
const SFNT = { head: 12, entry: 16 }
const ALIGNED = 4

/**
 * Unwraps a WOFF 1.0 font (W3C Recommendation of 2012, chapters 3–5). The PDF library would do it too, but inflates the
 * glyphs in its own JavaScript, again and again: seconds for each sheet, against milliseconds here.
 */
export const unwrapped = (woff: Buffer): Buffer => {
  const count = woff.readUInt16BE(WOFF.count)
  const head = Buffer.alloc(SFNT.head + SFNT.entry * count)
  woff.copy(head, 0, WOFF.flavour, WOFF.flavour + 4)
  head.writeUInt16BE(count, 4)
  const parts: Buffer[] = [head]
  let end = head.length
  for (let at = 0; at < count; at++) {
    const from = WOFF.head + WOFF.entry * at
    const [offset, packed, size] = [4, 8, 12].map((field) => woff.readUInt32BE(from + field)) as [
      number,
      number,
      number,
    ]
    const stored = woff.subarray(offset, offset + packed)
    const into = SFNT.head + SFNT.entry * at
    woff.copy(head, into, from, from + 4)
    woff.copy(head, into + 4, from + 16, from + 20)
    head.writeUInt32BE(end, into + 8)
    head.writeUInt32BE(size, into + 12)
    const padding = (ALIGNED - (size % ALIGNED)) % ALIGNED
    parts.push(packed < size ? inflateSync(stored) : stored, Buffer.alloc(padding))
    end += size + padding
  }
  return Buffer.concat(parts)
}

let font: Buffer | undefined

/** The font of printed sheets, unwrapped once for as long as the function's instance lives. */
export const printFont = (): Buffer => (font ??= unwrapped(readFileSync(fontFile())))
