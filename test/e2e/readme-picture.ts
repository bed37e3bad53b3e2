import { createCanvas, loadImage } from '@napi-rs/canvas'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../support/repository'

const folder = path.join(root, 'config', 'seed', 'media', 'readme')

/** Quality of WebP at which small type is still sharp: a third of what the same picture weighs as PNG. */
const QUALITY = 82

/** Writes a picture (PNG) for the README under this name. */
export async function keepForReadme(name: string, png: Buffer): Promise<void> {
  const image = await loadImage(png)
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `${name}.webp`), canvas.toBuffer('image/webp', QUALITY))
}
