/** Exhibits 301–305: growth of the branches, their brands, the roadshow, the awards, and the alliances of a chain. */
import { Path2D } from '@napi-rs/canvas'
import { alpha, box, darker, downwards, fade, glow, HEIGHT, lay, lighter, line } from './drawing'
import { oval, palette, polygon, through, WIDTH, type Pen, type Point, type Scene } from './drawing'
import { cloud, hills, sky, tree, undergrowth, water } from './landscape'
import { plant } from './interior'
import { arms, lookOf, sit, stand } from './people'
import { backdrop, birds, block, lantern, mist } from './things'

const ribbonOn = (pen: Pen, [x, y]: Point, s: number): void => {
  line(pen, new Path2D(`M${x} ${y} q${-s * 0.4} ${s} ${-s * 0.2} ${s * 1.9} M${x} ${y} q${s * 0.5} ${s * 0.8} ${s * 0.4} ${s * 1.8}`), darker(palette.red, 0.12), s * 0.22)
  lay(pen, new Path2D(`M${x} ${y} c${-s * 1.3} ${-s} ${-s * 1.5} ${s * 0.7} 0 0 c${s * 1.3} ${-s} ${s * 1.5} ${s * 0.7} 0 0Z`), palette.red)
} // prettier-ignore

/** Trees in a row, each taller than the one before, on a green slope. */
const growth: Scene = (pen, chance) => {
  sky(pen, 470, [210, 170])
  cloud(pen, [470, 90], 200)
  cloud(pen, [930, 120], 150)
  hills(pen, chance, { base: 470, height: 180, peaks: 8, colour: '#A9C4C4', mist: '#E9EBDD' })
  const slope = new Path2D(`M0 560 C300 540 700 500 1200 440 L1200 ${HEIGHT} L0 ${HEIGHT}Z`)
  lay(pen, slope, downwards(pen, 440, HEIGHT, '#BFD2A2', '#7FA67C', '#5E8A6C'))
  const sizes = [70, 104, 142, 188, 246, 320, 410]
  let x = 96
  sizes.forEach((size, i) => {
    x += size * 0.22 + 38
    const y = 604 - x * 0.1
    tree(pen, chance, [x, y], size, i % 2 ? '#6E9E76' : '#7DAC7E')
    ribbonOn(pen, [x, y - size * 0.24], 6 + size * 0.03)
    x += size * 0.2
  })
  birds(pen, [[420, 210], [456, 192], [486, 214]]) // prettier-ignore
  undergrowth(pen, chance, 678, '#4B775F')
}

/** Eight lanterns over a bridge at dusk: one large, four of middle size, three small. */
const brands: Scene = (pen, chance) => {
  backdrop(pen, '#5E7C8F', '#B79F92', '#F0D3A4')
  glow(pen, [600, 430], 520, '#FFE3AE', 0.85, 0.5)
  hills(pen, chance, { base: 470, height: 190, peaks: 7, colour: '#6F8A92', mist: '#E0C8A2' })
  hills(pen, chance, { base: 490, height: 110, peaks: 8, colour: '#56767C', mist: '#CDB893' })
  water(pen, chance, 480, HEIGHT)
  pen.fillStyle = downwards(pen, 480, HEIGHT, alpha('#F3D9A0', 0.25), alpha('#3F5D6B', 0.6))
  pen.fillRect(0, 480, WIDTH, HEIGHT - 480)
  const rope = (x: number): number => 60 + 96 * (1 - ((x - 600) / 620) ** 2)
  line(pen, new Path2D('M-20 54 Q600 262 1220 54'), alpha('#3A2A22', 0.7), 4)
  const row = [[110, 36], [240, 46], [370, 46], [540, 82], [830, 46], [960, 46], [1086, 36], [706, 36]] as const // prettier-ignore
  row.forEach(([x, r]) => {
    const y = rope(x) + 60 + r
    lantern(pen, [x, y], r, x === 540 ? palette.red : r === 46 ? '#D8623F' : '#DE9A4B', rope(x) + 4)
    glow(pen, [x, 540 + r], r * 2, '#FFD78F', 0.5, 0.5)
  })
  mist(pen, 484, 60, 0.4, '#F6DDB2')
}

const spot = (pen: Pen, x: number, on: number): void => {
  const beam = polygon([x - 12, 74], [x + 12, 74], [on + 92, 520], [on - 92, 520])
  lay(pen, beam, downwards(pen, 74, 520, alpha('#FFF3CC', 0.5), alpha('#FFF3CC', 0.04)))
  lay(pen, polygon([x - 16, 46], [x + 16, 46], [x + 24, 82], [x - 24, 82]), palette.navy)
  lay(pen, oval(x, 82, 24, 7), '#FFF6DC')
}

/** A stage under seven lights; one branch tells, the others listen. */
const roadshow: Scene = (pen) => {
  backdrop(pen, '#4B5E6B', '#7C7A78', '#B59C80')
  lay(pen, box(0, 30, WIDTH, 14), '#2A3640')
  lay(pen, box(120, 500, 960, 44, 6), downwards(pen, 500, 544, '#E2BC86', '#A67C50'))
  lay(pen, box(120, 544, 960, 40), downwards(pen, 544, 584, '#8A6446', '#6A4C37'))
  lay(pen, box(120, 540, 960, 6), palette.red)
  for (let i = 0; i < 7; i++) spot(pen, 180 + i * 140, 240 + i * 120)
  for (let i = 0; i < 7; i++) lay(pen, oval(240 + i * 120, 520, 88, 13), alpha('#FFF3CC', 0.4))
  lay(pen, box(410, 170, 380, 220, 8), '#33424D')
  lay(pen, box(420, 180, 360, 200, 4), fade(pen, [420, 180], [780, 380], '#FFFDF6', '#E3EAE4'))
  for (let i = 0; i < 7; i++) lay(pen, box(446 + i * 46, 356 - (i + 2) * 17, 30, (i + 2) * 17, 4), i === 6 ? palette.red : i % 2 ? palette.gold : palette.blue)
  stand(pen, { ...lookOf(2), cloth: palette.clay, hair: 'bob', at: [880, 522], height: 200, view: 'left', arms: [arms.point, arms.fold], inner: palette.paper })
  plant(pen, [170, 512], 130, palette.paper)
  plant(pen, [1034, 512], 130, palette.paper)
  for (let i = 0; i < 9; i++) sit(pen, { ...lookOf(i), at: [70 + i * 134, 622 + (i % 2) * 12], size: 62, view: 'back' })
} // prettier-ignore

const rosette = (pen: Pen, [x, y]: Point, r: number, tone: string): void => {
  for (const side of [-1, 1]) lay(pen, polygon([x + side * r * 0.1, y + r * 0.5], [x + side * r * 0.8, y + r * 0.4], [x + side * r * 0.95, y + r * 2.1], [x + side * r * 0.55, y + r * 1.8], [x + side * r * 0.3, y + r * 2.1]), darker(tone, 0.15))
  const petals = new Path2D()
  for (let i = 0; i < 10; i++) {
    const turn = (i / 10) * Math.PI * 2
    petals.addPath(oval(x + Math.cos(turn) * r * 0.66, y + Math.sin(turn) * r * 0.66, r * 0.34))
  }
  lay(pen, petals, lighter(tone, 0.08))
  lay(pen, oval(x, y, r * 0.72), fade(pen, [x - r, y - r], [x + r, y + r], '#FBE9BF', '#D6A654'))
} // prettier-ignore

/** Thirty rosettes in three rows of ten. */
const awards: Scene = (pen) => {
  backdrop(pen, '#F6EFE0', '#EBDCC0', '#DDC69C')
  glow(pen, [600, 300], 560, '#FFFCF0', 0.9)
  const tones = [palette.red, palette.gold, palette.steel]
  tones.forEach((tone, row) => {
    const y = 120 + row * 178
    lay(pen, box(60, y + 90, 1080, 10, 4), '#B58D61')
    lay(pen, box(60, y + 100, 1080, 14), alpha(palette.ink, 0.07))
    for (let i = 0; i < 10; i++) rosette(pen, [114 + i * 108, y], 37, tone)
  })
}

const node = (pen: Pen, [x, y]: Point, r: number, tone: string): void => {
  glow(pen, [x, y + r * 0.5], r * 1.7, palette.ink, 0.28, 0.5)
  lay(pen, oval(x, y, r, r * 0.5), lighter(tone, 0.55))
  line(pen, oval(x, y, r, r * 0.5), tone, 5)
}

/** One committee, one leading enterprise, and many members around them, joined by light. */
const alliance: Scene = (pen) => {
  backdrop(pen, '#E9EEE4', '#DAE3D8', '#C6D6C8')
  const members = Array.from({ length: 9 }, (_, i): Point => {
    const turn = (i / 9) * Math.PI * 2 + 0.2
    return [600 + Math.cos(turn) * 470, 380 + Math.sin(turn) * 205]
  }).sort((a, b) => a[1] - b[1])
  const [committee, leader]: [Point, Point] = [[500, 372], [730, 396]]
  for (const at of members) {
    line(pen, through(at, at[0] < 610 ? committee : leader), alpha(palette.gold, 0.3), 12)
    line(pen, through(at, at[0] < 610 ? committee : leader), '#E5C88A', 4)
  }
  line(pen, through(committee, leader), palette.gold, 14)
  const tones = ['#D9D2C2', '#C9D2D2', '#E0D5BE', '#CBD6CC', '#D5CBC0']
  const place = (at: Point, i: number): void => {
    node(pen, at, 74, palette.pine)
    block(pen, [at[0], at[1] + 20], [44, 44, 34 + ((i * 17) % 34)], tones[i % 5] ?? palette.sand)
  }
  members.filter(([, y]) => y < 380).forEach(place)
  node(pen, committee, 116, palette.red)
  block(pen, [500, 402], [72, 72, 84], '#EFE4D0', palette.red)
  node(pen, leader, 116, palette.gold)
  block(pen, [716, 430], [84, 70, 60], '#DCE6E8', '#E9C983')
  block(pen, [782, 412], [34, 34, 124], '#CFDCE0')
  members.filter(([, y]) => y >= 380).forEach((at, i) => place(at, i + 5))
} // prettier-ignore

export const hall3 = { 301: growth, 302: brands, 303: roadshow, 304: awards, 305: alliance } as const
