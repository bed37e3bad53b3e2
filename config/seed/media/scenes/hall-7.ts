/** Exhibits 701–704: the book bar's counter, its shelves, a reading circle, and the quiet corner for listening. */
import { Path2D } from '@napi-rs/canvas'
import { alpha, box, darker, downwards, fade, glow, HEIGHT, lay, lighter, line, oval, palette } from './drawing'
import { polygon, stipple, through, WIDTH, type Chance, type Pen, type Point, type Scene } from './drawing'
import { cup, parkWindow, pendantLamp, plant, room, sunbeam } from './interior'
import { arms, lookOf, sit, stand } from './people'
import { books } from './things'

/** A bookcase with `rows` boards, its foot at y. */
const bookcase = (pen: Pen, chance: Chance, [x, y, w, h]: readonly [number, number, number, number], rows: number): void => {
  lay(pen, box(x - 10, y - h - 10, w + 20, h + 14, 6), fade(pen, [x, 0], [x + w, 0], '#B58D61', '#96704A'))
  const step = h / rows
  for (let i = 0; i < rows; i++) {
    const top = y - h + i * step
    lay(pen, box(x, top, w, step - 9), downwards(pen, top, top + step, '#5F452F', '#7E5D3E'))
    books(pen, chance, [x + 6, top + step - 9], w - 12 - (i % 3 === 1 ? w * 0.18 : 0), step - 14)
  }
} // prettier-ignore

const clock = (pen: Pen, [x, y]: Point, r: number): void => {
  lay(pen, oval(x + 3, y + 5, r), alpha(palette.ink, 0.15))
  lay(pen, oval(x, y, r), palette.walnut)
  lay(pen, oval(x, y, r * 0.86), palette.paper)
  for (let i = 0; i < 12; i++) lay(pen, oval(x + Math.cos((i * Math.PI) / 6) * r * 0.7, y + Math.sin((i * Math.PI) / 6) * r * 0.7, r * 0.05), palette.gold)
  line(pen, through([x, y], [x - r * 0.3, y - r * 0.36]), palette.ink, r * 0.08)
  line(pen, through([x, y], [x + r * 0.1, y - r * 0.62]), palette.red, r * 0.06)
} // prettier-ignore

/** The counter where books are lent: shelves behind, a stack ready to take along, a clock. */
const counter: Scene = (pen, chance) => {
  room(pen, 520, '#EFE3CB', '#B88D5F')
  bookcase(pen, chance, [60, 440, 380, 360], 4)
  bookcase(pen, chance, [780, 440, 380, 360], 4)
  clock(pen, [610, 150], 62)
  for (const x of [500, 720]) pendantLamp(pen, [x, 270], 44, palette.pine)
  stand(pen, { ...lookOf(2), cloth: palette.pine, at: [560, 600], height: 280, arms: [arms.fold, arms.reach], inner: palette.paper })
  lay(pen, box(250, 468, 700, 26, 6), downwards(pen, 468, 494, '#F1DDB8', '#CFA872'))
  lay(pen, box(270, 494, 660, 150), downwards(pen, 494, 640, '#C79D6C', '#9A734A'))
  for (let i = 0; i < 13; i++) lay(pen, box(284 + i * 50, 504, 34, 130, 3), alpha('#6E4F33', 0.14))
  const stack = [palette.steel, palette.gold, palette.clay, palette.sage, palette.red]
  stack.forEach((tone, i) => {
    lay(pen, box(760 - (i % 2) * 10, 444 - i * 24, 130 - i * 6, 22, 4), fade(pen, [760, 0], [890, 0], lighter(tone, 0.2), darker(tone, 0.2)))
    lay(pen, box(766 - (i % 2) * 10, 450 - i * 24, 10, 10), palette.paper)
  })
  cup(pen, [340, 468], 32)
  stand(pen, { ...lookOf(4), at: [700, 664], height: 300, view: 'back', arms: [arms.hold, arms.hold] })
  plant(pen, [130, 640], 190, palette.paper)
  plant(pen, [1080, 640], 190, palette.paper)
} // prettier-ignore

/** Shelves by theme, each with its own colour, and a ladder. */
const shelves: Scene = (pen, chance) => {
  room(pen, 590, '#EADBBD', '#A67C50')
  const themes = [
    [palette.red, '#B5534A', '#D98A7A'], [palette.gold, '#D9B978', '#C99F5C'], [palette.steel, palette.blue, '#9DBBC5'],
    [palette.pine, palette.leaf, palette.sage], [palette.clay, palette.wheat, palette.walnut],
  ] as const // prettier-ignore
  themes.forEach((tones, i) => {
    const x = 46 + i * 224
    lay(pen, box(x - 6, 60, 212, 540, 6), fade(pen, [x, 0], [x + 200, 0], '#B98F62', '#966F49'))
    lay(pen, box(x + 50, 70, 100, 30, 6), '#FDFBF6')
    lay(pen, box(x + 62, 80, 76, 10, 5), tones[0])
    for (let row = 0; row < 4; row++) {
      const top = 112 + row * 120
      lay(pen, box(x + 4, top, 192, 108), downwards(pen, top, top + 108, '#59402B', '#7B5A3C'))
      books(pen, chance, [x + 10, top + 108], 180 - ((i + row) % 3) * 26, 100, tones)
      if ((i + row) % 3 === 2) lay(pen, polygon([x + 142, top + 108], [x + 152, top + 54], [x + 186, top + 54], [x + 190, top + 108]), lighter(tones[1] ?? palette.gold, 0.3))
    }
  })
  for (const dx of [0, 66]) line(pen, through([800 + dx, 640], [846 + dx, 70]), '#E2BE8C', 10)
  for (let i = 0; i < 9; i++) line(pen, through([806 + i * 4.6, 580 - i * 58], [872 + i * 4.6, 580 - i * 58]), '#CFA46C', 8)
  sunbeam(pen, [200, 0], [520, 0], [860, 675], [300, 675])
  stipple(pen, box(0, 590, WIDTH, 85), [0, 590], [0, HEIGHT], palette.ink, 0.3)
} // prettier-ignore

const openBook = (pen: Pen, [x, y]: Point, s: number, tone: string): void => {
  lay(pen, polygon([x - s * 1.06, y - s * 0.42], [x, y - s * 0.2], [x + s * 1.06, y - s * 0.42], [x + s * 1.06, y + s * 0.3], [x, y + s * 0.5], [x - s * 1.06, y + s * 0.3]), tone)
  for (const side of [-1, 1]) {
    lay(pen, new Path2D(`M${x} ${y - s * 0.2} Q${x + side * s * 0.5} ${y - s * 0.66} ${x + side * s} ${y - s * 0.48} L${x + side * s} ${y + s * 0.2} Q${x + side * s * 0.5} ${y + s * 0.06} ${x} ${y + s * 0.42}Z`), fade(pen, [x, 0], [x + side * s, 0], '#E9E0CE', '#FFFDF6'))
  }
} // prettier-ignore

/** Six readers around a low table under one lamp. */
const circle: Scene = (pen, chance) => {
  room(pen, 470, '#E9DDC4', '#B48A5C')
  parkWindow(pen, chance, [90, 60], 340, 230, 3)
  bookcase(pen, chance, [830, 400, 300, 320], 4)
  pendantLamp(pen, [600, 170], 90, palette.clay)
  lay(pen, oval(600, 570, 540, 106), '#DCC79C')
  line(pen, oval(600, 570, 516, 98), alpha(palette.gold, 0.6), 4)
  const ring = [[430, 372, 1, 'right'], [600, 356, 2, 'front'], [770, 372, 3, 'left'], [250, 430, 0, 'right'], [950, 430, 5, 'left']] as const
  ring.forEach(([x, y, n, view], i) => {
    const size = i > 2 ? 70 : 60
    lay(pen, box(x - size * 1.05, y + size * 0.3, size * 2.1, size * 2.1, 30), fade(pen, [x - 60, 0], [x + 60, 0], '#9DB8A0', '#6F947E'))
    sit(pen, { ...lookOf(n), at: [x, y], size, view, inner: n % 2 ? palette.paper : undefined, depth: 56 })
    openBook(pen, [x + (view === 'right' ? 16 : view === 'left' ? -16 : 0), y + size * 1.3], size * 0.5, [palette.red, palette.steel, palette.gold][i % 3] ?? palette.red)
  })
  lay(pen, oval(600, 570, 250, 54), downwards(pen, 520, 620, '#E9CFA2', '#BF9360'))
  lay(pen, new Path2D('M350 570 A250 54 0 0 0 850 570 V588 A250 54 0 0 1 350 588Z'), '#94704B')
  openBook(pen, [540, 566], 50, palette.red)
  cup(pen, [680, 574], 30)
  cup(pen, [440, 578], 28)
  sit(pen, { ...lookOf(8), at: [600, 590], size: 84, view: 'back', cloth: palette.steel })
  plant(pen, [1130, 640], 200)
} // prettier-ignore

const rain = (pen: Pen, chance: Chance): void => {
  pen.fillStyle = alpha('#5F7F8F', 0.34)
  pen.fillRect(520, 70, 560, 330)
  for (let i = 0; i < 70; i++) {
    const [x, y] = [524 + chance() * 548, 74 + chance() * 296]
    line(pen, through([x, y], [x - 4, y + 12 + chance() * 18]), alpha('#F3F8F8', 0.3), 2)
  }
}

/** An armchair by a rainy window, a lamp, and headphones on the armrest. */
const quiet: Scene = (pen, chance) => {
  room(pen, 500, '#D9CDB4', '#94704B')
  parkWindow(pen, chance, [520, 70], 560, 330, 3)
  rain(pen, chance)
  for (const x of [520, 706, 893, 1080]) line(pen, through([x, 70], [x, 400]), '#F6F0E4', 9)
  glow(pen, [300, 260], 420, '#FFE5AE', 0.85)
  line(pen, through([170, 620], [170, 220]), '#6B5138', 9)
  lay(pen, oval(170, 624, 66, 14), '#5B4330')
  lay(pen, polygon([110, 250], [230, 250], [204, 150], [136, 150]), downwards(pen, 150, 250, '#FFF1CC', '#F0C97F'))
  glow(pen, [430, 640], 260, palette.ink, 0.4, 0.2)
  lay(pen, box(270, 300, 320, 330, 80), fade(pen, [270, 300], [590, 630], '#B5634F', '#8A4538'))
  lay(pen, box(310, 500, 240, 130, 26), '#C4725C')
  for (const [x, tone] of [[232, '#AD5B49'], [554, '#93493B']] as const) lay(pen, box(x, 440, 84, 200, 40), tone)
  line(pen, new Path2D('M548 424 C540 350 654 350 644 424'), palette.navy, 12)
  for (const x of [548, 644]) lay(pen, box(x - 18, 408, 36, 60, 16), fade(pen, [x - 18, 0], [x + 18, 0], '#4F6373', palette.navy))
  line(pen, new Path2D('M644 460 C660 520 700 540 740 548'), palette.navy, 4)
  openBook(pen, [430, 506], 66, palette.pine)
  lay(pen, oval(820, 560, 130, 30), '#E2C393')
  lay(pen, box(812, 566, 16, 90), '#6B5138')
  lay(pen, oval(820, 658, 66, 13), '#5B4330')
  lay(pen, box(736, 520, 56, 34, 7), palette.navy)
  cup(pen, [850, 556], 46)
  plant(pen, [1090, 640], 230)
} // prettier-ignore

export const hall7 = { 701: counter, 702: shelves, 703: circle, 704: quiet } as const
