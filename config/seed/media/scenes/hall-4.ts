/** Exhibits 401–404: the service day, coordinators between two sides, the three lists, and rooms that are shared. */
import { Path2D } from '@napi-rs/canvas'
import {
  alpha,
  between,
  box,
  darker,
  downwards,
  fade,
  glow,
  HEIGHT,
  lay,
  lighter,
  line,
  oval,
  palette,
} from './drawing'
import { polygon, stipple, through, WIDTH, type Pen, type Point, type Scene } from './drawing'
import { cloud, hall, hills, sky, tower, tree } from './landscape'
import { cup, laptop, paper, parkWindow, plant, room, sunbeam } from './interior'
import { arms, lookOf, sit, stand } from './people'
import { backdrop, block, sheetOf } from './things'

const canopy = (pen: Pen, x: number, y: number, w: number): void => {
  for (const at of [x + 16, x + w - 22]) lay(pen, box(at, y + 70, 8, 250), '#C9BFAE')
  for (let i = 0; i < 8; i++) {
    const left = x + (i * w) / 8
    const tone = i % 2 ? '#F8F2E6' : palette.red
    lay(pen, polygon([x + w * 0.12 + (i * w * 0.76) / 8, y], [x + w * 0.12 + ((i + 1) * w * 0.76) / 8, y], [left + w / 8, y + 70], [left, y + 70]), downwards(pen, y, y + 70, tone, darker(tone, 0.1)))
    lay(pen, new Path2D(`M${left} ${y + 70} h${w / 8} v14 q${-w / 16} 22 ${-w / 8} 0Z`), darker(tone, 0.14))
  }
} // prettier-ignore

const desk = (pen: Pen, x: number, y: number, w: number): void => {
  lay(pen, box(x, y, w, 16, 4), '#E9D3AE')
  lay(pen, box(x + 8, y + 16, w - 16, 84), downwards(pen, y + 16, y + 100, '#9DB8C0', '#6F909D'))
}

/** The team sits under its canopy in a yard between works; people come with their questions. */
const serviceDay: Scene = (pen, chance) => {
  sky(pen, 400, [1010, 130])
  cloud(pen, [150, 80], 200)
  hills(pen, chance, { base: 400, height: 150, peaks: 8, colour: '#A9C4C4', mist: '#E9EBDD' })
  tower(pen, [60, 430], 70, 230, '#D5CFC0')
  hall(pen, [-20, 446], 270, 96, 4, '#D9C9AC')
  hall(pen, [900, 446], 330, 110, 5, '#CBD2CB')
  for (let x = -10; x < WIDTH; x += 52) tree(pen, chance, [x, 458], between(chance, 40, 62), '#86AC8C')
  lay(pen, box(0, 450, WIDTH, HEIGHT), downwards(pen, 450, HEIGHT, '#EBE1CC', '#D2C09C'))
  stipple(pen, box(0, 450, WIDTH, 225), [0, 450], [0, HEIGHT], palette.walnut, 0.25)
  canopy(pen, 240, 210, 620)
  const team = [[330, 1, palette.red], [480, 2, palette.steel], [630, 3, palette.leaf], [770, 6, palette.clay]] as const // prettier-ignore
  for (const [x, n, cloth] of team)
    sit(pen, { ...lookOf(n), cloth, at: [x, 418], size: 52, inner: palette.paper, depth: 40 })
  desk(pen, 262, 476, 576)
  laptop(pen, [404, 476], 70)
  paper(pen, [556, 478], 34, 8)
  cup(pen, [700, 480], 22)
  const guests = [[380, 640, 4, 'right'], [540, 652, 0, 'back'], [706, 640, 5, 'back'], [930, 630, 7, 'left'], [1030, 640, 8, 'left']] as const // prettier-ignore
  for (const [x, y, n, view] of guests)
    stand(pen, { ...lookOf(n), at: [x, y], height: 200, view, arms: [arms.fold, arms.rest] })
  plant(pen, [1130, 600], 150)
  plant(pen, [110, 600], 150)
}

/** Two sides at one table, a coordinator between them, a balance that is level. */
const coordinators: Scene = (pen, chance) => {
  room(pen, 470, '#DFE6DE', '#C6B795')
  parkWindow(pen, chance, [340, 70], 520, 220, 4)
  const [cx, top] = [600, 330]
  sit(pen, { ...lookOf(0), cloth: palette.red, at: [600, 352], size: 62, inner: palette.paper, depth: 50 })
  for (const side of [-1, 1]) {
    const view = side < 0 ? 'right' : 'left'
    sit(pen, { ...lookOf(side < 0 ? 3 : 5), cloth: side < 0 ? palette.steel : palette.navy, at: [cx + side * 270, 366], size: 64, depth: 50, view, inner: side < 0 ? undefined : palette.paper })
    sit(pen, { ...lookOf(side < 0 ? 6 : 8), cloth: side < 0 ? palette.leaf : palette.clay, at: [cx + side * 420, 384], size: 68, depth: 50, view })
  }
  lay(pen, new Path2D('M90 500 Q600 430 1110 500 L1180 590 Q600 650 20 590Z'), downwards(pen, 450, 640, '#EAD3AC', '#C59A69'))
  lay(pen, new Path2D('M20 590 Q600 650 1180 590 L1180 614 Q600 676 20 614Z'), '#9A734A')
  glow(pen, [600, 560], 120, palette.ink, 0.3, 0.25)
  lay(pen, box(540, 548, 120, 16, 6), palette.gold)
  line(pen, through([600, 550], [600, top + 78]), palette.gold, 10)
  line(pen, new Path2D('M440 432 Q600 398 760 432'), palette.gold, 9)
  for (const x of [440, 760]) {
    line(pen, through([x - 52, 506], [x, 434], [x + 52, 506]), alpha(palette.walnut, 0.7), 3)
    lay(pen, new Path2D(`M${x - 62} 506 L${x + 62} 506 Q${x} 556 ${x - 62} 506Z`), fade(pen, [x - 60, 0], [x + 60, 0], '#EBCF8F', palette.gold))
  }
  lay(pen, oval(600, 412, 15), '#EBCF8F')
  paper(pen, [250, 560], 60, 14)
  paper(pen, [950, 560], 60, -14)
  sunbeam(pen, [380, 290], [760, 290], [420, 675], [60, 675])
} // prettier-ignore

const clip = (pen: Pen, [x, y]: Point, tone: string): void => {
  lay(pen, box(x - 136, y - 186, 280, 392, 16), alpha(palette.ink, 0.14))
  lay(pen, box(x - 140, y - 196, 280, 392, 16), fade(pen, [x - 140, y - 196], [x + 140, y + 196], lighter(tone, 0.2), darker(tone, 0.15)))
  sheetOf(pen, [x, y + 10], [240, 340], 7, { ticks: tone === palette.leaf })
  lay(pen, box(x - 50, y - 212, 100, 40, 10), '#8E9A9E')
  lay(pen, box(x - 20, y - 226, 40, 24, 10), '#A9B5B9')
} // prettier-ignore

/** Three boards in a row: the problem, who takes it on, and how it was solved. */
const lists: Scene = (pen) => {
  backdrop(pen, '#F3ECDD', '#E5D8BF')
  glow(pen, [600, 320], 560, '#FFFDF5', 0.8)
  const tones = [palette.clay, palette.gold, palette.leaf] as const
  tones.forEach((tone, i) => clip(pen, [210 + i * 390, 350], tone))
  for (const x of [405, 795]) {
    line(pen, through([x - 26, 350], [x + 18, 350]), palette.steel, 12)
    line(pen, through([x + 2, 330], [x + 24, 350], [x + 2, 370]), palette.steel, 12)
  }
  const badge = (x: number, tone: string): void => {
    lay(pen, oval(x, 512, 44), lighter(tone, 0.6))
    line(pen, oval(x, 512, 44), tone, 6)
  }
  tones.forEach((tone, i) => badge(290 + i * 390, tone))
  line(pen, new Path2D('M278 500 q12 -22 24 -2 q4 12 -12 18'), palette.clay, 7)
  lay(pen, oval(290, 532, 5), palette.clay)
  lay(pen, oval(680, 500, 12), palette.gold)
  lay(pen, new Path2D('M658 536 Q680 500 702 536Z'), palette.gold)
  line(pen, through([1050, 512], [1064, 528], [1092, 496]), palette.leaf, 9)
}

/** Open rooms on the map of the park: every pin stands for a room that all may use. */
const sharedPoints: Scene = (pen, chance) => {
  backdrop(pen, '#E3EADF', '#D3DFCF', '#BFD2BC')
  for (let i = 0; i < 60; i++) tree(pen, chance, [chance() * WIDTH, between(chance, 60, 640)], between(chance, 20, 30), '#8DB190')
  const lots = [[220, 240, 110, 100, 40], [620, 200, 120, 90, 54], [980, 270, 110, 110, 46], [300, 500, 120, 110, 50], [720, 470, 150, 130, 64], [1060, 580, 110, 100, 44]] as const
  const centre = lots[4]
  lots.forEach(([x, y]) => line(pen, through([x, y], [centre[0], centre[1]]), '#F8F2E4', 22))
  lots.forEach(([x, y]) => line(pen, through([x, y], [centre[0], centre[1]]), alpha(palette.gold, 0.7), 3))
  lots.forEach(([x, y, w, d, h], i) => {
    glow(pen, [x, y - 20], 150, '#FFF3CC', 0.8, 0.6)
    block(pen, [x, y], [w, d, h], i === 4 ? '#F2E6D0' : '#E2DBCB', i === 4 ? palette.red : '#F7F1E4')
    lay(pen, polygon([x + d * 0.3, y - d * 0.17], [x + d * 0.6, y - d * 0.345], [x + d * 0.6, y - d * 0.345 - h * 0.7], [x + d * 0.3, y - d * 0.17 - h * 0.7]), '#FFE7AE')
    const [px, py] = [x, y - h - (w + d) * 0.25]
    lay(pen, new Path2D(`M${px} ${py} C${px - 24} ${py - 34} ${px - 28} ${py - 46} ${px - 28} ${py - 58} A28 28 0 0 1 ${px + 28} ${py - 58} C${px + 28} ${py - 46} ${px + 24} ${py - 34} ${px} ${py}Z`), fade(pen, [px - 28, py - 80], [px + 28, py], i === 4 ? '#E8574F' : '#E6BE72', i === 4 ? palette.red : palette.gold))
    lay(pen, oval(px, py - 58, 12), palette.paper)
  })
} // prettier-ignore

export const hall4 = { 401: serviceDay, 402: coordinators, 403: lists, 404: sharedPoints } as const
