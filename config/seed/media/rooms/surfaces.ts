/** Paints walls, floors and ceilings onto canvases, in metres, and turns them into textures. */
import { createCanvas, loadImage, type Canvas, type Image } from '@napi-rs/canvas'
import path from 'node:path'
import { alpha, between, box, darker, downwards, fade, glow, HEIGHT, inside, lay, lighter } from '../scenes/drawing'
import { line, mix, oval, palette, seeded, through, WIDTH, type Pen } from '../scenes/drawing'
import { hills, sky, skyline, tree } from '../scenes/landscape'
import { books } from '../scenes/things'
import type { Colour, Texture } from './model'

const PER_METRE = 110

export const rgb = (hex: string): Colour => [
  parseInt(hex.slice(1, 3), 16),
  parseInt(hex.slice(3, 5), 16),
  parseInt(hex.slice(5, 7), 16),
]

/** Draws a surface of `width` × `height` metres; y runs downwards from its top edge. */
export const surface = (width: number, height: number, draw: (pen: Pen) => void): Texture => {
  const canvas = createCanvas(Math.round(width * PER_METRE), Math.round(height * PER_METRE))
  const pen = canvas.getContext('2d')
  pen.imageSmoothingQuality = 'high'
  pen.scale(canvas.width / width, canvas.height / height)
  draw(pen)
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
  return { data, width: canvas.width, height: canvas.height }
}

const pictures = new Map<number, Image>()
/** Reads the pictures of the exhibits that hang on the walls; draw those first. */
export const loadPictures = async (numbers: readonly number[]): Promise<void> => {
  for (const number of numbers)
    if (!pictures.has(number))
      pictures.set(number, await loadImage(path.resolve(__dirname, '..', 'exhibits', `${number}.jpg`)))
}

let view: Canvas | undefined
const parkView = (): Canvas => {
  if (view) return view
  view = createCanvas(WIDTH, HEIGHT)
  const pen = view.getContext('2d')
  const chance = seeded(42)
  sky(pen, 470, [860, 200], 46)
  hills(pen, chance, { base: 500, height: 260, peaks: 7, colour: '#A3C0BF', mist: '#E4EADD' })
  hills(pen, chance, { base: 540, height: 150, peaks: 8, colour: '#8FB2A6', mist: '#DFE8D8' })
  skyline(pen, 560, 240, 1, '#CCCFC4')
  for (let x = -20; x < WIDTH + 40; x += 52) tree(pen, chance, [x, 600], between(chance, 80, 120), '#86AC8C')
  lay(pen, box(0, 590, WIDTH, 90), '#A9C294')
  return view
}

/** What hangs or stands on a wall; `at` is its middle in metres from the wall's left end, `y` its middle's height. */
export type Item =
  | { kind: 'panel'; number: number; at: number; y?: number; width?: number; lit?: boolean }
  | { kind: 'window'; at: number; width: number; bottom?: number; top?: number }
  | { kind: 'shelf'; at: number; width: number; seed?: number }
  | { kind: 'slats'; at: number; width: number; tone: string }
  | { kind: 'band'; y: number; height: number; tone: string }
  | { kind: 'notes'; at: number; width: number }
  | { kind: 'timeline'; y: number }

export const PANEL_HEIGHT = 1.62
const PANEL_WIDTH = 2

const panel = (pen: Pen, height: number, item: Item & { kind: 'panel' }): void => {
  const w = item.width ?? PANEL_WIDTH
  const h = (w * 9) / 16
  const [x, y] = [item.at - w / 2, height - (item.y ?? PANEL_HEIGHT) - h / 2]
  const picture = pictures.get(item.number)
  if (!picture) throw new Error(`exhibits/${item.number}.jpg is missing: draw the exhibits' pictures first`)
  glow(pen, [item.at, y - 0.1], w * 0.72, item.lit ? '#BFE0F5' : '#FFF3D2', item.lit ? 0.4 : 0.75, 0.8)
  lay(pen, box(x - 0.07, y - 0.04, w + 0.16, h + 0.18, 0.03), alpha(palette.ink, 0.2))
  lay(pen, box(x - 0.06, y - 0.06, w + 0.12, h + 0.12, 0.02), item.lit ? '#1E2830' : '#FDFBF6')
  if (!item.lit) line(pen, box(x - 0.06, y - 0.06, w + 0.12, h + 0.12, 0.02), palette.gold, 0.018)
  pen.drawImage(picture, x, y, w, h)
  const plate = y + h + 0.16
  lay(pen, box(x, plate, 0.62, 0.2, 0.02), item.lit ? '#41525F' : '#FDFBF6')
  lay(pen, box(x + 0.05, plate + 0.05, 0.1, 0.1, 0.015), palette.red)
  for (const i of [0, 1]) lay(pen, box(x + 0.2, plate + 0.06 + i * 0.06, 0.34 - i * 0.1, 0.022, 0.01), '#9AA5A9')
}

const window = (pen: Pen, height: number, item: Item & { kind: 'window' }): void => {
  const [top, bottom] = [height - (item.top ?? 2.6), height - (item.bottom ?? 0.7)]
  const x = item.at - item.width / 2
  const opening = box(x, top, item.width, bottom - top)
  inside(pen, opening, () => {
    const wide = Math.max(item.width, ((bottom - top) * 16) / 9)
    pen.drawImage(parkView(), item.at - wide / 2, bottom - (wide * 9) / 16 + 0.1, wide, (wide * 9) / 16)
  })
  line(pen, opening, '#F8F4EA', 0.09)
  const panes = Math.max(2, Math.round(item.width / 1.1))
  for (let i = 1; i < panes; i++) {
    const at = x + (i * item.width) / panes
    line(pen, through([at, top], [at, bottom]), '#F8F4EA', 0.05)
  }
  lay(pen, box(x - 0.1, bottom, item.width + 0.2, 0.08, 0.02), '#E3D6BC')
}

const shelf = (pen: Pen, height: number, item: Item & { kind: 'shelf' }): void => {
  const x = item.at - item.width / 2
  const top = height - 2.35
  lay(pen, box(x, top, item.width, 2.35), '#A67C52')
  const bays = Math.max(1, Math.round(item.width / 0.9))
  const w = item.width / bays
  const chance = seeded(item.seed ?? 5)
  for (let bay = 0; bay < bays; bay++)
    for (let row = 0; row < 5; row++) {
      const [left, y] = [x + bay * w + 0.03, top + 0.05 + row * 0.45]
      lay(pen, box(left, y, w - 0.06, 0.4), downwards(pen, y, y + 0.4, '#6E4F33', '#8C6743'))
      pen.save()
      pen.translate(left, y)
      pen.scale(0.01, 0.01)
      books(pen, chance, [2, 40], (w - 0.06) * 100 - 4 - (chance() < 0.4 ? 30 : 0), 38)
      pen.restore()
    }
  lay(pen, box(x, top, item.width, 0.04), '#C59A69')
}

const slats = (pen: Pen, height: number, item: Item & { kind: 'slats' }): void => {
  const x = item.at - item.width / 2
  lay(pen, box(x, 0, item.width, height), darker(item.tone, 0.25))
  for (let i = 0; i < item.width / 0.12; i++) {
    const left = x + i * 0.12
    lay(pen, box(left, 0, 0.085, height), fade(pen, [left, 0], [left + 0.085, 0], lighter(item.tone, 0.18), item.tone))
  }
}

const notes = (pen: Pen, height: number, item: Item & { kind: 'notes' }): void => {
  const [x, y] = [item.at - item.width / 2, height - 2.15]
  lay(pen, box(x, y, item.width, 1.1, 0.03), '#C9A877')
  line(pen, box(x, y, item.width, 1.1, 0.03), '#8A6446', 0.04)
  const tones = ['#FBF6E8', '#F3D9A0', '#DCE8E4', '#F0D8CC']
  for (let i = 0; i < item.width / 0.36 - 1; i++)
    for (const row of [0, 1, 2]) {
      const [left, top] = [x + 0.12 + i * 0.36, y + 0.1 + row * 0.33]
      lay(pen, box(left, top, 0.27, 0.25, 0.01), tones[(i * 3 + row * 2) % 4] ?? '#FBF6E8')
      for (const k of [0, 1, 2]) lay(pen, box(left + 0.04, top + 0.06 + k * 0.06, 0.18 - k * 0.03, 0.018), '#A7B0B2')
      lay(pen, oval(left + 0.135, top + 0.02, 0.02), palette.red)
    }
}

const timeline = (pen: Pen, width: number, y: number): void => {
  lay(pen, box(0, y - 0.05, width, 0.1), fade(pen, [0, 0], [width, 0], palette.red, '#A31118'))
  lay(pen, box(0, y + 0.05, width, 0.015), palette.gold)
  for (let x = 0.5; x < width; x += 0.62) {
    lay(pen, oval(x, y, 0.075), palette.paper)
    lay(pen, oval(x, y, 0.045), palette.gold)
    line(pen, through([x, y + 0.08], [x, y + 0.2]), alpha(palette.gold, 0.8), 0.012)
    lay(pen, box(x - 0.2, y + 0.2, 0.4, 0.2, 0.015), '#FDFBF6')
    for (const k of [0, 1]) lay(pen, box(x - 0.15, y + 0.25 + k * 0.06, 0.3 - k * 0.1, 0.024), '#A9B2B5')
  }
}

const hang = (pen: Pen, width: number, height: number, item: Item): void => {
  if (item.kind === 'panel') panel(pen, height, item)
  else if (item.kind === 'window') window(pen, height, item)
  else if (item.kind === 'shelf') shelf(pen, height, item)
  else if (item.kind === 'slats') slats(pen, height, item)
  else if (item.kind === 'notes') notes(pen, height, item)
  else if (item.kind === 'timeline') timeline(pen, width, height - item.y)
  else lay(pen, box(0, height - item.y - item.height / 2, width, item.height), item.tone)
}

/** A wall with its items, a skirting board, and a moulding around every doorway (`from`, `to`, `top` in metres). */
export const wall = (
  [width, height]: readonly [number, number],
  tone: string,
  items: readonly Item[],
  doors: readonly { from: number; to: number; top: number }[],
): Texture =>
  surface(width, height, (pen) => {
    pen.fillStyle = downwards(pen, 0, height, lighter(tone, 0.2), tone, darker(tone, 0.07))
    pen.fillRect(0, 0, width, height)
    lay(pen, box(0, height - 0.12, width, 0.12), mix(tone, palette.paper, 0.6))
    line(pen, through([0, height - 0.12], [width, height - 0.12]), alpha(palette.ink, 0.18), 0.012)
    for (const item of items) hang(pen, width, height, item)
    for (const door of doors) {
      const frame = box(door.from, height - door.top, door.to - door.from, door.top + 0.2)
      line(pen, frame, alpha(palette.ink, 0.15), 0.26)
      line(pen, frame, '#C59A69', 0.2)
      line(pen, frame, '#DDBB8C', 0.12)
    }
  })

export type Ground = 'wood' | 'stone' | 'carpet'

/** A floor of boards, of slabs or of plain carpet; an optional rug in the middle. */
export const ground = (width: number, depth: number, kind: Ground, tone: string, rug?: string): Texture =>
  surface(width, depth, (pen) => {
    const chance = seeded(11)
    pen.fillStyle = tone
    pen.fillRect(0, 0, width, depth)
    const [across, along] = kind === 'wood' ? [0.18, 1.4] : [0.8, 0.8]
    if (kind !== 'carpet')
      for (let x = 0; x < width; x += across)
        for (let y = kind === 'wood' ? -chance() * along : 0; y < depth; y += along) {
          lay(pen, box(x, y, across, along), mix(tone, chance() < 0.5 ? '#6E4F33' : '#FFF3DC', chance() * 0.14))
          line(pen, box(x, y, across, along), alpha(palette.ink, kind === 'wood' ? 0.14 : 0.09), 0.008)
        }
    if (!rug) return
    const [w, d] = [width * 0.5, depth * 0.42]
    lay(pen, box((width - w) / 2, (depth - d) / 2, w, d, 0.1), rug)
    line(
      pen,
      box((width - w) / 2 + 0.12, (depth - d) / 2 + 0.12, w - 0.24, d - 0.24, 0.06),
      alpha(palette.gold, 0.7),
      0.03,
    )
  })

/** A ceiling with two long strips of light, or with round lamps where they hang. */
export const ceiling = (
  width: number,
  depth: number,
  tone: string,
  lamps: readonly (readonly [number, number])[],
  strips: boolean,
): Texture =>
  surface(width, depth, (pen) => {
    pen.fillStyle = tone
    pen.fillRect(0, 0, width, depth)
    line(pen, box(0.35, 0.35, width - 0.7, depth - 0.7), alpha('#FFF3D2', 0.9), 0.06)
    const [cx, cy] = [width / 2, depth / 2]
    glow(pen, [cx, cy], 2.2, '#FFF3D2', 0.55, 0.8)
    lay(pen, box(cx - 1.25, cy - 0.85, 2.5, 1.7, 0.08), darker(tone, 0.07))
    lay(
      pen,
      box(cx - 1.17, cy - 0.77, 2.34, 1.54, 0.05),
      fade(pen, [cx, cy - 0.8], [cx, cy + 0.8], '#FFFCF3', lighter(tone, 0.5)),
    )
    for (const share of [-1, 0, 1])
      line(pen, through([cx + share * 0.58, cy - 0.77], [cx + share * 0.58, cy + 0.77]), alpha(palette.ink, 0.07), 0.02)
    for (const side of strips ? [0.28, 0.72] : []) {
      glow(pen, [width * side, depth / 2], 1.2, '#FFFFFF', 0.5, 2)
      lay(pen, box(width * side - 0.07, depth * 0.12, 0.14, depth * 0.76, 0.07), '#FFFDF5')
    }
    for (const [x, z] of strips ? [] : lamps) {
      glow(pen, [x + width / 2, depth / 2 - z], 0.8, '#FFF6DC', 0.9)
      lay(pen, oval(x + width / 2, depth / 2 - z, 0.2), '#FFFDF2')
    }
  })
