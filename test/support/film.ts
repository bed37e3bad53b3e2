import { createCanvas, loadImage } from '@napi-rs/canvas'
import { renameSync, writeFileSync } from 'node:fs'

const width = 640
const height = 480
/** Chromium plays the file in a loop; a second of it is enough for any scanner. */
const frames = 30

/**
 * Writes what Chromium’s fake camera sees: a picture held still, in the middle of a grey table, as large as fits with a hand’s margin.
 * @param picture an encoded picture, such as a screenshot of the desk’s code
 * @param file ends in `.mjpeg`, which is how Chromium knows the format
 */
export async function film(picture: Buffer, file: string): Promise<void> {
  const image = await loadImage(picture)
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#dddddd'
  context.fillRect(0, 0, width, height)
  const scale = Math.min((width - 40) / image.width, (height - 40) / image.height)
  const [w, h] = [image.width * scale, image.height * scale]
  context.drawImage(image, (width - w) / 2, (height - h) / 2, w, h)
  const frame = canvas.toBuffer('image/jpeg', 92)
  // A camera that opens the file meanwhile sees the old picture or the new one, never half of it.
  writeFileSync(`${file}.new`, Buffer.concat(Array.from({ length: frames }, () => frame)))
  renameSync(`${file}.new`, file)
}
