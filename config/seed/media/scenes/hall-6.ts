/** Exhibits 601–604: how to play with the headset, what to do before, looking all around, and what helps the dizzy. */
import { Path2D } from '@napi-rs/canvas'
import { alpha, box, darker, downwards, fade, glow, HEIGHT, inside, lay, lighter, line, oval, palette } from './drawing'
import { polygon, through, WIDTH, type Chance, type Pen, type Point, type Scene } from './drawing'
import { hills, sky, tree, water } from './landscape'
import { cup, parkWindow, plant, room, sunbeam } from './interior'
import { arms, lookOf, stand } from './people'
import { backdrop, birds } from './things'

/** The headset from the front; `size` is its width. */
const headset = (pen: Pen, [x, y]: Point, size: number, view?: () => void): void => {
  const s = size / 100
  line(pen, new Path2D(`M${x - 46 * s} ${y - 4 * s} C${x - 60 * s} ${y - 62 * s} ${x + 60 * s} ${y - 62 * s} ${x + 46 * s} ${y - 4 * s}`), '#5C7080', 7 * s)
  glow(pen, [x, y + 34 * s], 56 * s, palette.ink, 0.35, 0.2)
  const body = new Path2D(`M${x - 50 * s} ${y - 12 * s} Q${x - 50 * s} ${y - 30 * s} ${x - 32 * s} ${y - 30 * s} L${x + 32 * s} ${y - 30 * s} Q${x + 50 * s} ${y - 30 * s} ${x + 50 * s} ${y - 12 * s} L${x + 48 * s} ${y + 12 * s} Q${x + 46 * s} ${y + 28 * s} ${x + 30 * s} ${y + 28 * s} L${x + 18 * s} ${y + 28 * s} Q${x + 8 * s} ${y + 10 * s} ${x} ${y + 10 * s} Q${x - 8 * s} ${y + 10 * s} ${x - 18 * s} ${y + 28 * s} L${x - 30 * s} ${y + 28 * s} Q${x - 46 * s} ${y + 28 * s} ${x - 48 * s} ${y + 12 * s}Z`)
  lay(pen, body, fade(pen, [x - 50 * s, y - 30 * s], [x + 50 * s, y + 28 * s], '#F7F5EF', '#B9C5CB'))
  const visor = box(x - 42 * s, y - 23 * s, 84 * s, 30 * s, 13 * s)
  lay(pen, visor, fade(pen, [x - 42 * s, y - 23 * s], [x + 42 * s, y + 10 * s], '#31465A', '#5E8AA3'))
  if (view) inside(pen, visor, view)
  lay(pen, polygon([x - 30 * s, y - 23 * s], [x - 8 * s, y - 23 * s], [x - 26 * s, y + 8 * s], [x - 42 * s, y + 8 * s]), alpha('#FFFFFF', 0.22))
} // prettier-ignore

const stars = (pen: Pen, chance: Chance, low: number): void => {
  for (let i = 0; i < 90; i++) lay(pen, oval(chance() * WIDTH, chance() * low, 0.8 + chance() * 1.6), alpha('#FFF6DC', 0.2 + chance() * 0.5))
} // prettier-ignore

/** A large headset; in its glass a valley in the morning. */
const howTo: Scene = (pen, chance) => {
  backdrop(pen, '#3F5A70', '#6F8FA3', '#C9C3B0')
  stars(pen, chance, 420)
  for (const r of [560, 440, 330]) line(pen, oval(600, 380, r, r * 0.6), alpha('#CFE6EE', 0.22), 3)
  glow(pen, [600, 330], 520, '#CFE9F0', 0.55)
  headset(pen, [600, 350], 640, () => {
    sky(pen, 420, [720, 290], 34)
    hills(pen, chance, { base: 380, height: 130, peaks: 12, colour: '#8FB2B0', mist: '#E4EADD' })
    water(pen, chance, 372, 440)
    for (let x = 320; x < 900; x += 34) tree(pen, chance, [x, 404], 30, '#6F9C76')
  })
  for (const side of [-1, 1]) {
    pen.save()
    pen.translate(600 + side * 440, 500)
    pen.rotate(side * 0.35)
    line(pen, oval(0, -40, 52, 40), '#E6ECEE', 13)
    lay(pen, box(-20, -14, 40, 116, 18), fade(pen, [-20, 0], [20, 0], '#F7F5EF', '#AEBBC2'))
    lay(pen, oval(0, 12, 11), side < 0 ? palette.gold : palette.red)
    pen.restore()
  }
}

const glasses = (pen: Pen, [x, y]: Point): void => {
  for (const side of [-1, 1]) {
    lay(pen, oval(x + side * 44, y, 36, 28), alpha('#DDECEF', 0.8))
    line(pen, oval(x + side * 44, y, 36, 28), palette.navy, 6)
    line(pen, through([x + side * 80, y - 6], [x + side * 108, y - 34]), palette.navy, 6)
  }
  line(pen, new Path2D(`M${x - 10} ${y - 4} Q${x} ${y - 14} ${x + 10} ${y - 4}`), palette.navy, 6)
}

/** On the table: the headset, a clean cloth, glasses laid aside, a seat and free space around it. */
const before: Scene = (pen, chance) => {
  room(pen, 430, '#DCE5E8', '#B9AE99')
  parkWindow(pen, chance, [120, 60], 420, 220, 3)
  lay(pen, oval(900, 500, 250, 62), alpha('#FFFFFF', 0.45))
  line(pen, oval(900, 500, 250, 62), palette.gold, 5)
  lay(pen, box(830, 330, 140, 150, 26), fade(pen, [830, 0], [970, 0], '#8FA9B5', '#5E7C8A'))
  lay(pen, box(816, 456, 168, 40, 16), '#7C9AA7')
  line(pen, through([900, 490], [900, 530]), palette.navy, 12)
  line(pen, through([850, 540], [950, 540]), palette.navy, 9)
  lay(pen, box(-20, 540, 760, 24, 6), '#E9D3AE')
  lay(pen, box(-20, 562, 760, 130), downwards(pen, 562, HEIGHT, '#B98F62', '#94704B'))
  headset(pen, [250, 476], 240)
  for (const [x, y, w] of [
    [404, 524, 150],
    [410, 508, 138],
    [416, 492, 126],
  ] as const) {
    // prettier-ignore
    lay(pen, box(x, y, w, 16, 8), downwards(pen, y, y + 16, '#F9F4E6', '#D9C9A6'))
    lay(pen, box(x + w * 0.7, y, 12, 16), palette.gold)
  }
  glasses(pen, [640, 512])
  plant(pen, [1120, 560], 210)
  sunbeam(pen, [140, 280], [520, 280], [320, 675], [-60, 675])
}

/** A ring of the hall's pictures around a person who turns with a phone. */
const allAround: Scene = (pen) => {
  backdrop(pen, '#DDE6E8', '#E9E4D6', '#D9CBB0')
  glow(pen, [600, 340], 560, '#FFFDF5', 0.9)
  const tones = ['#A9C4C4', '#D8C09A', '#B9C9A9', '#C9A98F', '#9DB6C4', '#D3C2A0', '#A9BFA4', '#C7CFD0', '#B9A58A', '#9FB9B0']
  const panels = tones.map((tone, i) => ({ tone, turn: (i / tones.length) * Math.PI * 2 + 0.31 })).sort((a, b) => Math.sin(a.turn) - Math.sin(b.turn))
  const draw = ({ tone, turn }: { tone: string; turn: number }): void => {
    const near = (Math.sin(turn) + 1) / 2
    const [x, y] = [600 + Math.cos(turn) * 470, 296 + Math.sin(turn) * 132]
    const [w, h] = [(96 + near * 60) * (0.36 + 0.64 * Math.abs(Math.sin(turn))), 116 + near * 84]
    lay(pen, box(x - w / 2 - 6, y - h / 2 - 6, w + 12, h + 12, 6), near > 0.5 ? '#FDFBF6' : '#F1EBDD')
    lay(pen, box(x - w / 2, y - h / 2, w, h, 3), downwards(pen, y - h / 2, y + h / 2, lighter(tone, 0.55), tone))
    lay(pen, new Path2D(`M${x - w / 2} ${y + h / 2} V${y + h * 0.12} Q${x - w * 0.2} ${y - h * 0.2} ${x} ${y + h * 0.14} T${x + w / 2} ${y + h * 0.08} V${y + h / 2}Z`), darker(tone, 0.3))
  }
  panels.filter(({ turn }) => Math.sin(turn) < 0.35).forEach(draw)
  lay(pen, oval(600, 590, 170, 40), alpha(palette.gold, 0.22))
  line(pen, new Path2D('M448 604 A170 44 0 0 0 752 604'), palette.gold, 8)
  lay(pen, polygon([770, 586], [744, 628], [724, 598]), palette.gold)
  stand(pen, { ...lookOf(1), cloth: palette.clay, at: [600, 604], height: 330, view: 'back', arms: [arms.fold, arms.wave] })
  lay(pen, box(664, 256, 40, 70, 7), palette.navy)
  lay(pen, box(668, 262, 32, 58, 3), '#DDECEF')
  panels.filter(({ turn }) => Math.sin(turn) >= 0.35 && Math.abs(Math.cos(turn)) > 0.5).forEach(draw)
} // prettier-ignore

/** Someone sits by the open window with a glass of water; the headset rests. */
const dizzy: Scene = (pen, chance) => {
  room(pen, 480, '#E6EAE0', '#C4B08C')
  parkWindow(pen, chance, [480, 60], 620, 300, 4)
  birds(pen, [[720, 120], [752, 106], [780, 124]]) // prettier-ignore
  for (const [x, lean] of [[440, -26], [1120, 26]] as const)
    lay(pen, new Path2D(`M${x - 50} 36 L${x + 50} 36 Q${x + 30 + lean} 240 ${x + 44 + lean} 430 L${x - 44 + lean} 430 Q${x - 40} 240 ${x - 50} 36Z`), fade(pen, [x - 50, 0], [x + 50, 0], '#FBF6EA', '#DFD3BB', '#F6EFE0'))
  glow(pen, [340, 620], 230, palette.ink, 0.35, 0.2)
  lay(pen, box(200, 330, 250, 290, 60), fade(pen, [200, 330], [450, 620], '#E2C9A4', '#B98F66'))
  stand(pen, { ...lookOf(3), cloth: palette.blue, at: [330, 660], height: 380, arms: [arms.fold, arms.fold], legs: '#E2C9A4' })
  lay(pen, box(200, 520, 260, 132, 30), '#D3B285')
  lay(pen, box(160, 460, 70, 196, 32), '#CBA878')
  lay(pen, box(430, 460, 70, 196, 32), '#BE9868')
  for (const x of [294, 368]) {
    line(pen, through([x, 548], [x, 640]), palette.navy, 42)
    lay(pen, oval(x, 660, 26, 12), palette.ink)
  }
  lay(pen, box(600, 540, 330, 18, 6), '#C79D6C')
  for (const x of [640, 880]) lay(pen, box(x, 556, 12, 110), '#8A6446')
  lay(pen, polygon([640, 470], [690, 470], [682, 540], [648, 540]), alpha('#CFE6EE', 0.85))
  lay(pen, polygon([644, 492], [686, 492], [682, 538], [648, 538]), alpha('#8FBFD0', 0.7))
  headset(pen, [810, 494], 150)
  cup(pen, [730, 540], 26)
  plant(pen, [1060, 640], 230)
  sunbeam(pen, [560, 360], [1000, 360], [640, 675], [180, 675])
} // prettier-ignore

export const hall6 = { 601: howTo, 602: before, 603: allAround, 604: dizzy } as const
