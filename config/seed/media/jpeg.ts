/** JPEG within a budget of bytes: as good as fits. */
import type { Canvas } from '@napi-rs/canvas'

const QUALITIES = [84, 80, 76, 72, 68, 64, 60, 56, 52, 48, 44, 40]

/** @throws Error when the picture does not fit into `limit` bytes even at the lowest quality that still looks clean. */
export const jpegWithin = (canvas: Canvas, limit: number, name: string): Buffer => {
  for (const quality of QUALITIES) {
    const bytes = canvas.toBuffer('image/jpeg', quality)
    if (bytes.length <= limit) return bytes
  }
  throw new Error(`${name} stays above ${limit} bytes even at quality ${QUALITIES.at(-1)}: draw it calmer`)
}
