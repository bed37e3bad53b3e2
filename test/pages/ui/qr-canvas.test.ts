/** @jest-environment node */
import { createCanvas } from '@napi-rs/canvas'
import encodeQr from 'qr'
import decodeQr from 'qr/decode.js'
import { drawQr, type QrCanvasProps } from '@/ui/qr-canvas'
import type { CanvasNode } from '@/ui/canvas-node'

const ADDRESS = 'https://example.com/c?e=ev0001&s=88213931&k=Zm9vYmFyYmF6cXV4'

/** Draws like the page does and reads the pixels back as a camera would. */
function draw(matrix: QrCanvasProps['matrix'], size: number) {
  const canvas = createCanvas(1, 1)
  drawQr(canvas as unknown as CanvasNode, matrix, size)
  return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
}

/** The encoder leaves at least one module of border; the matrix of a page has none. */
const matrix = encodeQr(ADDRESS, 'raw', { border: 1 })
  .slice(1, -1)
  .map((row) => row.slice(1, -1))

test.each([120, 280, 560])('what is drawn at %i px can be read back', (size) => {
  const { data, width, height } = draw(matrix, size)
  expect(decodeQr({ data: Uint8ClampedArray.from(data), width, height })).toBe(ADDRESS)
})

test('four modules of white stand on every side', () => {
  const { data, width } = draw(matrix, 280)
  const dark = (x: number, y: number) => data[(y * width + x) * 4] === 0
  const module = Math.floor(width / (matrix.length + 8))
  const rows = Array.from({ length: width }, (_, y) =>
    Array.from({ length: width }, (_, x) => dark(x, y)).indexOf(true),
  )
  const left = Math.min(...rows.filter((first) => first >= 0))
  expect(rows.findIndex((first) => first >= 0)).toBe(left)
  expect(left).toBeGreaterThanOrEqual(4 * module)
})
