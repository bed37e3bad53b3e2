import { crc32, deflateSync } from 'node:zlib'
import { create } from 'qrcode'

/** Modules of white that a scanner needs around a code. */
const quietZone = 4

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A square black-and-white PNG, one bit a pixel. Much quicker than a picture of colours, of which a print sheet needs dozens. */
function png(side: number, isBlack: (x: number, y: number) => boolean): Buffer {
  const stride = 1 + Math.ceil(side / 8)
  const lines = Buffer.alloc(stride * side, 0xff)
  for (let y = 0; y < side; y++) {
    // Each line begins with its filter: none.
    lines[y * stride] = 0
    for (let x = 0; x < side; x++) {
      const at = y * stride + 1 + (x >> 3)
      if (isBlack(x, y)) lines[at] = (lines[at] ?? 0) & ~(0x80 >> (x & 7))
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head[8] = 1
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** An ordinary QR code as PNG, exactly `side` pixels wide and high. */
export function qrPicture(text: string, side: number): Buffer {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const scale = Math.max(1, Math.floor(side / (size + 2 * quietZone)))
  const margin = Math.floor((side - size * scale) / 2)
  const moduleAt = (pixel: number) => Math.floor((pixel - margin) / scale)
  return png(side, (x, y) => {
    const [column, row] = [moduleAt(x), moduleAt(y)]
    return column >= 0 && row >= 0 && column < size && row < size && data[row * size + column] === 1
  })
}
