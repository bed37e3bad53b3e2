/**
 * Makes the small copies that lists show: `npx tsx config/seed/media/small-pictures.ts`.
 *
 * `<folder>/small/<name>.jpg`, 320×180, at most 10 KB, of every picture in `halls`, `exhibits` and `stories`. They are kept
 * beside the pictures so that a start needs no canvas. No Debian package is needed.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'

const WIDTH = 320
const HEIGHT = 180
const QUALITIES = [70, 62, 54, 46]
const LIMIT = 10 * 1024

const shrink = async (file: string): Promise<Buffer> => {
  const sheet = createCanvas(WIDTH, HEIGHT)
  const pen = sheet.getContext('2d')
  pen.imageSmoothingEnabled = true
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(await loadImage(file), 0, 0, WIDTH, HEIGHT)
  for (const quality of QUALITIES) {
    const bytes = sheet.toBuffer('image/jpeg', quality)
    if (bytes.length <= LIMIT) return bytes
  }
  throw new Error(`${file} stays above ${LIMIT} bytes when small: draw it calmer`)
}

const main = async (): Promise<void> => {
  for (const folder of ['halls', 'exhibits', 'stories']) {
    const from = path.join(__dirname, folder)
    mkdirSync(path.join(from, 'small'), { recursive: true })
    const names = readdirSync(from).filter((name) => name.endsWith('.jpg'))
    for (const name of names) writeFileSync(path.join(from, 'small', name), await shrink(path.join(from, name)))
    console.log(`${folder}/small: ${names.length} pictures`)
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
