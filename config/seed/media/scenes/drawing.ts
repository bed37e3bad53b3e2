/**
 * The few marks every picture is made of: seeded chance, the palette, flat shapes, soft light and grain.
 * All lengths are pixels of the 1200×675 picture; the light always comes from the upper left.
 */
import { createCanvas, ImageData, Path2D, type Canvas, type SKRSContext2D } from '@napi-rs/canvas'

export type Pen = SKRSContext2D
export type Point = readonly [x: number, y: number]
export type Chance = () => number
/** Draws one whole picture; takes its chance from outside so that the same seed gives the same bytes. */
export type Scene = (pen: Pen, chance: Chance) => void

export const WIDTH = 1200
export const HEIGHT = 675

export const palette = {
  paper: '#FAF7F2',
  sand: '#EADFCB',
  wheat: '#D8C09A',
  wood: '#C49A6C',
  walnut: '#8A6446',
  gold: '#B8863B',
  sun: '#F3D9A0',
  red: '#C8161D',
  clay: '#B9755A',
  sky: '#CFE0E6',
  mist: '#E4ECE8',
  blue: '#7FA3B5',
  steel: '#4F7388',
  navy: '#2C4152',
  sage: '#A9BFA4',
  leaf: '#7A9B7B',
  pine: '#4C7162',
  forest: '#2F5049',
  ink: '#1F1A17',
} as const

/** A repeatable source of numbers in [0, 1) (mulberry32). */
export const seeded = (seed: number): Chance => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const between = (chance: Chance, low: number, high: number): number => low + (high - low) * chance()

export const pick = <T>(chance: Chance, choices: readonly [T, ...T[]]): T =>
  choices[Math.floor(chance() * choices.length)] ?? choices[0]

const channels = (hex: string): [number, number, number] => [
  parseInt(hex.slice(1, 3), 16),
  parseInt(hex.slice(3, 5), 16),
  parseInt(hex.slice(5, 7), 16),
]

/** `#rrggbb` a moved towards b by share (0…1). */
export const mix = (a: string, b: string, share: number): string => {
  const [from, to] = [channels(a), channels(b)]
  const part = (i: 0 | 1 | 2) => Math.round(from[i] + (to[i] - from[i]) * share)
  return '#' + [part(0), part(1), part(2)].map((value) => value.toString(16).padStart(2, '0')).join('')
}

export const darker = (hex: string, share = 0.18): string => mix(hex, palette.navy, share)
export const lighter = (hex: string, share = 0.25): string => mix(hex, palette.paper, share)

export const alpha = (hex: string, opacity: number): string => `rgba(${channels(hex).join(',')},${opacity})`

export const fade = (pen: Pen, from: Point, to: Point, ...stops: string[]) => {
  const gradient = pen.createLinearGradient(from[0], from[1], to[0], to[1])
  stops.forEach((stop, i) => gradient.addColorStop(i / Math.max(1, stops.length - 1), stop))
  return gradient
}

export const downwards = (pen: Pen, top: number, bottom: number, ...stops: string[]) =>
  fade(pen, [0, top], [0, bottom], ...stops)

export const polygon = (...points: Point[]): Path2D => {
  const path = new Path2D()
  points.forEach(([x, y], i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)))
  path.closePath()
  return path
}

export const box = (x: number, y: number, width: number, height: number, radius = 0): Path2D => {
  const path = new Path2D()
  path.roundRect(x, y, width, height, radius)
  return path
}

export const oval = (x: number, y: number, rx: number, ry = rx): Path2D => {
  const path = new Path2D()
  path.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2)
  return path
}

/** A light or a shadow without an edge. */
export const glow = (pen: Pen, [x, y]: Point, radius: number, colour: string, strength: number, flat = 1): void => {
  pen.save()
  pen.translate(x, y)
  pen.scale(1, flat)
  const gradient = pen.createRadialGradient(0, 0, 0, 0, 0, radius)
  gradient.addColorStop(0, alpha(colour, strength))
  gradient.addColorStop(0.55, alpha(colour, strength * 0.35))
  gradient.addColorStop(1, alpha(colour, 0))
  pen.fillStyle = gradient
  pen.fillRect(-radius, -radius, radius * 2, radius * 2)
  pen.restore()
}

/** Fills a shape. */
export const lay = (pen: Pen, path: Path2D, style: Pen['fillStyle']): void => {
  pen.fillStyle = style
  pen.fill(path)
}

/** Draws a line with round ends. */
export const line = (pen: Pen, path: Path2D, colour: string, width: number): void => {
  pen.strokeStyle = colour
  pen.lineWidth = width
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.stroke(path)
}

export const through = (...points: Point[]): Path2D => {
  const path = new Path2D()
  points.forEach(([x, y], i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)))
  return path
}

/** Draws only inside a shape. */
export const inside = (pen: Pen, path: Path2D, draw: () => void): void => {
  pen.save()
  pen.clip(path)
  draw()
  pen.restore()
}

let speckle: Canvas | undefined

const speckleTile = (): Canvas => {
  if (speckle) return speckle
  const size = 320
  const chance = seeded(7)
  const data = new Uint8ClampedArray(size * size * 4)
  for (let i = 3; i < data.length; i += 4) data[i] = chance() < 0.5 ? 0 : Math.round(chance() * 255)
  speckle = createCanvas(size, size)
  speckle.getContext('2d').putImageData(new ImageData(data, size, size), 0, 0)
  return speckle
}

/** Grainy shade within a shape, growing from nothing at `from` to full at `to`: the pictures' printed look. */
export const stipple = (pen: Pen, path: Path2D, from: Point, to: Point, colour: string, strength: number): void => {
  const sheet = createCanvas(WIDTH, HEIGHT)
  const brush = sheet.getContext('2d')
  const speckles = brush.createPattern(speckleTile(), 'repeat')
  if (!speckles) throw new Error('The speckle tile cannot be used as a pattern')
  brush.fillStyle = speckles
  brush.fillRect(0, 0, WIDTH, HEIGHT)
  brush.globalCompositeOperation = 'source-in'
  brush.fillStyle = fade(brush, from, to, alpha(colour, 0), alpha(colour, strength))
  brush.fillRect(0, 0, WIDTH, HEIGHT)
  inside(pen, path, () => {
    pen.resetTransform()
    pen.drawImage(sheet, 0, 0)
  })
}

/** The last coat: darker corners and a fine paper grain over everything. */
export const finish = (pen: Pen, chance: Chance): void => {
  const corner = pen.createRadialGradient(520, 300, 330, 600, 337, 800)
  corner.addColorStop(0, alpha(palette.ink, 0))
  corner.addColorStop(1, alpha(palette.ink, 0.16))
  pen.fillStyle = corner
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  const image = pen.getImageData(0, 0, WIDTH, HEIGHT)
  for (let i = 0; i < image.data.length; i += 4) {
    const grain = (chance() - 0.5) * 7
    for (let c = 0; c < 3; c++) image.data[i + c] = (image.data[i + c] ?? 0) + grain
  }
  pen.putImageData(image, 0, 0)
}
