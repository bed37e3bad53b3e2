/** The covers of the eight stories. */
import { Path2D } from '@napi-rs/canvas'
import { alpha, between, box, darker, downwards, fade, glow, HEIGHT, inside, lay, lighter, line, oval } from './drawing'
import { palette, polygon, stipple, through, WIDTH, type Pen, type Point, type Scene } from './drawing'
import { emblems, stone } from './hall-2'
import { hall, hills, tower, tree, undergrowth, water } from './landscape'
import { cup, paper, plant, room } from './interior'
import { arms, lookOf, stand } from './people'
import { backdrop, bulb, chip, gear, mist, sheetOf } from './things'

const flame = (pen: Pen, [x, y]: Point, s: number): void => {
  glow(pen, [x, y - s * 0.5], s * 7, '#FFD88C', 0.8)
  lay(pen, new Path2D(`M${x} ${y} C${x - s * 0.7} ${y - s * 0.5} ${x - s * 0.2} ${y - s} ${x} ${y - s * 1.8} C${x + s * 0.3} ${y - s} ${x + s * 0.7} ${y - s * 0.5} ${x} ${y}Z`), downwards(pen, y - s * 1.8, y, '#FFF3CC', '#F0A24B'))
} // prettier-ignore

const nightPane = (pen: Pen, [x, y, w, h]: readonly [number, number, number, number]): void => {
  lay(pen, box(x, y, w, h, 4), downwards(pen, y, y + h, '#33495C', '#6F8796'))
  lay(pen, oval(x + w * 0.7, y + h * 0.3, h * 0.11), '#F3E6C4')
  inside(pen, box(x, y, w, h), () => lay(pen, new Path2D(`M${x} ${y + h} V${y + h * 0.74} Q${x + w * 0.3} ${y + h * 0.44} ${x + w * 0.55} ${y + h * 0.76} T${x + w} ${y + h * 0.66} V${y + h}Z`), '#2A3D4C'))
  line(pen, box(x, y, w, h, 4), '#6B4C36', 14)
  line(pen, through([x + w / 2, y], [x + w / 2, y + h]), '#6B4C36', 8)
  line(pen, through([x, y + h / 2], [x + w, y + h / 2]), '#6B4C36', 8)
} // prettier-ignore

/** A cottage at night: an oil lamp on a stool, and on a bed of straw one half of a quilt. */
const halfQuilt: Scene = (pen, chance) => {
  backdrop(pen, '#4A3A30', '#7A5A42', '#5B4332')
  nightPane(pen, [150, 90, 250, 210])
  lay(pen, box(0, 520, WIDTH, 160), downwards(pen, 520, HEIGHT, '#6A4D38', '#3F2D22'))
  glow(pen, [330, 420], 620, '#FFD592', 0.7)
  lay(pen, box(520, 420, 640, 150, 10), downwards(pen, 420, 570, '#8A6446', '#5B4030'))
  for (let i = 0; i < 130; i++) {
    const [x, y] = [between(chance, 510, 1160), between(chance, 398, 440)]
    line(pen, through([x, y], [x + between(chance, -40, 40), y - between(chance, 2, 22)]), alpha('#E3BE74', 0.8), 3)
  }
  const quilt = new Path2D('M640 410 C700 330 900 318 1010 344 C1060 356 1096 380 1104 420 L1090 500 L1060 470 L1030 510 L1000 474 L966 512 L932 476 L900 512 L866 478 L834 512 L800 478 L766 508 L736 474 L704 504 L676 468 L648 492Z')
  lay(pen, quilt, fade(pen, [640, 330], [1100, 500], '#C9605A', '#8E3038'))
  inside(pen, quilt, () => {
    for (let i = 0; i < 12; i++) line(pen, new Path2D(`M${620 + i * 46} 320 q24 90 -4 200`), alpha('#F3D9A0', 0.3), 4)
    for (let i = 0; i < 24; i++) lay(pen, oval(650 + (i % 8) * 60, 372 + Math.floor(i / 8) * 46, 9), alpha('#F7E6C4', 0.75))
  })
  stipple(pen, quilt, [700, 340], [1000, 520], '#3A1A1C', 0.4)
  lay(pen, box(250, 470, 160, 16, 5), '#A67C50')
  for (const x of [268, 380]) lay(pen, box(x, 484, 14, 130), '#7A5A3C')
  lay(pen, new Path2D('M300 470 L360 470 L350 440 L310 440Z'), '#3F4A50')
  lay(pen, box(318, 420, 24, 22, 4), '#5C6A70')
  flame(pen, [330, 422], 26)
} // prettier-ignore

/** A workshop: a machine, a box for suggestions, and many pinned slips. */
const hundredIdeas: Scene = (pen, chance) => {
  room(pen, 500, '#DCDFD6', '#A9A08C')
  lay(pen, box(90, 60, 560, 320, 8), '#C9A877')
  line(pen, box(90, 60, 560, 320, 8), palette.walnut, 12)
  for (let i = 0; i < 60; i++) {
    const [x, y] = [128 + (i % 12) * 42 + between(chance, -4, 4), 96 + Math.floor(i / 12) * 54 + between(chance, -4, 4)]
    lay(pen, box(x, y, 34, 42, 3), ['#FBF6E8', '#F3D9A0', '#DCE8E4', '#F0D8CC'][i % 4] ?? '#FBF6E8')
    for (const k of [0, 1, 2]) lay(pen, box(x + 6, y + 12 + k * 9, 22 - k * 5, 3), '#A7B0B2')
    lay(pen, oval(x + 17, y + 4, 4), i % 5 === 0 ? palette.red : palette.steel)
  }
  gear(pen, [960, 250], 120, 14, palette.steel)
  gear(pen, [1100, 360], 76, 10, palette.gold)
  lay(pen, box(760, 420, 420, 210, 14), fade(pen, [760, 420], [1180, 630], '#8FA9B0', '#4F6F7C'))
  lay(pen, box(800, 452, 150, 96, 8), '#2F4350')
  line(pen, new Path2D('M812 524 q26 -50 48 -20 t74 -30'), '#9FD3B4', 5)
  for (const [x, tone] of [[1000, palette.leaf], [1050, palette.sun], [1100, palette.red]] as const) lay(pen, oval(x, 486, 16), tone)
  stand(pen, { ...lookOf(0), cloth: palette.steel, hair: 'cap', at: [690, 640], height: 300, view: 'left', arms: [arms.reach, arms.rest], inner: palette.paper })
  glow(pen, [520, 640], 150, palette.ink, 0.3, 0.2)
  lay(pen, box(430, 470, 180, 160, 10), fade(pen, [430, 470], [610, 630], '#D9443E', '#9E1A1E'))
  lay(pen, box(470, 486, 100, 10, 4), '#3A1214')
  sheetOf(pen, [524, 448], [80, 90], 4, { turn: 0.08 })
  lay(pen, box(424, 500, 192, 8), alpha(palette.ink, 0.12))
} // prettier-ignore

/** Dusk on the water: five lit stones from the campus shore to the works. */
const fiveLights: Scene = (pen, chance) => {
  backdrop(pen, '#53718A', '#B7A79E', '#F0D2A2')
  glow(pen, [930, 330], 460, '#FFE3AE', 0.9, 0.6)
  hills(pen, chance, { base: 340, height: 170, peaks: 7, colour: '#6C8894', mist: '#DCC7A8' })
  for (const x of [40, 130]) tower(pen, [x, 350], 60, x === 40 ? 150 : 100, '#8E97A0')
  hall(pen, [930, 350], 280, 84, 4, '#A08F80')
  water(pen, chance, 350, HEIGHT)
  pen.fillStyle = downwards(pen, 350, HEIGHT, alpha('#F3D9A0', 0.3), alpha('#35566A', 0.75))
  pen.fillRect(0, 350, WIDTH, HEIGHT)
  mist(pen, 356, 60, 0.5, '#F6DDB2')
  const stones = [[170, 600, 96], [400, 550, 86], [615, 502, 76], [805, 462, 66], [965, 426, 58]] as const
  stones.forEach(([x, y, w], i) => {
    glow(pen, [x, y], w * 2, '#FFE3A6', 0.7, 0.5)
    stone(pen, [x, y], w, '#B9B4A6')
    emblems[i]?.(pen, x, y - w * 0.12, w * 0.9)
  })
} // prettier-ignore

/** Rain; two people under one umbrella walk towards a lit door. */
const oneUmbrella: Scene = (pen, chance) => {
  backdrop(pen, '#7D95A3', '#A9B9BD', '#8FA3A6')
  for (const [x, w, h] of [[60, 90, 260], [190, 70, 190], [960, 90, 240]] as const) tower(pen, [x, 470], w, h, '#93A5AD')
  lay(pen, box(640, 230, 420, 250, 6), downwards(pen, 230, 480, '#D9D4C6', '#B9B3A2'))
  lay(pen, box(610, 212, 480, 24, 5), palette.red)
  lay(pen, box(790, 310, 130, 172, 4), '#FFE7B0')
  for (const x of [670, 950]) lay(pen, box(x, 300, 84, 90, 4), '#FFE0A0')
  lay(pen, box(0, 474, WIDTH, 210), downwards(pen, 474, HEIGHT, '#8FA0A0', '#5F7476'))
  glow(pen, [855, 500], 330, '#FFE3A6', 0.75, 0.4)
  for (let x = -10; x < 640; x += 60) tree(pen, chance, [x, 490], between(chance, 70, 100), '#6C8C80')
  lay(pen, polygon([800, 484], [910, 484], [980, 675], [700, 675]), alpha('#FFE9BC', 0.4))
  stand(pen, { ...lookOf(4), at: [470, 640], height: 260, view: 'right', step: true, arms: [arms.rest, arms.fold] })
  stand(pen, { ...lookOf(2), cloth: palette.red, hair: 'bob', at: [570, 644], height: 254, view: 'right', step: true, arms: [arms.hold, arms.rest], inner: palette.paper })
  line(pen, through([540, 486], [520, 330]), '#5B4330', 7)
  lay(pen, new Path2D('M330 400 C350 260 690 260 710 400 Q680 376 646 400 Q612 376 584 400 Q552 374 520 400 Q488 374 456 400 Q424 376 394 400 Q362 376 330 400Z'), fade(pen, [340, 290], [700, 400], '#E8BE6E', '#B07E35'))
  for (const x of [394, 456, 584, 646]) line(pen, new Path2D(`M520 296 Q${(x + 520) / 2} 320 ${x} 400`), alpha('#7A5528', 0.4), 3)
  for (let i = 0; i < 150; i++) {
    const [x, y] = [chance() * WIDTH, chance() * HEIGHT]
    if (x < 340 || x > 700 || y < 300) line(pen, through([x, y], [x - 7, y + 26]), alpha('#EAF1F2', 0.35), 2)
  }
} // prettier-ignore

/** Night in the hills: a lantern goes ahead on a path that climbs to the first light. */
const nightPath: Scene = (pen, chance) => {
  backdrop(pen, '#22364A', '#4B6478', '#D6A878')
  for (let i = 0; i < 110; i++) lay(pen, oval(chance() * WIDTH, chance() * 320, between(chance, 0.8, 2.2)), alpha('#FFF6DC', between(chance, 0.3, 0.9)))
  glow(pen, [900, 430], 420, '#FFD59A', 0.9, 0.6)
  hills(pen, chance, { base: 450, height: 220, peaks: 6, colour: '#3F5A6C', mist: '#C79E78' })
  hills(pen, chance, { base: 500, height: 150, peaks: 5, colour: '#2F4858', mist: '#7D7468' })
  lay(pen, new Path2D(`M0 520 C300 470 560 560 800 500 C980 460 1100 480 1200 450 L1200 ${HEIGHT} L0 ${HEIGHT}Z`), downwards(pen, 460, HEIGHT, '#3D5650', '#1F332F'))
  const path = new Path2D('M220 680 C360 590 640 640 720 570 C770 520 720 490 800 470 C850 456 880 440 890 420')
  line(pen, path, alpha('#E9CF9E', 0.75), 22)
  line(pen, path, alpha('#FFF0CC', 0.45), 8)
  const line5 = [[430, 640, 150, 1], [520, 622, 132, 3], [596, 606, 116, 0], [660, 588, 100, 5]] as const
  line5.forEach(([x, y, h, n]) => stand(pen, { ...lookOf(n), cloth: darker(lookOf(n).cloth, 0.4), at: [x, y], height: h, view: 'right', step: true }))
  stand(pen, { ...lookOf(2), cloth: palette.clay, at: [736, 560], height: 92, view: 'right', step: true, arms: [arms.rest, arms.reach] })
  glow(pen, [772, 506], 120, '#FFE09A', 1)
  lay(pen, box(764, 498, 17, 22, 5), '#FFEFC0')
  line(pen, through([772, 498], [764, 500]), palette.gold, 3)
  undergrowth(pen, chance, 684, '#16261F', [180, 420])
} // prettier-ignore

/** A watchmaker's bench: wheels, a loupe, small tools on a cloth. */
const fineWheels: Scene = (pen, chance) => {
  backdrop(pen, '#C9A677', '#A97F52', '#7F5C3B')
  glow(pen, [420, 200], 620, '#FFE9BC', 0.85)
  for (let i = 0; i < 9; i++) line(pen, through([0, 60 + i * 78 + between(chance, -9, 9)], [WIDTH, 60 + i * 78 + between(chance, -9, 9)]), alpha('#5B3F28', 0.16), 3)
  glow(pen, [480, 380], 380, palette.ink, 0.4)
  lay(pen, oval(470, 350, 262), fade(pen, [220, 120], [720, 600], '#F3E3BC', '#9C6F34'))
  lay(pen, oval(470, 350, 236), '#33424D')
  lay(pen, oval(470, 350, 226), fade(pen, [260, 140], [680, 570], '#FBF5E6', '#D3C5A6'))
  gear(pen, [400, 300], 110, 20, '#C99F5C')
  gear(pen, [560, 380], 84, 16, palette.steel)
  gear(pen, [430, 466], 62, 14, palette.clay)
  gear(pen, [552, 246], 46, 12, '#8E9A9E')
  for (const [x, y] of [[400, 300], [560, 380], [430, 466], [552, 246]] as const) lay(pen, oval(x, y, 9), palette.red)
  line(pen, through([470, 350], [470, 180]), palette.ink, 6)
  line(pen, through([470, 350], [590, 410]), palette.ink, 9)
  lay(pen, oval(470, 350, 14), palette.gold)
  lay(pen, oval(950, 260, 128), alpha('#DDECEF', 0.75))
  line(pen, oval(950, 260, 128), '#3C4B57', 20)
  line(pen, through([1038, 358], [1150, 500]), '#5B4330', 34)
  gear(pen, [950, 260], 78, 18, '#D9B978')
  for (const [x, tone] of [[800, '#8E9A9E'], [870, '#B0893F']] as const) {
    line(pen, through([x, 640], [x + 60, 470]), tone, 14)
    line(pen, through([x + 60, 470], [x + 78, 420]), '#D7DEDF', 6)
  }
} // prettier-ignore

/** A desk that is staffed late: a telephone, a lamp, tea, a list nearly done. */
const lateDesk: Scene = (pen) => {
  backdrop(pen, '#3E5364', '#5D6F79', '#6F6557')
  nightPane(pen, [90, 70, 420, 280])
  for (let i = 0; i < 12; i++) lay(pen, box(120 + (i % 6) * 30, 284 + Math.floor(i / 6) * 22, 12, 12), alpha('#FFDF9A', 0.8))
  glow(pen, [790, 380], 560, '#FFE1A0', 0.85)
  lay(pen, box(0, 490, WIDTH, 24), '#D9B27C')
  lay(pen, box(0, 512, WIDTH, 170), downwards(pen, 512, HEIGHT, '#A67C50', '#6E4F33'))
  line(pen, through([960, 490], [1010, 330], [880, 240]), '#3C4B57', 12)
  lay(pen, box(900, 482, 120, 14, 7), '#3C4B57')
  lay(pen, polygon([902, 212], [950, 262], [850, 330], [786, 246]), fade(pen, [800, 220], [940, 320], '#D9443E', '#9E1A1E'))
  lay(pen, polygon([850, 330], [786, 246], [620, 490], [900, 490]), alpha('#FFF0C4', 0.28))
  sheetOf(pen, [640, 470], [170, 190], 6, { turn: -0.05, ticks: true })
  glow(pen, [330, 500], 170, palette.ink, 0.35, 0.2)
  lay(pen, new Path2D('M230 492 L256 412 L404 412 L430 492Z'), fade(pen, [230, 410], [430, 492], '#8FA9B0', '#4F6F7C'))
  line(pen, new Path2D('M226 400 Q330 350 434 400'), '#5C7886', 34)
  for (const x of [232, 428]) lay(pen, box(x - 30, 388, 60, 34, 14), '#4F6F7C')
  for (let i = 0; i < 9; i++) lay(pen, box(300 + (i % 3) * 22, 426 + Math.floor(i / 3) * 19, 15, 12, 3), palette.paper)
  cup(pen, [500, 498], 46)
  for (const dx of [0, 14]) line(pen, new Path2D(`M${488 + dx} 448 q-10 -16 2 -30 q10 -14 0 -28`), alpha('#FFFFFF', 0.5), 4)
  paper(pen, [800, 530], 60, 12)
  plant(pen, [1120, 494], 190, palette.paper)
} // prettier-ignore

/** A tree of conductors grows out of a chip; its fruits are lights. */
const chipTree: Scene = (pen, chance) => {
  backdrop(pen, '#DCE8E4', '#E9EFE2', '#CFE0D2')
  glow(pen, [600, 300], 520, '#FFFBE8', 0.95)
  hills(pen, chance, { base: 640, height: 150, peaks: 7, colour: '#A9C7B4', mist: '#DCE9DC' })
  const branch = (from: Point, turn: number, length: number, depth: number): void => {
    const to: Point = [from[0] + Math.cos(turn) * length, from[1] + Math.sin(turn) * length]
    line(pen, through(from, to), depth > 2 ? palette.pine : lighter(palette.pine, (4 - depth) * 0.08), 3 + depth * 4)
    if (depth === 0) {
      bulb(pen, to, between(chance, 16, 25), true)
      return
    }
    for (const side of [-1, 0, 1]) if (side !== 0 || depth % 2 === 0) branch(to, turn + side * (0.36 + depth * 0.08), length * 0.74, depth - 1)
  }
  branch([600, 560], -Math.PI / 2, 130, 4)
  chip(pen, [600, 560], 150)
  lay(pen, oval(600, 560, 30), alpha(palette.red, 0.85))
  undergrowth(pen, chance, 684, '#5C8A70', [480, 720])
} // prettier-ignore

export const stories = {
  'story-01': halfQuilt,
  'story-02': hundredIdeas,
  'story-03': fiveLights,
  'story-04': oneUmbrella,
  'story-05': nightPath,
  'story-06': fineWheels,
  'story-07': lateDesk,
  'story-08': chipTree,
} as const
