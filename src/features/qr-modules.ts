import type { QRCodeSegment } from 'qrcode'
import { create } from 'qrcode/lib/core/qrcode'

/** A QR code as rows of dark (`true`) and light modules, without its quiet zone. */
export type Modules = boolean[][]

const ALPHANUMERIC_TAIL = /[0-9A-Z $%*+\-./:]*$/

const bytesOf = (text: string): Uint8Array => {
  const latin = unescape(encodeURIComponent(text))
  return Uint8Array.from({ length: latin.length }, (_, at) => latin.charCodeAt(at))
}

/**
 * The QR code of a text. What ends it in QR's alphanumeric alphabet costs 5.5 bits a character instead of 8, which keeps
 * the modules large; what comes before it goes as bytes (WeChat has no TextEncoder for the library to use).
 */
export const qrModules = (text: string): Modules => {
  const tail = ALPHANUMERIC_TAIL.exec(text)?.[0] ?? ''
  const head = text.slice(0, text.length - tail.length)
  const segments: QRCodeSegment[] = [
    ...(head ? [{ data: bytesOf(head), mode: 'byte' as const }] : []),
    ...(tail ? [{ data: tail, mode: 'alphanumeric' as const }] : []),
  ]
  const { modules } = create(segments, { errorCorrectionLevel: 'M' })
  return Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_, column) => modules.get(row, column) === 1),
  )
}
