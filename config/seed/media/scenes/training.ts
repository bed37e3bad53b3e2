import { Path2D } from '@napi-rs/canvas'
import {
  alpha,
  box,
  darker,
  downwards,
  fade,
  glow,
  inside,
  lay,
  lighter,
  line,
  oval,
  palette,
  polygon,
} from './drawing'
import { stipple, through, WIDTH, type Chance, type Pen, type Point, type Scene } from './drawing'
import { chairBack, cup, laptop, paper, parkWindow, plant, room, sunbeam } from './interior'
import { arms, lookOf, sit, stand } from './people'

const flow = (pen: Pen): void => {
  const steps: readonly Point[] = [
    [250, 176],
    [350, 150],
    [450, 176],
    [550, 150],
    [650, 176],
  ]
  line(pen, through(...steps), alpha(palette.steel, 0.5), 4)
  steps.forEach(([x, y], i) => {
    lay(pen, oval(x, y, 25), i === 3 ? palette.gold : alpha(palette.steel, 0.9))
    lay(pen, oval(x, y, 15), palette.paper)
    lay(pen, i % 2 ? box(x - 6, y - 6, 12, 12, 3) : oval(x, y, 6), i === 3 ? palette.gold : palette.steel)
  })
}

const screen = (pen: Pen): void => {
  glow(pen, [450, 240], 430, '#FFFFFF', 0.55, 0.6)
  lay(pen, box(180, 84, 540, 300, 10), '#3D4C57')
  const slide = box(190, 94, 520, 280, 5)
  lay(pen, slide, fade(pen, [190, 94], [710, 374], '#FFFDF8', '#EAF0EE'))
  inside(pen, slide, () => {
    flow(pen)
    const bars = [38, 62, 52, 84, 106]
    bars.forEach((h, i) =>
      lay(pen, box(236 + i * 40, 346 - h, 24, h, 4), i === 4 ? palette.gold : lighter(palette.blue, 0.1 * (4 - i))),
    )
    line(pen, through([224, 347], [436, 347]), alpha(palette.navy, 0.5), 2.5)
    line(pen, new Path2D('M500 330 C540 326 556 284 590 278 C622 272 636 240 672 232'), palette.pine, 5)
    for (const [x, y] of [
      [500, 330],
      [590, 278],
      [672, 232],
    ] as const)
      lay(pen, oval(x, y, 7), palette.pine)
    line(pen, through([486, 236], [486, 347], [684, 347]), alpha(palette.navy, 0.4), 2.5)
    lay(pen, polygon([190, 94], [420, 94], [300, 374], [190, 374]), alpha('#FFFFFF', 0.22))
  })
}

const joint = (pen: Pen, [x, y]: Point, r: number): void => {
  lay(pen, oval(x, y, r), fade(pen, [x - r, y - r], [x + r, y + r], '#6A7D88', palette.navy))
  lay(pen, oval(x, y, r * 0.42), palette.sun)
}

const limb = (pen: Pen, from: Point, to: Point, width: number): void => {
  line(pen, through(from, to), darker('#E2A94F', 0.25), width + 5)
  line(pen, through([from[0] - 2, from[1] - 2], [to[0] - 2, to[1] - 2]), '#E9BC6C', width - 3)
}

/** A small robot arm on its bench, holding a part. */
const robot = (pen: Pen): void => {
  glow(pen, [1020, 500], 190, palette.ink, 0.35, 0.16)
  for (const x of [916, 1110]) lay(pen, box(x, 420, 14, 84, 2), '#6F7F84')
  lay(pen, box(892, 404, 256, 20, 4), downwards(pen, 404, 424, '#DDE3E1', '#A9B6B7'))
  lay(pen, box(892, 420, 256, 8, 2), '#7F9094')
  lay(
    pen,
    polygon([1042, 404], [1118, 404], [1104, 366], [1056, 366]),
    fade(pen, [1042, 0], [1118, 0], '#7C8F98', palette.navy),
  )
  limb(pen, [1080, 356], [1050, 262], 26)
  limb(pen, [1050, 262], [958, 262], 21)
  line(pen, through([958, 262], [950, 318]), '#8795A0', 12)
  joint(pen, [1080, 356], 24)
  joint(pen, [1050, 262], 20)
  joint(pen, [958, 262], 15)
  line(pen, through([934, 346], [934, 328], [966, 328], [966, 346]), palette.navy, 7)
  lay(pen, box(932, 344, 36, 30, 4), fade(pen, [932, 344], [968, 374], palette.blue, palette.steel))
  for (const x of [910, 1004])
    lay(pen, box(x, 376, 34, 28, 4), fade(pen, [x, 376], [x + 34, 404], lighter(palette.blue, 0.2), palette.steel))
}

const desks = (pen: Pen, y: number, depth: number, left: number, width: number): void => {
  lay(
    pen,
    polygon([left + depth * 0.5, y], [left + width - depth * 0.5, y], [left + width, y + depth], [left, y + depth]),
    downwards(pen, y, y + depth, '#E9D3AE', '#CFAE80'),
  )
  if (y > 500)
    lay(pen, box(left, y + depth, width, 80), downwards(pen, y + depth, y + depth + 60, '#A08A6C', '#7E6D58'))
  lay(pen, box(left, y + depth, width, 11), '#A98358')
  stipple(pen, box(left, y, width, depth), [left, y], [left + width, y + depth], palette.walnut, 0.35)
}

const farRow = (pen: Pen): void => {
  desks(pen, 470, 32, 110, 860)
  for (const x of [230, 470, 690, 890]) laptop(pen, [x + 54, 490], 70)
  const people: readonly (readonly [number, number])[] = [
    [200, 4],
    [400, 1],
    [610, 5],
    [816, 3],
  ]
  for (const [x, n] of people) {
    sit(pen, { ...lookOf(n), at: [x, 474], size: 50, view: 'back' })
    chairBack(pen, [x, 526], 106, '#6C8A94')
  }
}

const nearRow = (pen: Pen): void => {
  desks(pen, 584, 44, -30, WIDTH + 60)
  for (const x of [196, 512, 1052]) laptop(pen, [x, 612], 116, '#D3E2E4')
  paper(pen, [770, 602], 46, 8)
  cup(pen, [646, 612], 30)
  cup(pen, [930, 614], 30)
  lay(pen, polygon([286, 598], [340, 598], [332, 616], [274, 616]), palette.red)
  line(pen, through([716, 614], [742, 598]), palette.gold, 4)
  const people: readonly (readonly [number, number, string])[] = [
    [74, 7, palette.sage],
    [378, 0, palette.steel],
    [800, 2, palette.clay],
    [1172, 8, palette.navy],
  ]
  for (const [x, n, cloth] of people) sit(pen, { ...lookOf(n), cloth, at: [x, 580], size: 80, view: 'back' })
}

const ceiling = (pen: Pen, chance: Chance): void => {
  room(pen, 436, '#BFD0D6', '#B9AE99')
  parkWindow(pen, chance, [860, 76], 400, 190, 3)
  for (const x of [250, 640, 1030]) {
    glow(pen, [x, 22], 170, '#FFF6DA', 0.7, 0.4)
    lay(pen, box(x - 110, 14, 220, 9, 4), '#FFF8E4')
  }
  sunbeam(pen, [870, 270], [1180, 270], [900, 675], [480, 675])
}

/** A course with a screen, a machine to try things on, and rows of learners. */
export const training: Scene = (pen, chance) => {
  ceiling(pen, chance)
  screen(pen)
  plant(pen, [96, 470], 210, palette.paper)
  robot(pen)
  stand(pen, {
    ...lookOf(0),
    cloth: palette.steel,
    hair: 'short',
    at: [800, 500],
    height: 246,
    view: 'left',
    arms: [arms.point, arms.fold],
    inner: palette.paper,
  })
  farRow(pen)
  nearRow(pen)
}
