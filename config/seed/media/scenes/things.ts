/** Single things that the exhibits' pictures put together: blocks, cards, bulbs, books, gears, flasks, birds, mist. */
import { Path2D } from '@napi-rs/canvas'
import { alpha, between, box, darker, downwards, fade, glow, HEIGHT, inside, lay, lighter, line } from './drawing'
import { mix, oval, palette, polygon, through, WIDTH, type Chance, type Pen, type Point } from './drawing'

/** The whole sheet in one soft gradient from the top to the foot. */
export const backdrop = (pen: Pen, ...stops: string[]): void => {
  pen.fillStyle = downwards(pen, 0, HEIGHT, ...stops)
  pen.fillRect(0, 0, WIDTH, HEIGHT)
}

/** A box of the bird's-eye view; `at` is the front corner of its foot, `size` its width, depth and height. */
export const block = (
  pen: Pen,
  [x, y]: Point,
  [w, d, h]: readonly [number, number, number],
  colour: string,
  roof: string = lighter(colour, 0.45),
): void => {
  const left: Point = [x - w * 0.87, y - w * 0.5]
  const right: Point = [x + d * 0.87, y - d * 0.5]
  const up = ([px, py]: Point): Point => [px, py - h]
  const far: Point = [x - w * 0.87 + d * 0.87, y - (w + d) * 0.5 - h]
  glow(pen, [x + d * 0.4, y - d * 0.12], (w + d) * 0.75, palette.ink, 0.25, 0.4)
  lay(pen, polygon([x, y], left, up(left), up([x, y])), downwards(pen, y - h, y, lighter(colour, 0.12), colour))
  lay(
    pen,
    polygon([x, y], right, up(right), up([x, y])),
    downwards(pen, y - h, y, darker(colour, 0.22), darker(colour, 0.4)),
  )
  lay(pen, polygon(up([x, y]), up(left), far, up(right)), roof)
  const floors = Math.floor(h / 15)
  for (let i = 1; i < floors; i++) {
    const rise = (i * h) / floors
    const row = (end: Point): Path2D =>
      through(
        [x + (end[0] - x) * 0.12, y - rise + (end[1] - y) * 0.12],
        [x + (end[0] - x) * 0.88, y - rise + (end[1] - y) * 0.88],
      )
    line(pen, row(left), alpha(palette.steel, 0.3), 4)
    line(pen, row(right), alpha(palette.navy, 0.28), 4)
  }
}

/** A white card with a soft shadow; what is drawn inside is clipped to it. */
export const card = (
  pen: Pen,
  [x, y, w, h]: readonly [number, number, number, number],
  draw: () => void,
  ground: string = palette.paper,
): void => {
  const shape = box(x, y, w, h, 18)
  lay(pen, box(x + 3, y + 9, w, h, 20), alpha(palette.ink, 0.1))
  lay(pen, box(x + 1, y + 4, w, h, 19), alpha(palette.ink, 0.1))
  lay(pen, shape, downwards(pen, y, y + h, lighter(ground, 0.4), ground))
  inside(pen, shape, draw)
}

/** A sheet with `rows` lines of writing that cannot be read; a red mark in its head. */
export const sheetOf = (
  pen: Pen,
  [x, y]: Point,
  [w, h]: Point,
  rows: number,
  { turn = 0, ticks = false }: { turn?: number; ticks?: boolean } = {},
): void => {
  pen.save()
  pen.translate(x, y)
  pen.rotate(turn)
  lay(pen, box(-w / 2 + 4, -h / 2 + 6, w, h, 5), alpha(palette.ink, 0.16))
  lay(pen, box(-w / 2, -h / 2, w, h, 5), fade(pen, [-w / 2, -h / 2], [w / 2, h / 2], '#FFFEFB', '#F1EADC'))
  lay(pen, box(-w * 0.36, -h * 0.4, w * 0.4, h * 0.045, 3), palette.red)
  for (let i = 0; i < rows; i++) {
    const top = -h * 0.25 + (i * h * 0.66) / rows
    const end = i % 3 === 2 ? 0.5 : 0.72
    if (ticks)
      line(
        pen,
        through([-w * 0.36, top], [-w * 0.33, top + w * 0.03], [-w * 0.27, top - w * 0.045]),
        i < rows - 1 ? palette.leaf : alpha(palette.steel, 0.5),
        w * 0.022,
      )
    lay(pen, box(-w * (ticks ? 0.2 : 0.36), top - h * 0.012, w * (ticks ? end - 0.16 : end), h * 0.026, 2), '#A9B7BD')
  }
  pen.restore()
}

export const bulb = (pen: Pen, [x, y]: Point, size: number, lit: boolean): void => {
  if (lit) glow(pen, [x, y], size * 2.4, '#FFE29A', 0.85)
  const glass = new Path2D(
    `M${x - size * 0.28} ${y + size * 0.62} C${x - size * 0.3} ${y + size * 0.3} ${x - size * 0.66} ${y + size * 0.2} ${x - size * 0.66} ${y - size * 0.16} A${size * 0.66} ${size * 0.66} 0 1 1 ${x + size * 0.66} ${y - size * 0.16} C${x + size * 0.66} ${y + size * 0.2} ${x + size * 0.3} ${y + size * 0.3} ${x + size * 0.28} ${y + size * 0.62}Z`,
  )
  const [top, foot] = lit ? ['#FFF6D6', '#F3C766'] : ['#F4F1E9', '#C9CFCC']
  lay(pen, glass, fade(pen, [x - size * 0.5, y - size * 0.7], [x + size * 0.5, y + size * 0.6], top, foot))
  line(
    pen,
    through(
      [x - size * 0.18, y + size * 0.5],
      [x - size * 0.22, y],
      [x, y + size * 0.16],
      [x + size * 0.22, y],
      [x + size * 0.18, y + size * 0.5],
    ),
    lit ? palette.gold : '#A2A8A4',
    size * 0.06,
  )
  lay(pen, box(x - size * 0.27, y + size * 0.62, size * 0.54, size * 0.34, size * 0.1), lit ? '#8A7A5C' : '#8E9795')
  line(
    pen,
    through([x - size * 0.26, y + size * 0.79], [x + size * 0.26, y + size * 0.79]),
    alpha('#FFFFFF', 0.35),
    size * 0.07,
  )
}

export const gear = (pen: Pen, [x, y]: Point, r: number, teeth: number, colour: string): void => {
  const path = new Path2D()
  for (let i = 0; i < teeth * 4; i++) {
    const angle = ((i - 0.5) / (teeth * 4)) * Math.PI * 2
    const reach = i % 4 < 2 ? r : r * 0.8
    const corner: Point = [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach]
    if (i === 0) path.moveTo(...corner)
    else path.lineTo(...corner)
  }
  path.closePath()
  lay(pen, path, fade(pen, [x - r, y - r], [x + r, y + r], lighter(colour, 0.35), darker(colour, 0.25)))
  lay(pen, oval(x, y, r * 0.56), alpha(palette.paper, 0.28))
  lay(pen, oval(x, y, r * 0.2), palette.paper)
}

/** A flask with a flat foot; `size` is its height. */
export const flask = (pen: Pen, [x, y]: Point, size: number, liquid: string): void => {
  const s = size / 100
  const body = new Path2D(
    `M${x - 10 * s} ${y - 100 * s} L${x - 10 * s} ${y - 62 * s} L${x - 36 * s} ${y - 10 * s} Q${x - 40 * s} ${y} ${x - 28 * s} ${y} L${x + 28 * s} ${y} Q${x + 40 * s} ${y} ${x + 36 * s} ${y - 10 * s} L${x + 10 * s} ${y - 62 * s} L${x + 10 * s} ${y - 100 * s}Z`,
  )
  glow(pen, [x + 10 * s, y], 52 * s, palette.ink, 0.3, 0.18)
  lay(pen, body, alpha('#E7F0F0', 0.85))
  inside(pen, body, () => {
    lay(pen, box(x - 50 * s, y - 40 * s, 100 * s, 50 * s), downwards(pen, y - 40 * s, y, lighter(liquid, 0.35), liquid))
    lay(pen, oval(x - 10 * s, y - 14 * s, 4 * s), alpha(palette.paper, 0.7))
    lay(pen, oval(x + 8 * s, y - 24 * s, 3 * s), alpha(palette.paper, 0.7))
    lay(
      pen,
      polygon([x - 6 * s, y - 100 * s], [x, y - 100 * s], [x - 18 * s, y], [x - 30 * s, y]),
      alpha('#FFFFFF', 0.4),
    )
  })
  line(pen, body, alpha(palette.steel, 0.55), 2.4 * s + 0.8)
  lay(pen, box(x - 14 * s, y - 104 * s, 28 * s, 7 * s, 3 * s), alpha(palette.steel, 0.7))
}

/** A square chip with legs, seen from above. */
export const chip = (pen: Pen, [x, y]: Point, size: number, colour: string = palette.pine): void => {
  const half = size / 2
  for (let i = 0; i < 5; i++) {
    const along = -half * 0.72 + i * half * 0.36
    line(pen, through([x + along, y - half * 1.3], [x + along, y + half * 1.3]), palette.gold, size * 0.05)
    line(pen, through([x - half * 1.3, y + along], [x + half * 1.3, y + along]), palette.gold, size * 0.05)
  }
  lay(
    pen,
    box(x - half, y - half, size, size, size * 0.1),
    fade(pen, [x - half, y - half], [x + half, y + half], lighter(colour, 0.2), darker(colour, 0.3)),
  )
  lay(pen, box(x - half * 0.55, y - half * 0.55, size * 0.55, size * 0.55, size * 0.06), alpha(palette.sun, 0.75))
}

/** Books side by side on a board that ends at y; some lean. */
export const books = (
  pen: Pen,
  chance: Chance,
  [x, y]: Point,
  width: number,
  height: number,
  tones: readonly string[] = [palette.steel, palette.clay, palette.sage, palette.wheat, palette.navy, palette.gold],
): void => {
  for (let at = x; at < x + width - 12;) {
    const w = between(chance, height * 0.12, height * 0.24)
    const h = height * between(chance, 0.66, 0.95)
    const tone = tones[Math.floor(chance() * tones.length)] ?? palette.steel
    if (at + w > x + width) return
    lay(pen, box(at, y - h, w - 1.5, h, 2), fade(pen, [at, 0], [at + w, 0], lighter(tone, 0.25), darker(tone, 0.2)))
    lay(pen, box(at + w * 0.2, y - h * 0.84, w * 0.55, h * 0.06, 1), alpha(palette.paper, 0.6))
    lay(pen, box(at + w * 0.2, y - h * 0.22, w * 0.55, h * 0.03, 1), alpha(palette.paper, 0.45))
    at += w + (chance() < 0.12 ? w * 0.8 : 0.5)
  }
}

export const birds = (pen: Pen, at: readonly Point[], size = 13, colour: string = palette.navy): void => {
  for (const [x, y] of at)
    line(
      pen,
      new Path2D(
        `M${x - size} ${y - size * 0.25} Q${x - size * 0.45} ${y - size * 0.7} ${x} ${y} Q${x + size * 0.45} ${y - size * 0.7} ${x + size} ${y - size * 0.25}`,
      ),
      alpha(colour, 0.55),
      size * 0.19,
    )
}

/** A band of mist, thickest in its middle. */
export const mist = (pen: Pen, y: number, height: number, strength: number, colour = '#F7F2E6'): void => {
  pen.fillStyle = downwards(
    pen,
    y - height / 2,
    y + height / 2,
    alpha(colour, 0),
    alpha(colour, strength),
    alpha(colour, 0),
  )
  pen.fillRect(0, y - height / 2, WIDTH, height)
}

/** A dark frame with a lit face. */
export const display = (
  pen: Pen,
  [x, y, w, h]: readonly [number, number, number, number],
  draw: () => void,
  face: readonly [string, string] = ['#FFFDF6', '#DFE9EA'],
): void => {
  glow(pen, [x + w / 2, y + h / 2], Math.max(w, h) * 0.85, '#FFFFFF', 0.4, h / w)
  lay(pen, box(x - 7, y - 7, w + 14, h + 14, 9), '#384650')
  const screen = box(x, y, w, h, 4)
  lay(pen, screen, fade(pen, [x, y], [x + w, y + h], ...face))
  inside(pen, screen, () => {
    draw()
    lay(pen, polygon([x, y], [x + w * 0.34, y], [x + w * 0.12, y + h], [x, y + h]), alpha('#FFFFFF', 0.14))
  })
}

/** A lantern of silk with a gold tassel, hanging from `top`. */
export const lantern = (pen: Pen, [x, y]: Point, r: number, colour: string, top = 0): void => {
  line(pen, through([x, top], [x, y - r]), alpha(palette.walnut, 0.8), 2)
  glow(pen, [x, y], r * 2.6, '#FFDF9E', 0.7)
  lay(pen, oval(x, y, r, r * 0.84), fade(pen, [x - r, y - r], [x + r, y + r], mix(colour, '#FFE3A6', 0.55), colour))
  for (const share of [0.35, 0.72]) line(pen, oval(x, y, r * share, r * 0.84), alpha('#FFF0CC', 0.4), 1.6)
  for (const side of [-1, 1])
    lay(pen, box(x - r * 0.36, y + side * r * 0.84 - r * 0.08, r * 0.72, r * 0.16, 3), palette.gold)
  for (let i = -2; i <= 2; i++)
    line(pen, through([x + i * r * 0.09, y + r * 0.92], [x + i * r * 0.11, y + r * 1.45]), palette.gold, 2)
}
