import {
  alpha,
  box,
  darker,
  downwards,
  fade,
  glow,
  inside,
  lay,
  line,
  oval,
  palette,
  polygon,
  stipple,
  through,
} from './drawing'
import type { Chance, Pen, Point, Scene } from './drawing'
import { chairBack, cup, laptop, paper, parkWindow, pendantLamp, plant, room, sunbeam } from './interior'
import { lookOf, sit, type View } from './people'

const shelf = (pen: Pen, chance: Chance): void => {
  lay(pen, box(42, 92, 168, 330, 6), fade(pen, [42, 0], [210, 0], '#C9A679', '#A9855B'))
  for (let row = 0; row < 4; row++) {
    const y = 104 + row * 79
    lay(pen, box(54, y, 144, 68, 2), '#7E644A')
    let x = 60
    while (x < 178) {
      const width = 8 + chance() * 10
      const height = 36 + chance() * 24
      const colour =
        [palette.sand, palette.blue, palette.clay, palette.sage, palette.gold][Math.floor(chance() * 5)] ?? palette.sand
      if (chance() > 0.16) lay(pen, box(x, y + 68 - height, width, height, 1.5), colour)
      x += width + 2
    }
  }
  stipple(pen, box(42, 92, 168, 330, 6), [42, 100], [240, 420], palette.ink, 0.35)
}

const table = (pen: Pen): void => {
  glow(pen, [620, 560], 560, palette.ink, 0.4, 0.24)
  lay(pen, oval(600, 522, 432, 112), fade(pen, [170, 0], [1030, 0], '#9A7450', '#6E5038'))
  const top = oval(600, 502, 432, 110)
  lay(pen, top, fade(pen, [220, 400], [980, 600], '#EBCFA2', '#D4AE7B', '#BC9160'))
  inside(pen, top, () => {
    glow(pen, [520, 470], 300, '#FFF4D6', 0.55, 0.3)
    for (let i = 0; i < 12; i++)
      line(pen, through([140, 410 + i * 18], [1060, 404 + i * 19]), alpha(palette.walnut, 0.1), 2)
  })
  stipple(pen, top, [500, 440], [1000, 610], palette.walnut, 0.4)
}

const things = (pen: Pen): void => {
  paper(pen, [420, 452], 38, 6)
  paper(pen, [604, 440], 36, 0)
  paper(pen, [786, 452], 38, -6)
  paper(pen, [316, 510], 40, 10, '#F3E8D2')
  paper(pen, [880, 512], 40, -10)
  cup(pen, [492, 462], 22)
  cup(pen, [700, 458], 22)
  cup(pen, [858, 470], 22)
  cup(pen, [352, 482], 24)
  lay(pen, polygon([472, 492], [536, 492], [530, 516], [460, 516]), darker(palette.red, 0.35))
  lay(pen, polygon([472, 488], [536, 488], [530, 512], [460, 512]), palette.red)
  line(pen, through([482, 489], [471, 511]), palette.gold, 3)
  plant(pen, [690, 520], 62, palette.paper)
}

const seats: readonly (readonly [x: number, y: number, size: number, view: View, n: number])[] = [
  [404, 346, 54, 'right', 2],
  [528, 336, 54, 'front', 5],
  [664, 334, 54, 'front', 0],
  [800, 346, 54, 'left', 3],
]

const around = (pen: Pen): void => {
  for (const [x, y] of seats) chairBack(pen, [x, y + 18], 96, '#5F7A72')
  for (const [x, y, size, view, n] of seats) sit(pen, { ...lookOf(n), at: [x, y], size, view, inner: palette.paper })
  sit(pen, { ...lookOf(6), cloth: palette.sage, hair: 'bun', at: [262, 380], size: 57, view: 'right', depth: 44 })
  sit(pen, {
    ...lookOf(4),
    cloth: palette.clay,
    at: [940, 380],
    size: 57,
    view: 'left',
    depth: 44,
    inner: palette.paper,
  })
}

const near = (pen: Pen): void => {
  const front: readonly (readonly [Point, number, string])[] = [
    [[378, 540], 1, palette.sand],
    [[608, 560], 8, palette.steel],
    [[838, 542], 3, palette.navy],
  ]
  for (const [at, n, cloth] of front) {
    sit(pen, { ...lookOf(n), cloth, at, size: 78, view: 'back' })
    chairBack(pen, [at[0], at[1] + 82], 172, '#4E6962')
  }
}

/** A branch around its table, with the park outside. */
export const meeting: Scene = (pen, chance) => {
  room(pen, 440, '#C9D3C4', '#C2A27A')
  shelf(pen, chance)
  parkWindow(pen, chance, [276, 64], 690, 262, 4)
  lay(pen, box(1012, 110, 130, 170, 4), '#F3EBDB')
  lay(pen, box(1026, 124, 102, 142, 2), downwards(pen, 124, 266, '#E8D3A6', '#C9B184', '#8FAE9A'))
  lay(pen, oval(1077, 178, 24), '#F6E3B4')
  sunbeam(pen, [330, 440], [660, 440], [900, 675], [420, 675])
  plant(pen, [1118, 500], 250)
  for (const x of [410, 610, 810]) pendantLamp(pen, [x, 108], 46, palette.gold)
  around(pen)
  table(pen)
  laptop(pen, [770, 512], 84, '#C9DADD')
  things(pen)
  near(pen)
}
