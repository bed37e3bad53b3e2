/** Exhibits 201–205: the university platform, its five steps, suggestions that were sieved, and two industry chains. */
import { Path2D } from '@napi-rs/canvas'
import { alpha, between, box, darker, downwards, fade, glow, HEIGHT, inside, lay, lighter, line } from './drawing'
import { mix, oval, palette, polygon, through, WIDTH, type Chance, type Pen, type Point, type Scene } from './drawing'
import { hall, hills, sky, tower, tree, undergrowth, water } from './landscape'
import { parkWindow, room } from './interior'
import { backdrop, bulb, flask, mist, sheetOf } from './things'

const bench = (pen: Pen): void => {
  lay(pen, box(0, 470, WIDTH, 26), downwards(pen, 470, 496, '#F8F4EA', '#D8CDB8'))
  lay(pen, box(0, 496, WIDTH, HEIGHT - 496), downwards(pen, 496, HEIGHT, '#9DB3B8', '#7E979E'))
  for (const x of [80, 440, 800]) lay(pen, box(x, 522, 320, 140, 8), alpha('#FFFFFF', 0.14))
}

const microscope = (pen: Pen, [x, y]: Point): void => {
  glow(pen, [x + 20, y], 110, palette.ink, 0.35, 0.2)
  lay(pen, box(x - 70, y - 22, 150, 22, 8), fade(pen, [x - 70, 0], [x + 80, 0], '#5C7686', palette.navy))
  line(
    pen,
    new Path2D(`M${x + 40} ${y - 20} C${x + 84} ${y - 90} ${x + 70} ${y - 170} ${x + 8} ${y - 190}`),
    '#5C7686',
    24,
  )
  lay(pen, box(x - 66, y - 82, 96, 12, 4), palette.navy)
  pen.save()
  pen.translate(x - 8, y - 176)
  pen.rotate(0.42)
  lay(pen, box(-20, -70, 40, 120, 8), fade(pen, [-20, 0], [20, 0], '#F6F3EC', '#B8C4C8'))
  lay(pen, box(-14, -104, 28, 40, 6), palette.navy)
  lay(pen, box(-11, 50, 22, 30, 4), palette.gold)
  pen.restore()
}

/** A laboratory bench, and on it a signed contract with its pen. */
const platform: Scene = (pen, chance) => {
  room(pen, 520, '#DCE5E4', '#B9AE99')
  parkWindow(pen, chance, [90, 70], 560, 260, 4)
  for (const [y, tones] of [[150, [palette.leaf, palette.gold, palette.blue]], [280, [palette.clay, palette.steel, palette.sage]]] as const) {
    lay(pen, box(760, y, 380, 12, 3), '#C79D6C')
    tones.forEach((tone, i) => flask(pen, [820 + i * 120, y], 84, tone))
  } // prettier-ignore
  bench(pen)
  microscope(pen, [250, 474])
  flask(pen, [420, 478], 130, palette.leaf)
  flask(pen, [508, 480], 96, palette.gold)
  sheetOf(pen, [800, 452], [210, 270], 8, { turn: 0.06 })
  line(pen, new Path2D('M758 548 q18 -34 30 -6 q8 22 26 -10 q12 -16 22 4 q8 10 26 -6'), palette.navy, 4)
  line(pen, through([960, 540], [1060, 430]), palette.navy, 11)
  line(pen, through([950, 552], [962, 538]), palette.gold, 8)
}

const stone = (pen: Pen, [x, y]: Point, w: number, tone: string): void => {
  glow(pen, [x, y + w * 0.18], w * 0.9, '#3C5A66', 0.4, 0.26)
  const shape = new Path2D(`M${x - w} ${y} C${x - w} ${y - w * 0.34} ${x - w * 0.4} ${y - w * 0.42} ${x} ${y - w * 0.4} C${x + w * 0.5} ${y - w * 0.42} ${x + w} ${y - w * 0.3} ${x + w} ${y} C${x + w} ${y + w * 0.24} ${x - w} ${y + w * 0.24} ${x - w} ${y}Z`)
  lay(pen, shape, downwards(pen, y - w * 0.4, y + w * 0.2, lighter(tone, 0.4), darker(tone, 0.3)))
  lay(pen, oval(x, y - w * 0.14, w * 0.86, w * 0.24), lighter(tone, 0.55))
  line(pen, oval(x, y + w * 0.14, w * 1.12, w * 0.2), alpha(palette.paper, 0.5), 2)
} // prettier-ignore

/** What lies on the five stones: a find, a sieve, a sum, a handing over, a leap. */
const emblems: readonly ((pen: Pen, x: number, y: number, s: number) => void)[] = [
  (pen, x, y, s) => bulb(pen, [x, y - s * 0.5], s * 0.5, true),
  (pen, x, y, s) => {
    lay(pen, polygon([x - s * 0.6, y - s], [x + s * 0.6, y - s], [x + s * 0.12, y - s * 0.3], [x + s * 0.12, y], [x - s * 0.12, y], [x - s * 0.12, y - s * 0.3]), fade(pen, [x - s, 0], [x + s, 0], lighter(palette.blue, 0.3), palette.steel))
    lay(pen, oval(x, y - s, s * 0.6, s * 0.13), palette.navy)
  },
  (pen, x, y, s) => {
    lay(pen, box(x - s * 0.42, y - s * 1.06, s * 0.84, s * 1.06, s * 0.1), palette.navy)
    lay(pen, box(x - s * 0.3, y - s * 0.95, s * 0.6, s * 0.24, s * 0.04), '#CFE3DA')
    for (let i = 0; i < 9; i++) lay(pen, box(x - s * 0.3 + (i % 3) * s * 0.22, y - s * 0.6 + Math.floor(i / 3) * s * 0.18, s * 0.15, s * 0.12, s * 0.03), i === 8 ? palette.gold : palette.paper)
  },
  (pen, x, y, s) => {
    for (const turn of [0, Math.PI]) {
      pen.save()
      pen.translate(x, y - s * 0.52)
      pen.rotate(turn)
      line(pen, new Path2D(`M${-s * 0.42} ${s * 0.1} A${s * 0.44} ${s * 0.44} 0 0 1 ${s * 0.36} ${-s * 0.26}`), palette.gold, s * 0.14)
      lay(pen, polygon([s * 0.26, -s * 0.46], [s * 0.58, -s * 0.14], [s * 0.14, -s * 0.08]), palette.gold)
      pen.restore()
    }
  },
  (pen, x, y, s) => {
    glow(pen, [x, y - s * 0.4], s * 1.3, '#FFE7B0', 0.9)
    lay(pen, polygon([x, y - s * 1.2], [x + s * 0.52, y - s * 0.55], [x + s * 0.2, y - s * 0.55], [x + s * 0.2, y], [x - s * 0.2, y], [x - s * 0.2, y - s * 0.55], [x - s * 0.52, y - s * 0.55]), downwards(pen, y - s, y, palette.red, '#E0685A'))
  },
] // prettier-ignore

/** Five stones lead over the water from the campus to the works. */
const fiveSteps: Scene = (pen, chance) => {
  sky(pen, 330, [900, 130])
  hills(pen, chance, { base: 320, height: 170, peaks: 7, colour: '#A9C4C4', mist: '#E9EBDD' })
  for (const x of [40, 120]) tower(pen, [x, 330], 54, x === 40 ? 130 : 90, '#D9CFBB')
  hall(pen, [930, 330], 260, 74, 4, '#CFC8B7')
  for (let x = -10; x < WIDTH; x += 40) tree(pen, chance, [x, 342], between(chance, 26, 46), '#86AC8C')
  water(pen, chance, 336, HEIGHT)
  mist(pen, 346, 70, 0.7)
  lay(pen, new Path2D('M0 470 C60 460 130 500 130 560 C130 620 90 660 60 675 L0 675Z'), downwards(pen, 460, 675, '#AFC596', '#6F9873'))
  lay(pen, new Path2D('M1200 372 C1120 366 1070 380 1060 396 C1050 414 1120 426 1200 424Z'), '#9DB98B')
  const stones: readonly (readonly [number, number, number])[] = [[220, 590, 92], [440, 548, 82], [640, 502, 73], [820, 460, 64], [975, 424, 56]]
  stones.forEach(([x, y, w], i) => {
    stone(pen, [x, y], w, ['#B9C4BE', '#BFC3C6', '#C9C2B2', '#C6CBBB', '#D2C3A8'][i] ?? palette.sand)
    emblems[i]?.(pen, x, y - w * 0.12, w * 0.86)
  })
  undergrowth(pen, chance, 680, '#4F7C64', [150, 1200])
} // prettier-ignore

/** Many ideas go in, some are taken up, a few shine below: suggestions for technical breakthroughs. */
const suggestions: Scene = (pen, chance) => {
  backdrop(pen, '#F1E8D6', '#E9DEC8', '#DCCBAA')
  glow(pen, [600, 360], 520, '#FFFBEF', 0.9)
  for (let i = 0; i < 54; i++) {
    const row = Math.floor(i / 18)
    const x = 190 + (i % 18) * 49 + (row % 2) * 22 + between(chance, -9, 9)
    if (Math.abs(x - 600) < 430 - row * 40) bulb(pen, [x, 66 + row * 62 + between(chance, -8, 8)], 21, false)
  }
  const cone = polygon([180, 236], [1020, 236], [670, 430], [670, 486], [530, 486], [530, 430])
  lay(pen, cone, fade(pen, [180, 0], [1020, 0], alpha('#BCD3DA', 0.92), alpha('#F4FAFA', 0.92), alpha('#8FB0BC', 0.92)))
  inside(pen, cone, () => {
    for (let i = 0; i < 25; i++) {
      const depth = Math.floor(i / 9)
      bulb(pen, [600 + ((i % 9) - 4) * (76 - depth * 22) + between(chance, -8, 8), 284 + depth * 56], 18, i % 2 === 0)
    }
  })
  lay(pen, oval(600, 236, 420, 26), alpha('#4F7388', 0.25))
  line(pen, oval(600, 236, 420, 26), '#6F93A3', 6)
  for (let i = 0; i < 12; i++) bulb(pen, [226 + i * 68, 584 + (i % 2) * 14], 26, true)
  lay(pen, box(150, 626, 900, 12, 6), '#B58D61')
}

type Link = readonly [tone: string, draw: (pen: Pen, at: Point, chance: Chance) => void]

/** Rings on a ribbon, each with a thing made along the chain. */
const chain = (pen: Pen, chance: Chance, links: readonly Link[], ribbon: string): void => {
  const at = (i: number): Point => [130 + i * 235, 350 + (i % 2 ? -66 : 66)]
  const path = new Path2D(`M-40 ${at(0)[1] - 90}`)
  links.forEach((_, i) => path.bezierCurveTo(at(i)[0] - 130, at(i)[1] + (i % 2 ? -30 : 30), at(i)[0] - 110, at(i)[1], ...at(i)))
  path.lineTo(1280, 260)
  line(pen, path, alpha(palette.ink, 0.08), 62)
  line(pen, path, lighter(ribbon, 0.3), 50)
  line(pen, path, alpha(palette.paper, 0.55), 6)
  links.forEach(([tone, draw], i) => {
    const [x, y] = at(i)
    glow(pen, [x + 6, y + 14], 150, palette.ink, 0.3)
    lay(pen, oval(x, y, 106), palette.paper)
    line(pen, oval(x, y, 106), ribbon, 8)
    const face = oval(x, y, 94)
    lay(pen, face, fade(pen, [x - 90, y - 90], [x + 90, y + 90], lighter(tone, 0.5), tone))
    inside(pen, face, () => draw(pen, [x, y], chance))
  })
} // prettier-ignore

const granules = (pen: Pen, [x, y]: Point, chance: Chance): void => {
  for (let i = 0; i < 46; i++) {
    const [dx, reach] = [between(chance, -70, 70), between(chance, 0, 1)]
    const r = between(chance, 7, 12)
    lay(pen, oval(x + dx, y + 62 - reach * (92 - Math.abs(dx)), r), fade(pen, [0, y - 30], [0, y + 70], '#FFFDF6', mix(palette.wheat, palette.gold, chance())))
  }
} // prettier-ignore

const rolls = (pen: Pen, [x, y]: Point): void => {
  for (const [dx, dy] of [[-36, 34], [36, 34], [0, -26]] as const) {
    for (const [r, tone] of [[38, '#8FA9B5'], [30, '#DCE8EA'], [22, '#A9C1CA'], [12, '#F2F5F2'], [6, palette.navy]] as const) lay(pen, oval(x + dx, y + dy, r), tone)
  }
} // prettier-ignore

const profiles = (pen: Pen, [x, y]: Point): void => {
  for (let i = 0; i < 4; i++) {
    const [left, top] = [x - 64 + i * 26, y - 44 + i * 10]
    lay(pen, polygon([left, top + 70], [left + 22, top + 70], [left + 62, top - 6], [left + 40, top - 6]), fade(pen, [left, 0], [left + 60, 0], '#F4F6F5', '#9DB0B8'))
    line(pen, box(left, top + 56, 22, 22, 2), palette.steel, 4)
  }
} // prettier-ignore

const car = (pen: Pen, [x, y]: Point): void => {
  lay(pen, new Path2D(`M${x - 76} ${y + 26} C${x - 78} ${y - 2} ${x - 60} ${y - 6} ${x - 44} ${y - 10} C${x - 26} ${y - 44} ${x + 28} ${y - 46} ${x + 44} ${y - 10} C${x + 70} ${y - 6} ${x + 78} ${y + 2} ${x + 76} ${y + 26}Z`), fade(pen, [x, y - 40], [x, y + 26], '#FFFDF8', '#B9C9CC'))
  lay(pen, new Path2D(`M${x - 34} ${y - 10} C${x - 20} ${y - 34} ${x + 18} ${y - 36} ${x + 32} ${y - 10}Z`), palette.steel)
  for (const side of [-1, 1]) {
    lay(pen, oval(x + side * 42, y + 28, 19), palette.navy)
    lay(pen, oval(x + side * 42, y + 28, 8), palette.sand)
  }
} // prettier-ignore

const crystalDrop = (pen: Pen, [x, y]: Point): void => {
  lay(pen, new Path2D(`M${x} ${y - 66} C${x + 40} ${y - 16} ${x + 46} ${y + 4} ${x + 46} ${y + 18} A46 46 0 0 1 ${x - 46} ${y + 18} C${x - 46} ${y + 4} ${x - 40} ${y - 16} ${x} ${y - 66}Z`), fade(pen, [x - 40, y - 60], [x + 40, y + 60], '#EAF6F4', '#7FB2B5'))
  line(pen, new Path2D(`M${x - 26} ${y + 18} A26 26 0 0 0 ${x - 4} ${y + 42}`), alpha('#FFFFFF', 0.85), 7)
} // prettier-ignore

/** From drops and granules to rolls, profiles and a finished car body. */
const materials: Scene = (pen, chance) => {
  backdrop(pen, '#EEF0E8', '#DDE3DA', '#CBD5CC')
  hills(pen, chance, { base: 640, height: 210, peaks: 7, colour: '#BFCFC8', mist: '#DCE4DA' })
  const links: Link[] = [['#B9D6D6', crystalDrop], ['#E4CFA2', granules], ['#BFD0D6', rolls], ['#C9CFC6', profiles], ['#D9C3A0', car]]
  chain(pen, chance, links, palette.gold)
} // prettier-ignore

const helix = (pen: Pen, [x, y]: Point): void => {
  for (let i = -8; i <= 8; i++) {
    const turn = i * 0.52
    const [a, b]: [Point, Point] = [[x + Math.sin(turn) * 44, y + i * 11], [x - Math.sin(turn) * 44, y + i * 11]]
    line(pen, through(a, b), alpha(palette.paper, 0.8), 4)
    lay(pen, oval(...a, 8), palette.pine)
    lay(pen, oval(...b, 8), palette.gold)
  }
} // prettier-ignore

const capsules = (pen: Pen, [x, y]: Point): void => {
  for (const [dx, dy, turn, tone] of [[-30, -34, 0.5, palette.clay], [30, -6, -0.6, palette.leaf], [-22, 34, -0.2, palette.gold], [40, 52, 0.4, palette.steel]] as const) {
    pen.save()
    pen.translate(x + dx, y + dy)
    pen.rotate(turn)
    lay(pen, box(-36, -14, 72, 28, 14), palette.paper)
    inside(pen, box(0, -14, 36, 28), () => lay(pen, box(-36, -14, 72, 28, 14), tone))
    lay(pen, box(-26, -9, 52, 5, 3), alpha('#FFFFFF', 0.5))
    pen.restore()
  }
} // prettier-ignore

const sprout = (pen: Pen, [x, y]: Point): void => {
  line(pen, new Path2D(`M${x} ${y + 70} C${x - 6} ${y + 20} ${x + 6} ${y - 10} ${x} ${y - 40}`), palette.pine, 7)
  for (const [dy, side] of [[30, 1], [8, -1], [-16, 1], [-38, -1]] as const)
    lay(pen, new Path2D(`M${x} ${y + dy} C${x + side * 16} ${y + dy - 34} ${x + side * 56} ${y + dy - 34} ${x + side * 62} ${y + dy - 28} C${x + side * 56} ${y + dy + 2} ${x + side * 24} ${y + dy + 10} ${x} ${y + dy}Z`), fade(pen, [x, y + dy - 34], [x, y + dy], '#A9CC98', palette.leaf))
} // prettier-ignore

const shield = (pen: Pen, [x, y]: Point): void => {
  lay(pen, new Path2D(`M${x} ${y - 66} C${x + 24} ${y - 48} ${x + 44} ${y - 44} ${x + 58} ${y - 44} C${x + 60} ${y + 20} ${x + 36} ${y + 52} ${x} ${y + 70} C${x - 36} ${y + 52} ${x - 60} ${y + 20} ${x - 58} ${y - 44} C${x - 44} ${y - 44} ${x - 24} ${y - 48} ${x} ${y - 66}Z`), fade(pen, [x - 50, y - 50], [x + 50, y + 60], '#FDF6E6', '#D9B978'))
  lay(pen, new Path2D(`M${x} ${y + 34} C${x - 62} ${y - 6} ${x - 34} ${y - 50} ${x} ${y - 20} C${x + 34} ${y - 50} ${x + 62} ${y - 6} ${x} ${y + 34}Z`), palette.clay)
} // prettier-ignore

/** From the plant and the test tube to the capsule and the guarded health. */
const medicine: Scene = (pen, chance) => {
  backdrop(pen, '#EEF3E8', '#DCE8DA', '#C3D8C6')
  hills(pen, chance, { base: 650, height: 190, peaks: 6, colour: '#B4CFBB', mist: '#D8E6D8' })
  const links: Link[] = [['#CBDDB8', sprout], ['#C6DCE0', (p, [x, y]) => flask(p, [x, y + 62], 140, palette.leaf)], ['#A9CDBE', helix], ['#E8DCC4', capsules], ['#DDE6DA', shield]]
  chain(pen, chance, links, palette.pine)
} // prettier-ignore

export const hall2 = { 201: platform, 202: fiveSteps, 203: suggestions, 204: materials, 205: medicine } as const
export { emblems, stone }
