/** Exhibits 501–504: the room of many screens, stories on demand, four kinds of meeting, a lesson on the way. */
import { Path2D } from '@napi-rs/canvas'
import { alpha, box, downwards, fade, glow, HEIGHT, lay, line, oval, palette } from './drawing'
import { polygon, through, WIDTH, type Pen, type Point, type Scene } from './drawing'
import { cloud, hills, sky, tower, tree, water } from './landscape'
import { cup, pendantLamp, plant, room } from './interior'
import { arms, lookOf, sit, stand } from './people'
import { backdrop, books, card, display } from './things'

const views: readonly ((pen: Pen, x: number, y: number, w: number, h: number) => void)[] = [
  (pen, x, y, w, h) => {
    lay(pen, box(x, y, w, h), downwards(pen, y, y + h, '#BFD6DE', '#F7EAD2'))
    lay(pen, oval(x + w * 0.7, y + h * 0.4, h * 0.14), '#F3CE86')
    lay(pen, new Path2D(`M${x} ${y + h} L${x} ${y + h * 0.7} Q${x + w * 0.25} ${y + h * 0.3} ${x + w * 0.5} ${y + h * 0.7} T${x + w} ${y + h * 0.6} L${x + w} ${y + h}Z`), '#86AAA5')
  },
  (pen, x, y, w, h) => {
    for (let i = 0; i < 5; i++) lay(pen, box(x + w * (0.14 + i * 0.15), y + h * (0.78 - i * 0.12), w * 0.1, h * (0.1 + i * 0.12), 3), i === 4 ? palette.red : palette.blue)
  },
  (pen, x, y, w, h) => {
    lay(pen, box(x, y, w, h), fade(pen, [x, y], [x + w, y + h], '#E9D3AE', '#C99F6C'))
    lay(pen, polygon([x + w * 0.42, y + h * 0.32], [x + w * 0.64, y + h * 0.5], [x + w * 0.42, y + h * 0.68]), palette.paper)
  },
  (pen, x, y, w, h) => {
    for (let i = 0; i < 4; i++) lay(pen, box(x + w * 0.16, y + h * (0.24 + i * 0.15), w * (i === 3 ? 0.4 : 0.66), h * 0.055, 3), i === 0 ? palette.red : '#A9B7BD')
  },
] // prettier-ignore

/** One large screen and four small ones before rows of seats. */
const screens: Scene = (pen) => {
  backdrop(pen, '#56666F', '#6F7F86', '#8D938E')
  lay(pen, box(0, 480, WIDTH, 195), downwards(pen, 480, HEIGHT, '#7E8A8C', '#5D686C'))
  const draw = (n: number, [x, y, w, h]: readonly [number, number, number, number]): void =>
    display(pen, [x, y, w, h], () => views[n]?.(pen, x, y, w, h))
  draw(0, [330, 90, 540, 304])
  draw(1, [70, 90, 220, 142])
  draw(2, [70, 254, 220, 142])
  draw(3, [910, 90, 220, 142])
  draw(2, [910, 254, 220, 142])
  glow(pen, [600, 500], 420, '#EAF3F4', 0.5, 0.25)
  stand(pen, { ...lookOf(2), cloth: palette.paper, hair: 'bob', at: [300, 520], height: 190, view: 'right', arms: [arms.fold, arms.point] })
  for (const [y, size, shift] of [[530, 50, 0], [610, 70, 40]] as const)
    for (let i = 0; i < 7; i++) {
      const x = 150 + shift * -1.6 + i * (size * 3)
      sit(pen, { ...lookOf(i + (shift ? 3 : 0)), at: [x, y], size, view: 'back' })
    }
} // prettier-ignore

/** Someone in an armchair chooses a story; the covers float like cards. */
const onDemand: Scene = (pen, chance) => {
  room(pen, 500, '#E9DFCB', '#B9986C')
  pendantLamp(pen, [240, 190], 62, palette.clay)
  books(pen, chance, [60, 420], 220, 90)
  lay(pen, box(50, 420, 240, 12, 3), '#9A734A')
  for (let i = 0; i < 6; i++) {
    const [x, y] = [560 + (i % 3) * 206, 90 + Math.floor(i / 3) * 176]
    card(pen, [x, y, 184, 146], () => views[[0, 2, 3, 1, 0, 2][i] ?? 0]?.(pen, x, y, 184, 146))
    lay(pen, oval(x + 156, y + 118, 17), alpha(i === 1 ? palette.red : palette.ink, i === 1 ? 1 : 0.55))
    lay(pen, polygon([x + 151, y + 109], [x + 165, y + 118], [x + 151, y + 127]), palette.paper)
  }
  glow(pen, [330, 610], 210, palette.ink, 0.35, 0.2)
  lay(pen, box(190, 380, 280, 240, 50), fade(pen, [190, 380], [470, 620], '#8FAF95', '#5D8270'))
  sit(pen, { ...lookOf(1), at: [330, 372], size: 74, view: 'right', cloth: palette.paper, depth: 66 })
  lay(pen, box(160, 490, 70, 140, 30), '#7BA087')
  lay(pen, box(430, 490, 70, 140, 30), '#6B9079')
  lay(pen, box(222, 560, 216, 70, 20), '#8FAF95')
  pen.save()
  pen.translate(410, 490)
  pen.rotate(-0.22)
  lay(pen, box(-60, -42, 120, 84, 10), palette.navy)
  lay(pen, box(-53, -35, 106, 70, 5), fade(pen, [-50, -35], [50, 35], '#FFFDF6', '#CFE0E6'))
  pen.restore()
  plant(pen, [1120, 610], 170)
  cup(pen, [556, 600], 34)
} // prettier-ignore

const people = (pen: Pen, [x, y]: Point, count: number, size: number, r: number): void => {
  for (let i = 0; i < count; i++) {
    const turn = Math.PI + ((i + 0.5) / count) * Math.PI
    sit(pen, {
      ...lookOf(i + count),
      at: [x + Math.cos(turn) * r, y + Math.sin(turn) * r * 0.32 - 30],
      size,
      depth: 44,
    })
  }
  lay(pen, oval(x, y + 34, r * 1.06, r * 0.46), downwards(pen, y, y + 90, '#EAD3AC', '#C59A69'))
  lay(pen, oval(x, y + 30, r * 0.5, r * 0.18), alpha(palette.paper, 0.5))
}

/** Four cards: the whole branch, its committee, a small group, and a lesson. */
const meetings: Scene = (pen) => {
  backdrop(pen, '#EEE5D3', '#DECFB3')
  const at = (i: number): Point => [60 + (i % 2) * 550, 44 + Math.floor(i / 2) * 302]
  const grounds = ['#E2EAE6', '#F1E4CD', '#E4EAD9', '#E3E7EC']
  for (let i = 0; i < 4; i++) {
    const [x, y] = at(i)
    card(pen, [x, y, 530, 284], () => {
      if (i === 0) for (let n = 0; n < 15; n++) sit(pen, { ...lookOf(n), at: [x + 80 + (n % 5) * 92 + (n > 4 && n < 10 ? 30 : 0), y + 120 + Math.floor(n / 5) * 62], size: 40, view: 'back' })
      if (i === 1) people(pen, [x + 265, y + 160], 5, 44, 190)
      if (i === 2) people(pen, [x + 265, y + 160], 3, 52, 140)
      if (i !== 3) return
      lay(pen, box(x + 210, y + 40, 270, 160, 6), '#4C6B60')
      for (let k = 0; k < 3; k++) line(pen, through([x + 250, y + 82 + k * 34], [x + 440 - k * 50, y + 82 + k * 34]), alpha(palette.paper, 0.7), 5)
      stand(pen, { ...lookOf(2), cloth: palette.red, at: [x + 130, y + 262], height: 210, view: 'right', arms: [arms.rest, arms.point], inner: palette.paper })
      for (let k = 0; k < 3; k++) sit(pen, { ...lookOf(k + 4), at: [x + 270 + k * 92, y + 250], size: 46, view: 'back' })
    }, grounds[i])
  }
  const [x, y] = at(0)
  lay(pen, box(x + 190, y + 26, 150, 44, 6), '#F8F4EA')
  lay(pen, box(x + 204, y + 38, 90, 8, 4), palette.red)
} // prettier-ignore

const bus = (pen: Pen, [x, y]: Point): void => {
  glow(pen, [x + 150, y + 14], 210, palette.ink, 0.35, 0.16)
  lay(pen, box(x, y - 120, 310, 124, 20), downwards(pen, y - 120, y, '#FBF6EA', '#E2D5BC'))
  lay(pen, box(x, y - 40, 310, 12), palette.red)
  for (let i = 0; i < 5; i++) lay(pen, box(x + 16 + i * 58, y - 104, 46, 46, 8), fade(pen, [x, y - 104], [x + 60, y - 50], '#CFE3EA', '#7FA3B5'))
  for (const wheel of [70, 240]) {
    lay(pen, oval(x + wheel, y + 4, 28), palette.navy)
    lay(pen, oval(x + wheel, y + 4, 11), palette.sand)
  }
} // prettier-ignore

/** A branch arrives by bus and walks to the centre: the lesson begins on the way. */
const lessonTrip: Scene = (pen, chance) => {
  sky(pen, 430, [260, 150])
  cloud(pen, [520, 90], 190)
  hills(pen, chance, { base: 430, height: 190, peaks: 7, colour: '#A9C4C4', mist: '#E9EBDD' })
  water(pen, chance, 420, 500)
  tower(pen, [940, 470], 80, 250, '#D9D0BE')
  lay(pen, box(760, 330, 440, 150), downwards(pen, 330, 480, '#F4ECDD', '#DDCFB6'))
  for (let i = 0; i < 6; i++) lay(pen, box(786 + i * 66, 362, 46, 104, 3), fade(pen, [0, 362], [0, 466], '#FFE9BC', '#9DBBC5'))
  lay(pen, box(740, 312, 480, 22, 4), palette.red)
  for (let x = -10; x < 740; x += 56) tree(pen, chance, [x, 486], 54 + ((x * 7) % 24), '#7FA985')
  lay(pen, box(0, 474, WIDTH, 210), downwards(pen, 474, HEIGHT, '#F0E6D0', '#D5C29C'))
  bus(pen, [60, 560])
  const walkers = [[470, 1], [556, 4], [640, 3], [724, 5], [806, 6], [890, 8]] as const
  walkers.forEach(([x, n], i) => stand(pen, { ...lookOf(n), at: [x, 620 - i * 10], height: 170 - i * 7, view: 'right', step: true, arms: [arms.rest, i % 2 ? arms.fold : arms.low] }))
  stand(pen, { ...lookOf(2), cloth: palette.red, hair: 'tail', at: [1010, 570], height: 168, view: 'left', arms: [arms.rest, arms.wave] })
  line(pen, through([1052, 412], [1050, 380]), palette.walnut, 4)
  lay(pen, polygon([1050, 378], [1096, 390], [1050, 404]), palette.gold)
  tree(pen, chance, [1150, 600], 240, '#6B9A78')
} // prettier-ignore

export const hall5 = { 501: screens, 502: onDemand, 503: meetings, 504: lessonTrip } as const
