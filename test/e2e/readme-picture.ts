import { createCanvas, loadImage } from '@napi-rs/canvas'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../support/repository'

const folder = path.join(root, 'config', 'seed', 'media', 'readme')

/** What a clone should not have to carry more than, bytes a picture. */
const LIMIT = 120 * 1024

/** Writes a picture (PNG) for the README under this name, made narrower until it is small enough. */
export async function keepForReadme(name: string, png: Buffer): Promise<void> {
  const image = await loadImage(png)
  mkdirSync(folder, { recursive: true })
  for (let share = 1; ; share *= 0.9) {
    const canvas = createCanvas(Math.round(image.width * share), Math.round(image.height * share))
    const context = canvas.getContext('2d')
    context.imageSmoothingQuality = 'high'
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    const small = canvas.toBuffer('image/png')
    if (small.length > LIMIT) continue
    writeFileSync(path.join(folder, `${name}.png`), small)
    return
  }
}
