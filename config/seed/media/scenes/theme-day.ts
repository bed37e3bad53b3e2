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
import { stipple, through, WIDTH, type Chance, type Pen, type Point, type Scene } from './drawing'
import { cloud, hills, sky, skyline, tree, undergrowth, water } from './landscape'
import { arms, lookOf, stand } from './people'

const background = (pen: Pen, chance: Chance): void => {
  sky(pen, 420, [842, 206])
  cloud(pen, [120, 96], 210)
  cloud(pen, [960, 72], 150)
  cloud(pen, [520, 150], 120)
  hills(pen, chance, { base: 372, height: 190, peaks: 9, colour: '#A9C4C4', mist: '#E9EBDD' })
  hills(pen, chance, { base: 392, height: 130, peaks: 8, colour: '#86AAA5', mist: '#DFE6D8' })
  skyline(pen, 398, 150, 0.52, '#C9CFC6')
  for (let x = -20; x < WIDTH; x += 34)
    tree(pen, chance, [x + between(chance, -9, 9), 408], between(chance, 34, 58), '#8FB09A')
  water(pen, chance, 402, 520)
  for (const [x, y] of [
    [640, 104],
    [676, 88],
    [706, 112],
  ] as const)
    line(
      pen,
      new Path2D(`M${x - 13} ${y - 3} Q${x - 6} ${y - 9} ${x} ${y} Q${x + 6} ${y - 9} ${x + 13} ${y - 3}`),
      alpha(palette.navy, 0.55),
      2.4,
    )
  glow(pen, [838, 420], 190, '#FFE9B8', 0.8, 0.3)
}

const bank = (pen: Pen): void => {
  const far = new Path2D(`M0 470 C180 440 330 452 520 486 C740 524 960 500 1200 452 L1200 ${HEIGHT} L0 ${HEIGHT}Z`)
  lay(pen, far, downwards(pen, 450, HEIGHT, '#B5C99A', '#7FA27C', '#5E8A6C'))
  stipple(pen, far, [0, 520], [0, HEIGHT], palette.forest, 0.4)
  const path = new Path2D(
    `M1200 486 C1040 520 900 520 760 540 C560 566 420 600 330 ${HEIGHT} L590 ${HEIGHT} C640 610 780 575 930 560 C1050 548 1140 540 1200 534Z`,
  )
  lay(pen, path, downwards(pen, 480, HEIGHT, '#F0E2C6', '#DCC59D'))
  stipple(pen, path, [0, 540], [60, HEIGHT], palette.walnut, 0.25)
}

/** The young tree of the day, tied to its stake with a red ribbon. */
const sapling = (pen: Pen, [x, y]: Point): void => {
  glow(pen, [x, y], 80, palette.ink, 0.35, 0.22)
  lay(pen, oval(x, y, 56, 13), fade(pen, [0, y - 13], [0, y + 13], '#A07B58', '#6E4F39'))
  line(pen, through([x + 15, y], [x + 11, y - 118]), '#B99468', 6)
  line(pen, new Path2D(`M${x} ${y} C${x - 4} ${y - 60} ${x + 4} ${y - 120} ${x - 2} ${y - 176}`), '#7A5B42', 7)
  const leaves = [
    [-30, -150, -0.7],
    [28, -160, 0.6],
    [-22, -186, -0.4],
    [24, -198, 0.5],
    [0, -216, 0],
    [-38, -122, -1],
    [36, -130, 1],
    [2, -180, 0.1],
  ] as const
  leaves.forEach(([dx, dy, turn], i) => {
    pen.save()
    pen.translate(x + dx, y + dy)
    pen.rotate(turn)
    lay(pen, new Path2D('M0 26 C-20 10 -16 -16 0 -28 C16 -16 20 10 0 26Z'), i % 2 ? '#7DA86C' : '#5F9163')
    line(pen, through([0, 22], [0, -18]), alpha('#DDE8C0', 0.7), 1.6)
    pen.restore()
  })
  const bow = `M${x + 5} ${y - 86} c-26 -18 -38 4 -4 4 c-32 10 -20 22 4 -2 c24 24 38 10 6 0 c34 0 20 -22 -6 -2Z`
  line(
    pen,
    new Path2D(`M${x + 4} ${y - 84} q-14 22 -9 44 M${x + 7} ${y - 84} q16 18 10 38`),
    darker(palette.red, 0.15),
    5,
  )
  lay(pen, new Path2D(bow), palette.red)
}

const spade = (pen: Pen, [x, y]: Point): void => {
  line(pen, through([x, y - 128], [x - 10, y - 26]), '#B58D61', 6)
  line(pen, through([x - 10, y - 130], [x + 10, y - 127]), '#8A6446', 6)
  lay(pen, new Path2D(`M${x - 21} ${y - 32} l22 3 l-2 24 q-12 14 -20 -3Z`), '#6F8791')
}

const wateringCan = (pen: Pen, [x, y]: Point): void => {
  line(pen, new Path2D(`M${x + 18} ${y + 4} q26 -26 -6 -34`), darker(palette.blue, 0.3), 4)
  line(pen, through([x - 16, y + 16], [x - 46, y - 4]), palette.blue, 7)
  lay(
    pen,
    box(x - 20, y - 6, 42, 36, 6),
    fade(pen, [x - 20, 0], [x + 22, 0], lighter(palette.blue), darker(palette.blue, 0.3)),
  )
  for (let i = 0; i < 5; i++)
    line(
      pen,
      new Path2D(`M${x - 48 - i * 3} ${y} q${-14 - i * 4} 20 ${-18 - i * 6} ${96 + i * 3}`),
      alpha(palette.paper, 0.75),
      1.7,
    )
}

const walkers = (pen: Pen): void => {
  const crowd = [
    [1092, 532, 96, 4],
    [1046, 540, 102, 6],
    [980, 546, 110, 2],
    [922, 556, 116, 9],
  ] as const
  crowd.forEach(([x, y, height, n], i) => {
    const carry = i === 2 ? ([arms.fold, arms.fold] as const) : undefined
    stand(pen, {
      ...lookOf(n),
      at: [x, y],
      height,
      view: 'left',
      step: true,
      arms: carry,
      legs: i % 2 ? '#5B5550' : palette.navy,
    })
  })
  line(pen, through([976, 494], [968, 440]), '#7A5B42', 3)
  lay(pen, oval(966, 436, 17, 20), '#6F9C69')
  lay(pen, oval(960, 430, 9, 10), '#93B97F')
}

const planters = (pen: Pen): void => {
  stand(pen, {
    ...lookOf(0),
    cloth: palette.steel,
    hair: 'cap',
    at: [262, 606],
    height: 214,
    view: 'right',
    arms: [arms.low, arms.reach],
    inner: palette.paper,
  })
  spade(pen, [330, 606])
  stand(pen, {
    ...lookOf(1),
    cloth: palette.clay,
    hair: 'tail',
    at: [384, 590],
    height: 200,
    view: 'right',
    arms: [arms.low, arms.reach],
    inner: undefined,
  })
  sapling(pen, [462, 606])
  stand(pen, {
    ...lookOf(8),
    cloth: palette.leaf,
    at: [752, 586],
    height: 200,
    view: 'left',
    arms: [arms.fold, arms.rest],
    legs: '#50483F',
  })
  stand(pen, {
    ...lookOf(3),
    cloth: palette.paper,
    hair: 'bob',
    at: [664, 614],
    height: 208,
    view: 'left',
    arms: [arms.reach, arms.low],
    legs: '#6B7F6B',
    inner: undefined,
  })
  wateringCan(pen, [588, 492])
}

/** A branch plants a tree by the river; more of them come along the path. */
export const themeDay: Scene = (pen, chance) => {
  background(pen, chance)
  bank(pen)
  tree(pen, chance, [1130, 500], 210, '#6E9A78')
  tree(pen, chance, [60, 520], 300, '#5C8A70')
  walkers(pen)
  planters(pen)
  undergrowth(pen, chance, 668, '#3F6B57', [318, 596])
}
