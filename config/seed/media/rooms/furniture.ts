/** Things that stand in a room, put together from boxes, posts and balls. Metres; `at` is the middle of the foot. */
import { rgb } from './surfaces'
import type { Colour, Solid, Vec } from './model'

const box = (x: number, y: number, z: number, w: number, h: number, d: number, colour: Colour): Solid => ({
  kind: 'box',
  min: [x - w / 2, y, z - d / 2],
  max: [x + w / 2, y + h, z + d / 2],
  colour,
})

export const plinth = ([x, z]: readonly [number, number], tone: string, ware: Solid['kind'], hue: string): Solid[] => {
  const foot = box(x, 0, z, 0.56, 0.92, 0.56, rgb(tone))
  const trim = box(x, 0.92, z, 0.6, 0.03, 0.6, rgb('#C9A25C'))
  const things: Record<Solid['kind'], Solid> = {
    ball: { kind: 'ball', at: [x, 1.13, z], r: 0.18, colour: rgb(hue) },
    post: { kind: 'post', at: [x, 0.95, z], r: 0.14, height: 0.36, colour: rgb(hue) },
    box: box(x, 0.95, z, 0.3, 0.28, 0.3, rgb(hue)),
  }
  return [foot, trim, things[ware]]
}

export const table = (
  [x, z]: readonly [number, number],
  [w, d]: readonly [number, number],
  tone = '#C79D6C',
  height = 0.74,
): Solid[] => {
  const legs = [-1, 1].flatMap((sx) =>
    [-1, 1].map((sz) =>
      box(x + sx * (w / 2 - 0.08), 0, z + sz * (d / 2 - 0.08), 0.06, height - 0.05, 0.06, rgb('#6B5138')),
    ),
  )
  return [...legs, box(x, height - 0.05, z, w, 0.05, d, rgb(tone))]
}

/** A chair whose back is on the side `back` (1 ahead, -1 behind). */
export const chair = ([x, z]: readonly [number, number], back: 1 | -1, tone: string): Solid[] => [
  box(x, 0, z, 0.08, 0.42, 0.08, rgb('#6F6A62')),
  box(x, 0.42, z, 0.44, 0.06, 0.42, rgb(tone)),
  box(x, 0.5, z + back * 0.2, 0.42, 0.38, 0.05, rgb(tone)),
]

export const stool = ([x, z]: readonly [number, number], tone: string): Solid => ({
  kind: 'post',
  at: [x, 0, z],
  r: 0.2,
  height: 0.42,
  colour: rgb(tone),
})

/** A round-leafed plant in a pot. */
export const plant = ([x, z]: readonly [number, number], size = 1): Solid[] => {
  const leaves = [
    [0, 0.95, 0, 0.24], [0.17, 0.78, 0.08, 0.19], [-0.17, 0.76, -0.05, 0.2], [0.03, 0.72, -0.18, 0.18], [-0.04, 0.72, 0.18, 0.17],
    [0.1, 1.12, -0.06, 0.15], [-0.1, 1.1, 0.06, 0.14],
  ] as const // prettier-ignore
  const tones = ['#6F9C72', '#5C8A68', '#83AD7E', '#4F7C60'] as const
  return [
    { kind: 'post', at: [x, 0, z], r: 0.18 * size, height: 0.42 * size, colour: rgb('#EFE7D8') },
    { kind: 'post', at: [x, 0.42 * size, z], r: 0.025 * size, height: 0.3 * size, colour: rgb('#7A5B42') },
    ...leaves.map(([dx, y, dz, r], i): Solid => ({
      kind: 'ball',
      at: [x + dx * size, y * size, z + dz * size],
      r: r * size,
      colour: rgb(tones[i % 4] ?? tones[0]),
    })),
  ]
}

/** Lamps on cords; `places` are x, z, and their height. */
export const lamps = (places: readonly Vec[], ceiling: number, r = 0.15, tone = '#FFE9B8'): Solid[] =>
  places.flatMap(([x, y, z]): Solid[] => [
    { kind: 'ball', at: [x, y, z], r, colour: rgb(tone), lit: true },
    { kind: 'post', at: [x, y + r, z], r: 0.008, height: ceiling - y - r, colour: rgb('#6B6257') },
  ])

/** A model of the park on a table: small towers around one red roof. */
export const parkModel = ([x, z]: readonly [number, number]): Solid[] => {
  const towers = [
    [-0.85, -0.25, 0.34], [-0.6, 0.2, 0.22], [-0.3, -0.3, 0.26], [0.35, 0.25, 0.3], [0.62, -0.2, 0.4], [0.9, 0.18, 0.2], [-0.95, 0.3, 0.14], [0.3, -0.34, 0.16],
  ] as const // prettier-ignore
  const tones = ['#E9E2D2', '#D6DEDD', '#E5D9C2'] as const
  return [
    box(x, 0, z, 2.3, 0.72, 1.1, rgb('#F4EEE2')),
    box(x, 0.72, z, 2.4, 0.05, 1.2, rgb('#C9A25C')),
    box(x, 0.77, z, 2.3, 0.01, 1.1, rgb('#B5CBA0')),
    box(x, 0.78, z, 0.34, 0.09, 0.28, rgb('#EFE4D0')),
    box(x, 0.87, z, 0.36, 0.015, 0.3, rgb('#C8161D')),
    ...towers.map(([dx, dz, h], i) => box(x + dx, 0.78, z + dz, 0.15, h, 0.15, rgb(tones[i % 3] ?? tones[0]))),
  ]
}

/** A headset on its stand. */
export const headset = ([x, z]: readonly [number, number]): Solid[] => [
  box(x, 0, z, 0.5, 0.95, 0.5, rgb('#E8EDF0')),
  box(x, 0.95, z, 0.54, 0.02, 0.54, rgb('#6FB6D9')),
  { kind: 'post', at: [x, 0.97, z], r: 0.05, height: 0.16, colour: rgb('#B9C4CA') },
  { kind: 'ball', at: [x, 1.22, z], r: 0.13, colour: rgb('#3C4B58') },
  box(x, 1.15, z, 0.28, 0.14, 0.3, rgb('#2B3844')),
  box(x, 1.17, z - 0.155, 0.22, 0.09, 0.01, rgb('#7CC3E6')),
]

export const bench = (
  [x, z]: readonly [number, number],
  length: number,
  tone: string,
  along: 'x' | 'z' = 'z',
): Solid[] => {
  const [w, d] = along === 'x' ? [length, 0.42] : [0.42, length]
  return [box(x, 0.05, z, w - 0.1, 0.32, d - 0.1, rgb('#6B5138')), box(x, 0.37, z, w, 0.08, d, rgb(tone))]
}
