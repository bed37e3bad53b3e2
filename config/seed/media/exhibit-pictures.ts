/**
 * Draws the pictures of the exhibits and of the stories: `npx tsx config/seed/media/exhibit-pictures.ts [number|story…]`.
 *
 * - `exhibits/<number>.jpg`, 960×540, one for each exhibit, at most 34 KB.
 * - `stories/<story>.jpg`, 960×540, one for each story, at most 30 KB.
 *
 * No Debian package is needed. The pictures show no real person, emblem or flag and carry no words. Chance is seeded:
 * a second run writes the same bytes with the same version of the canvas package.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { alpha, HEIGHT, palette, seeded, WIDTH, type Pen, type Scene } from './scenes/drawing'
import { hall1 } from './scenes/hall-1'
import { hall2 } from './scenes/hall-2'
import { hall3 } from './scenes/hall-3'
import { hall4 } from './scenes/hall-4'
import { hall5 } from './scenes/hall-5'
import { hall6 } from './scenes/hall-6'
import { hall7 } from './scenes/hall-7'
import { hall8 } from './scenes/hall-8'
import { stories } from './scenes/stories'
import { jpegWithin } from './jpeg'

const exhibits: Record<string, Scene> = {
  ...hall1,
  ...hall2,
  ...hall3,
  ...hall4,
  ...hall5,
  ...hall6,
  ...hall7,
  ...hall8,
}

/** A little shade in the corners; no grain, which would cost more bytes than it gives on a phone. */
const vignette = (pen: Pen): void => {
  const corner = pen.createRadialGradient(560, 310, 360, 600, 337, 800)
  corner.addColorStop(0, alpha(palette.ink, 0))
  corner.addColorStop(1, alpha(palette.ink, 0.12))
  pen.fillStyle = corner
  pen.fillRect(0, 0, WIDTH, HEIGHT)
}

const picture = (name: string, scene: Scene, limit: number): Buffer => {
  const sheet = createCanvas(WIDTH, HEIGHT)
  const pen = sheet.getContext('2d')
  scene(pen, seeded(Number(name.replace(/\D/g, '')) * 7919))
  pen.resetTransform()
  vignette(pen)
  const small = createCanvas(960, 540)
  const brush = small.getContext('2d')
  brush.imageSmoothingQuality = 'high'
  brush.drawImage(sheet, 0, 0, 960, 540)
  return jpegWithin(small, limit, name)
}

const wanted = process.argv.slice(2)
for (const [folder, scenes, limit] of [
  ['exhibits', exhibits, 34 * 1024],
  ['stories', stories, 30 * 1024],
] as const) {
  mkdirSync(path.resolve(__dirname, folder), { recursive: true })
  for (const [name, scene] of Object.entries(scenes)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const bytes = picture(name, scene, limit)
    writeFileSync(path.resolve(__dirname, folder, `${name}.jpg`), bytes)
    console.log(`${folder}/${name}.jpg: ${Math.ceil(bytes.length / 1024)} KB`)
  }
}
