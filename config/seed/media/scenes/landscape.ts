/** What stands outdoors: sky, the peaked hills of northern Guangdong, water, trees, factory halls and towers. */
import { Path2D } from '@napi-rs/canvas'
import { alpha, between, box, darker, downwards, fade, glow, HEIGHT, inside, lay, lighter, line } from './drawing'
import { oval, palette, polygon, stipple, through, WIDTH } from './drawing'
import type { Chance, Pen, Point } from './drawing'

/** Sky down to `horizon`, with a low sun. */
export const sky = (pen: Pen, horizon: number, sun: Point, radius = 58): void => {
  pen.fillStyle = downwards(pen, 0, horizon, '#BFD6DE', '#DFE9E6', '#F7EAD2')
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  glow(pen, sun, radius * 6, '#FFEFC8', 0.95)
  lay(pen, oval(sun[0], sun[1], radius), fade(pen, [0, sun[1] - radius], [0, sun[1] + radius], '#FBE7B8', '#F2CB85'))
}

export const cloud = (pen: Pen, [x, y]: Point, width: number): void => {
  const h = width / 9
  pen.fillStyle = alpha(palette.paper, 0.75)
  pen.fill(box(x, y, width, h, h / 2))
  pen.fill(box(x + width * 0.22, y - h * 0.75, width * 0.45, h * 1.5, h * 0.75))
  pen.fill(box(x + width * 0.55, y + h * 0.5, width * 0.6, h * 0.8, h * 0.4))
}

export type Range = { base: number; height: number; peaks: number; colour: string; mist: string }

/** A row of steep rounded hills that dissolve into mist at their feet. */
export const hills = (pen: Pen, chance: Chance, range: Range): void => {
  const step = WIDTH / range.peaks
  const tops = Array.from({ length: range.peaks + 2 }, (_, i) => ({
    x: (i - 0.5) * step + between(chance, -0.35, 0.35) * step,
    height: range.height * between(chance, 0.45, 1),
    width: step * between(chance, 0.42, 0.8),
  }))
  const path = new Path2D()
  path.moveTo(-10, HEIGHT)
  for (let x = -10; x <= WIDTH + 10; x += 5) {
    const rise = tops.reduce(
      (sum, top) => sum + (top.height * Math.exp(-(((x - top.x) / top.width) ** 2) * 2.2)) ** 2,
      0,
    )
    path.lineTo(x, range.base - Math.sqrt(rise))
  }
  path.lineTo(WIDTH + 10, HEIGHT)
  path.closePath()
  lay(pen, path, downwards(pen, range.base - range.height, range.base + 30, range.colour, range.mist))
  stipple(
    pen,
    path,
    [0, range.base - range.height * 0.2],
    [300, range.base - range.height * 1.1],
    darker(range.colour, 0.5),
    0.3,
  )
}

/** Still water between two heights, with streaks of light. */
export const water = (pen: Pen, chance: Chance, top: number, bottom: number, shape?: Path2D): void => {
  const area = shape ?? box(0, top, WIDTH, bottom - top)
  lay(pen, area, downwards(pen, top, bottom, '#E6E6D6', '#B9D0D2', '#8FB2BC'))
  inside(pen, area, () => {
    for (let i = 0; i < 70; i++) {
      const depth = chance()
      const y = top + depth ** 1.4 * (bottom - top)
      const half = between(chance, 12, 30 + depth * 90)
      const x = chance() * WIDTH
      line(pen, through([x - half, y], [x + half, y]), alpha(palette.paper, 0.2 + 0.25 * chance()), 1 + depth * 2)
    }
  })
}

/** A round-crowned tree; `size` is its whole height. */
export const tree = (pen: Pen, chance: Chance, [x, y]: Point, size: number, colour: string): void => {
  glow(pen, [x + size * 0.12, y], size * 0.45, palette.ink, 0.3, 0.18)
  line(pen, through([x, y], [x + size * 0.01, y - size * 0.5]), darker(palette.walnut, 0.35), size * 0.055)
  line(pen, through([x, y - size * 0.3], [x + size * 0.12, y - size * 0.48]), darker(palette.walnut, 0.35), size * 0.03)
  const puffs = [
    [-0.17, 0.5, 0.2],
    [0.19, 0.52, 0.19],
    [0, 0.68, 0.26],
    [-0.02, 0.5, 0.22],
  ] as const
  const crown = new Path2D()
  puffs.forEach(([dx, dy, r]) =>
    crown.addPath(oval(x + dx * size, y - dy * size, r * size * between(chance, 0.95, 1.08))),
  )
  lay(
    pen,
    crown,
    fade(pen, [x - size * 0.3, y - size], [x + size * 0.3, y - size * 0.3], lighter(colour, 0.22), darker(colour, 0.3)),
  )
  inside(pen, crown, () => {
    glow(pen, [x - size * 0.14, y - size * 0.82], size * 0.3, palette.sun, 0.5, 0.8)
    glow(pen, [x - size * 0.26, y - size * 0.56], size * 0.17, palette.sun, 0.3)
  })
  if (size > 100)
    stipple(pen, crown, [x - size * 0.15, y - size * 0.75], [x + size * 0.25, y - size * 0.3], palette.forest, 0.75)
}

/** A production hall with a saw-tooth roof; `at` is its lower left corner. */
export const hall = (pen: Pen, [x, y]: Point, width: number, height: number, teeth: number, colour: string): void => {
  const tooth = width / teeth
  for (let i = 0; i < teeth; i++) {
    const left = x + i * tooth
    const top = y - height
    lay(pen, polygon([left, top], [left + tooth * 0.3, top - tooth * 0.42], [left + tooth, top]), darker(colour, 0.34))
    lay(
      pen,
      polygon([left, top], [left + tooth * 0.3, top - tooth * 0.42], [left + tooth * 0.36, top]),
      lighter(palette.sky, 0.5),
    )
  }
  lay(pen, box(x, y - height, width, height), downwards(pen, y - height, y, lighter(colour, 0.15), darker(colour, 0.1)))
  const panes = Math.max(3, Math.round(width / 26))
  for (let i = 0; i < panes; i++)
    lay(
      pen,
      box(x + (i + 0.22) * (width / panes), y - height * 0.72, (width / panes) * 0.56, height * 0.26, 1),
      alpha(palette.steel, 0.45),
    )
  lay(pen, box(x, y - height * 0.14, width, height * 0.14), alpha(palette.navy, 0.12))
}

/** A tower with a sunlit front and a shaded side; `at` is its lower left corner. */
export const tower = (pen: Pen, [x, y]: Point, width: number, height: number, colour: string): void => {
  const side = width * 0.32
  lay(pen, box(x, y - height, width, height), downwards(pen, y - height, y, lighter(colour, 0.25), colour))
  const flank = polygon(
    [x + width, y - height],
    [x + width + side, y - height + side * 0.35],
    [x + width + side, y],
    [x + width, y],
  )
  lay(pen, flank, downwards(pen, y - height, y, darker(colour, 0.35), darker(colour, 0.2)))
  const floors = Math.floor(height / 17)
  for (let floor = 1; floor < floors; floor++) {
    const top = y - height + floor * 17
    lay(pen, box(x + width * 0.1, top - 8, width * 0.8, 7, 1), alpha(palette.steel, floor % 4 === 1 ? 0.26 : 0.4))
    lay(
      pen,
      polygon(
        [x + width + 3, top - 7],
        [x + width + side - 3, top - 4],
        [x + width + side - 3, top + 1],
        [x + width + 3, top - 1],
      ),
      alpha(palette.navy, 0.25),
    )
  }
}

/** A far skyline of halls and towers in haze, standing on `ground`. */
export const skyline = (pen: Pen, ground: number, from: number, scale: number, colour: string): void => {
  const at = (dx: number): Point => [from + dx * scale, ground]
  tower(pen, at(60), 46 * scale, 190 * scale, lighter(colour, 0.25))
  tower(pen, at(150), 58 * scale, 250 * scale, lighter(colour, 0.12))
  hall(pen, at(-120), 190 * scale, 62 * scale, 4, colour)
  tower(pen, at(262), 40 * scale, 150 * scale, lighter(colour, 0.3))
  hall(pen, at(225), 260 * scale, 74 * scale, 5, lighter(colour, 0.06))
  tower(pen, at(470), 52 * scale, 128 * scale, lighter(colour, 0.2))
  hall(pen, at(520), 220 * scale, 56 * scale, 4, colour)
}

/** Grass along the lower edge, nearest to the eye; none grows between the two x of `bare`. */
export const undergrowth = (pen: Pen, chance: Chance, ground: number, colour: string, bare: Point = [0, 0]): void => {
  for (let i = 0; i < 90; i++) {
    const x = (i / 90) * (WIDTH + 40) - 20
    const reach = between(chance, 12, 46) * (0.5 + Math.abs(x / WIDTH - 0.5) * 1.6)
    const lean = between(chance, -16, 16)
    if (x > bare[0] && x < bare[1]) continue
    const blade = new Path2D(
      `M${x - 4} ${HEIGHT} Q${x + lean * 0.2} ${ground - reach * 0.4} ${x + lean} ${ground - reach} Q${x + lean * 0.5 + 5} ${ground} ${x + 5} ${HEIGHT}Z`,
    )
    lay(pen, blade, i % 3 === 0 ? lighter(colour, 0.16) : colour)
  }
}
