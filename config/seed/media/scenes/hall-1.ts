/** Exhibits 101–104: the zone at a glance, its four industries, its enterprises, and the park around the centre. */
import { Path2D } from '@napi-rs/canvas'
import { alpha, between, box, downwards, fade, glow, HEIGHT, inside, lay, line } from './drawing'
import { oval, palette, polygon, through, WIDTH, type Pen, type Point, type Scene } from './drawing'
import { cloud, hall, hills, sky, tower, tree, undergrowth, water } from './landscape'
import { arms, lookOf, stand } from './people'
import { backdrop, birds, block, card, chip, flask, gear, mist } from './things'

const river = (pen: Pen): void => {
  const path = new Path2D(
    'M-20 470 C180 420 260 560 480 560 C720 560 760 420 980 430 C1100 436 1160 470 1230 440 L1230 530 C1150 560 1080 520 980 516 C800 510 740 650 480 650 C260 650 160 520 -20 560Z',
  )
  lay(pen, path, downwards(pen, 420, 650, '#BFD9DD', '#8FB7C4'))
  line(pen, path, alpha(palette.paper, 0.6), 5)
}

const street = (pen: Pen, from: Point, to: Point, width: number): void => {
  line(pen, through(from, to), '#F6EEDD', width)
  line(pen, through(from, to), alpha(palette.walnut, 0.2), 1.5)
}

/** The park from above; the centre is the one building with the red roof. */
const overview: Scene = (pen, chance) => {
  backdrop(pen, '#DCE6D4', '#C7D8B9', '#AFC9A3')
  river(pen)
  for (const [from, to] of [
    [
      [-20, 236],
      [760, 675],
    ],
    [
      [250, -20],
      [1240, 550],
    ],
    [
      [1220, 60],
      [60, 728],
    ],
    [
      [820, -20],
      [-20, 465],
    ],
  ] as const)
    street(pen, from, to, 26)
  for (let i = 0; i < 70; i++) {
    const [x, y] = [chance() * WIDTH, between(chance, 60, 430)]
    if (Math.abs(x - 590) > 150) tree(pen, chance, [x, y], between(chance, 22, 34), '#86AC86')
  }
  const colours = ['#D9D2C2', '#C9D2D2', '#E0D5BE', '#CBD6CC', '#D5CBC0'] as const
  const lots: readonly (readonly [number, number, number, number, number])[] = [
    [170, 130, 70, 90, 60], [420, 90, 60, 60, 120], [1010, 130, 90, 70, 70], [700, 110, 70, 60, 90],
    [150, 290, 90, 80, 44], [1090, 300, 70, 90, 100], [850, 250, 80, 60, 56], [330, 260, 60, 70, 96],
    [960, 390, 90, 70, 46], [230, 420, 70, 60, 70], [1130, 640, 80, 90, 60], [830, 640, 70, 60, 40], [90, 660, 80, 70, 60],
  ] // prettier-ignore
  lots.forEach(([x, y, w, d, h], i) => block(pen, [x, y], [w, d, h], colours[i % 5] ?? colours[0]))
  glow(pen, [600, 350], 260, '#FFF1C8', 0.9, 0.6)
  block(pen, [586, 372], [70, 50, 116], '#E7DCC8', '#F7EFE0')
  block(pen, [590, 462], [150, 120, 62], '#EFE4D0', palette.red)
  const pin = new Path2D('M580 330 C550 288 546 270 546 258 A34 34 0 1 1 614 258 C614 270 610 288 580 330Z')
  lay(pen, pin, fade(pen, [546, 230], [614, 330], '#E6BE72', palette.gold))
  lay(pen, oval(580, 258, 14), palette.paper)
}

const crystal = (pen: Pen, [x, y]: Point): void => {
  for (const [dx, dy] of [
    [0, 0],
    [-62, 36],
    [62, 36],
    [0, 72],
    [-62, -36],
    [62, -36],
  ] as const) {
    // prettier-ignore
    const corners = Array.from({ length: 6 }, (_, i): Point => {
      const turn = (i / 6) * Math.PI * 2 + Math.PI / 6
      return [x + dx + Math.cos(turn) * 38, y + dy + Math.sin(turn) * 38]
    })
    const cell = polygon(...corners)
    lay(pen, cell, fade(pen, [x + dx - 38, y + dy - 38], [x + dx + 38, y + dy + 38], '#E8D2A6', '#C29A5B'))
    line(pen, cell, palette.paper, 4)
    lay(pen, oval(x + dx - 8, y + dy - 8, 9), alpha(palette.paper, 0.55))
  }
}

const circuit = (pen: Pen, [x, y]: Point): void => {
  for (const side of [-1, 1])
    for (let i = 0; i < 4; i++) {
      const level = y - 54 + i * 36
      line(pen, through([x, level], [x + side * 74, level], [x + side * (92 + i * 7), level + 26]), '#9CBFB0', 4)
      lay(pen, oval(x + side * (92 + i * 7), level + 28, 7), palette.gold)
    }
  chip(pen, [x, y], 118)
}

const machine = (pen: Pen, [x, y]: Point): void => {
  gear(pen, [x - 40, y + 14], 72, 11, palette.steel)
  gear(pen, [x + 58, y - 46], 48, 9, palette.gold)
  gear(pen, [x + 62, y + 64], 34, 8, palette.clay)
}

const medicine = (pen: Pen, [x, y]: Point): void => {
  flask(pen, [x - 34, y + 84], 168, palette.leaf)
  lay(pen, new Path2D(`M${x + 40} ${y + 20} C${x + 40} ${y - 60} ${x + 120} ${y - 66} ${x + 124} ${y - 62} C${x + 126} ${y - 10} ${x + 96} ${y + 30} ${x + 40} ${y + 20}Z`), fade(pen, [x + 40, y - 60], [x + 120, y + 20], '#A9CC98', '#6F9E6E')) // prettier-ignore
  line(pen, new Path2D(`M${x + 28} ${y + 34} Q${x + 70} ${y - 10} ${x + 112} ${y - 50}`), alpha(palette.paper, 0.8), 3)
  pen.save()
  pen.translate(x + 70, y + 70)
  pen.rotate(-0.5)
  lay(pen, box(-46, -16, 92, 32, 16), palette.paper)
  lay(pen, box(0, -16, 46, 32, 16), palette.clay)
  lay(pen, box(0, -16, 18, 32), palette.clay)
  pen.restore()
}

/** Three plus one: materials, electronics and equipment side by side, biomedicine set apart by its gold edge. */
const industries: Scene = (pen) => {
  backdrop(pen, '#EFE6D4', '#E2D5BC')
  const cards = [
    ['#F3E8D2', crystal],
    ['#DDEBE4', circuit],
    ['#DEE8EC', machine],
    ['#E6EFDD', medicine],
  ] as const
  cards.forEach(([ground, draw], i) => {
    const x = 44 + i * 268 + (i === 3 ? 52 : 0)
    if (i === 3) lay(pen, box(x - 7, 121, 264, 434, 24), palette.gold)
    card(pen, [x, 128, 250, 420], () => {
      glow(pen, [x + 125, 330], 190, '#FFFFFF', 0.8)
      draw(pen, [x + (i === 3 ? 102 : 125), 330])
    }, ground) // prettier-ignore
  })
  line(pen, through([834, 338], [870, 338]), palette.gold, 9)
  line(pen, through([852, 320], [852, 356]), palette.gold, 9)
}

const silos = (pen: Pen, x: number, y: number): void => {
  for (let i = 0; i < 4; i++) {
    const left = x + i * 44
    lay(pen, box(left, y - 150, 40, 150, 8), fade(pen, [left, 0], [left + 40, 0], '#F8F6EF', '#C3CFD2'))
    lay(pen, new Path2D(`M${left} ${y - 146} Q${left + 20} ${y - 186} ${left + 40} ${y - 146}Z`), '#DDE4E3')
    line(pen, through([left + 4, y - 92], [left + 36, y - 92]), alpha(palette.steel, 0.4), 3)
  }
}

const cleanroom = (pen: Pen, x: number, y: number): void => {
  lay(pen, box(x, y - 118, 250, 118, 6), fade(pen, [x, 0], [x + 250, 0], '#DCE8EA', '#A9C1CA'))
  for (let i = 0; i < 6; i++) lay(pen, box(x + 12 + i * 40, y - 104, 30, 62, 3), alpha(palette.steel, 0.35))
  lay(pen, box(x, y - 126, 250, 10, 3), palette.gold)
}

/** Enterprises of many trades stand side by side along the river on a clear morning. */
const enterprises: Scene = (pen, chance) => {
  sky(pen, 420, [250, 150])
  cloud(pen, [640, 80], 200)
  cloud(pen, [980, 140], 140)
  hills(pen, chance, { base: 400, height: 200, peaks: 7, colour: '#A9C4C4', mist: '#E9EBDD' })
  for (const [x, w, h, colour] of [
    [90, 56, 210, '#CFD5D0'], [420, 70, 270, '#D9D0BE'], [690, 60, 230, '#C9D3D6'], [1010, 74, 250, '#D6CDBD'],
  ] as const) tower(pen, [x, 450], w, h, colour) // prettier-ignore
  mist(pen, 430, 120, 0.6)
  hall(pen, [-30, 484], 230, 96, 4, '#D9C9AC')
  silos(pen, 216, 486)
  hall(pen, [404, 486], 250, 110, 5, '#CBD2CB')
  cleanroom(pen, 668, 488)
  hall(pen, [930, 488], 300, 128, 4, '#DCC7B4')
  for (let x = -10; x < WIDTH; x += 58)
    tree(pen, chance, [x + between(chance, -14, 14), 506], between(chance, 34, 56), '#7FA583')
  water(pen, chance, 500, HEIGHT)
  mist(pen, 512, 46, 0.5)
  undergrowth(pen, chance, 676, '#4F7C64')
}

const avenue = (pen: Pen): void => {
  const ground = box(0, 470, WIDTH, HEIGHT - 470)
  lay(pen, ground, downwards(pen, 470, HEIGHT, '#D9E0C4', '#A9C294'))
  const road = polygon([560, 470], [640, 470], [960, HEIGHT], [240, HEIGHT])
  lay(pen, road, downwards(pen, 470, HEIGHT, '#F7EFDF', '#E5D5B8'))
  inside(pen, road, () => {
    for (let i = 0; i < 8; i++) {
      const y = 470 + (i / 7) ** 1.8 * 205
      line(pen, through([200, y], [1000, y]), alpha(palette.walnut, 0.15), 1.6)
    }
  })
}

/** The avenue through the park: offices left and right, trees, people on their way. */
const park: Scene = (pen, chance) => {
  sky(pen, 440, [600, 250], 52)
  cloud(pen, [160, 90], 180)
  cloud(pen, [860, 70], 210)
  hills(pen, chance, { base: 450, height: 130, peaks: 8, colour: '#9FBFB9', mist: '#E4EADA' })
  for (const [x, w, h, colour] of [
    [40, 120, 360, '#D6DBD6'], [230, 100, 280, '#E0D6C3'], [390, 78, 200, '#CBD6D8'],
    [1060, 120, 380, '#D8CFC0'], [900, 96, 290, '#CFD8D6'], [758, 74, 205, '#DED4C0'],
  ] as const) tower(pen, [x, 480], w, h, colour) // prettier-ignore
  lay(pen, box(1060, 372, 158, 9), palette.red)
  avenue(pen)
  for (let i = 5; i >= 0; i--) {
    const reach = (i + 1) ** -0.9
    for (const side of [-1, 1])
      tree(
        pen,
        chance,
        [600 + side * (60 + 560 * reach), 478 + 150 * reach],
        50 + 250 * reach,
        i % 2 ? '#7FA985' : '#6B9A78',
      )
  }
  birds(pen, [[500, 130], [536, 112], [566, 136]]) // prettier-ignore
  const walkers = [[548, 540, 96, 3], [584, 545, 98, 4], [668, 580, 130, 1], [474, 620, 160, 0]] as const // prettier-ignore
  walkers.forEach(([x, y, height, n], i) =>
    stand(pen, {
      ...lookOf(n),
      at: [x, y],
      height,
      view: i < 2 ? 'back' : 'left',
      step: true,
      arms: [arms.rest, arms.fold],
    }),
  )
}

export const hall1 = { 101: overview, 102: industries, 103: enterprises, 104: park } as const
