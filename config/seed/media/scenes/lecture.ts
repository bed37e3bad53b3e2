import { Path2D } from '@napi-rs/canvas'
import {
  alpha,
  box,
  darker,
  downwards,
  fade,
  glow,
  HEIGHT,
  inside,
  lay,
  lighter,
  line,
  mix,
  oval,
  palette,
} from './drawing'
import { polygon, stipple, through, WIDTH, type Chance, type Pen, type Point, type Scene } from './drawing'
import { plant } from './interior'
import { arms, lookOf, sit, stand } from './people'

const fins = (pen: Pen, side: 1 | -1): void => {
  const x = (distance: number) => (side < 0 ? distance : WIDTH - distance)
  const wall = polygon([x(0), 0], [x(290), 96], [x(290), 384], [x(0), 560])
  lay(pen, wall, fade(pen, [x(0), 0], [x(290), 0], '#7A5E45', '#C9A272'))
  for (let i = 0; i < 15; i++) {
    const near = 290 * (1 - (1 - i / 15) ** 1.5)
    const wide = 5 + (1 - i / 15) * 9
    const top = (d: number) => (96 * d) / 290
    const bottom = (d: number) => 560 - (176 * d) / 290
    const fin = polygon(
      [x(near), top(near)],
      [x(near + wide), top(near + wide)],
      [x(near + wide), bottom(near + wide)],
      [x(near), bottom(near)],
    )
    lay(pen, fin, alpha(palette.ink, 0.2))
  }
  stipple(pen, wall, [x(290), 300], [x(0), 300], palette.ink, 0.4)
}

const shell = (pen: Pen): void => {
  pen.fillStyle = '#5C4A3C'
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  lay(pen, polygon([0, 0], [WIDTH, 0], [910, 96], [290, 96]), downwards(pen, 0, 96, '#4A4540', '#8B775F'))
  lay(pen, box(290, 96, 620, 290), fade(pen, [290, 96], [910, 386], '#E2CFAD', '#C5A981'))
  fins(pen, -1)
  fins(pen, 1)
  for (const [y, half, bend] of [
    [24, 420, 20],
    [54, 350, 15],
    [78, 305, 10],
  ] as const) {
    const strip = new Path2D(`M${600 - half} ${y} Q600 ${y + bend} ${600 + half} ${y}`)
    line(pen, strip, alpha('#FFE7B0', 0.25), 16)
    line(pen, strip, '#FFF1CF', 4)
  }
}

const slide = (pen: Pen): void => {
  glow(pen, [600, 220], 420, '#FFF6DC', 0.75, 0.7)
  const sheet = box(404, 120, 392, 206, 4)
  lay(pen, sheet, fade(pen, [404, 120], [796, 326], '#FBFAF4', '#DCE8E6'))
  inside(pen, sheet, () => {
    lay(pen, oval(520, 214, 62), fade(pen, [460, 160], [580, 280], '#A9CBC9', '#4F8C87'))
    inside(pen, oval(520, 214, 62), () => {
      lay(pen, new Path2D('M450 206 C480 176 530 190 526 214 C522 238 560 226 590 212 L590 290 L450 290Z'), '#8FB98F')
      lay(pen, oval(548, 176, 22, 12), '#8FB98F')
    })
    line(pen, new Path2D('M436 240 C470 276 580 240 606 180'), palette.gold, 4)
    lay(pen, oval(606, 180, 9), palette.gold)
    for (let i = 0; i < 4; i++) {
      lay(pen, oval(648, 168 + i * 34, 6), i === 1 ? palette.gold : palette.pine)
      lay(pen, box(664, 163 + i * 34, 96 - i * 14, 10, 5), alpha(palette.navy, 0.28))
    }
  })
  line(pen, sheet, '#6E5A46', 5)
}

const stage = (pen: Pen): void => {
  lay(pen, polygon([262, 376], [938, 376], [1010, 432], [190, 432]), downwards(pen, 376, 432, '#EBCD9C', '#C79C69'))
  lay(pen, polygon([190, 432], [1010, 432], [1010, 456], [190, 456]), '#7A5A40')
  glow(pen, [850, 392], 150, '#FFF3CE', 0.9, 0.3)
  pen.save()
  pen.globalCompositeOperation = 'soft-light'
  lay(
    pen,
    polygon([800, 40], [830, 40], [970, 408], [730, 408]),
    downwards(pen, 40, 408, alpha('#FFFFFF', 0.5), alpha('#FFFFFF', 0.12)),
  )
  pen.restore()
  stand(pen, {
    ...lookOf(2),
    cloth: palette.navy,
    hair: 'bob',
    at: [872, 404],
    height: 148,
    view: 'left',
    arms: [arms.point, arms.fold],
    inner: palette.paper,
    legs: '#3A4652',
  })
  lay(
    pen,
    polygon([826, 330], [882, 330], [876, 408], [834, 408]),
    fade(pen, [826, 330], [882, 408], '#B98B5C', '#7A5638'),
  )
  lay(pen, polygon([818, 322], [888, 322], [882, 334], [824, 334]), '#D9B07D')
  for (const x of [845, 854, 863]) line(pen, through([x, 344], [x, 396]), alpha('#5B3E28', 0.4), 2)
  line(pen, new Path2D('M838 322 q-2 -16 8 -22'), palette.ink, 2.5)
  plant(pen, [330, 404], 104, palette.paper)
}

/** One row of listeners from behind; `near` runs from 0 (at the stage) to 1 (before our eyes). */
const row = (pen: Pen, chance: Chance, near: number, index: number): void => {
  const size = 17 + near ** 1.5 * 66
  const y = 446 + near ** 1.35 * 190
  const gap = size * 2.75
  const bend = (x: number): number => ((x - 600) / 600) ** 2 * (26 + near * 34)
  const count = Math.ceil(WIDTH / gap) + 2
  const first = 600 - (count / 2) * gap + (index % 2 ? gap / 2 : 0)
  for (let i = 0; i < count; i++) {
    const x = first + i * gap
    const look = lookOf(index * 11 + i * 3)
    if (chance() > 0.1) {
      const cloth = mix(look.cloth, '#3B3A40', 0.42 - near * 0.12)
      sit(pen, {
        ...look,
        cloth,
        skin: mix(look.skin ?? '#DDAE8A', '#6A4A3A', 0.25),
        at: [x, y - bend(x)],
        size,
        view: 'back',
      })
    }
    const seat = new Path2D()
    seat.roundRect(x - gap * 0.44, y - bend(x) + size * 1.05, gap * 0.88, size * 3.4, size * 0.3)
    const colour = mix('#94705A', '#70504A', near)
    lay(pen, seat, downwards(pen, y + size, y + size * 3.4, lighter(colour, 0.16), darker(colour, 0.55)))
  }
  glow(pen, [600, y + size * 0.6] as Point, 420, '#FFE9BC', 0.1, 0.2)
}

/** A lecture hall seen from the last row, light on the speaker. */
export const lecture: Scene = (pen, chance) => {
  shell(pen)
  slide(pen)
  stage(pen)
  lay(
    pen,
    polygon([190, 456], [1010, 456], [WIDTH, 560], [WIDTH, HEIGHT], [0, HEIGHT], [0, 560]),
    downwards(pen, 456, HEIGHT, '#6B5442', '#33312F'),
  )
  for (let i = 0; i < 6; i++) row(pen, chance, i / 5, i)
  line(pen, through([0, 673], [WIDTH, 673]), alpha(palette.ink, 0.3), 6)
}
