/** What stands indoors: walls with light, windows onto the park, tables, chairs, lamps, plants and cups. */
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
import { polygon, stipple, through, WIDTH, type Chance, type Pen, type Point } from './drawing'
import { hills, skyline, tree } from './landscape'

/** A wall and a floor that meet at `floor`. */
export const room = (pen: Pen, floor: number, wall: string, ground: string): void => {
  pen.fillStyle = fade(pen, [0, 0], [WIDTH, floor], lighter(wall, 0.35), wall, darker(wall, 0.12))
  pen.fillRect(0, 0, WIDTH, floor)
  const boards = box(0, floor, WIDTH, HEIGHT - floor)
  lay(pen, boards, downwards(pen, floor, HEIGHT, lighter(ground, 0.2), darker(ground, 0.12)))
  stipple(pen, box(0, 0, WIDTH, floor), [300, 0], [WIDTH, floor], darker(wall, 0.5), 0.22)
  stipple(pen, boards, [0, floor], [400, HEIGHT], darker(ground, 0.6), 0.3)
  lay(pen, box(0, floor - 8, WIDTH, 8), lighter(wall, 0.5))
}

/** A wide window onto hills and halls, in `panes` parts. */
export const parkWindow = (
  pen: Pen,
  chance: Chance,
  [x, y]: Point,
  width: number,
  height: number,
  panes: number,
): void => {
  const opening = box(x, y, width, height, 3)
  inside(pen, opening, () => {
    pen.fillStyle = downwards(pen, y, y + height, '#BAD3DC', '#E3EAE3', '#F6EAD0')
    pen.fillRect(x, y, width, height)
    glow(pen, [x + width * 0.72, y + height * 0.3], 190, '#FFF0C9', 0.95)
    const foot = y + height
    hills(pen, chance, {
      base: foot - height * 0.16,
      height: height * 0.52,
      peaks: 9,
      colour: '#A3C0BF',
      mist: '#E4EADD',
    })
    skyline(pen, foot - 8, x + width * 0.16, height / 480, '#CCCFC4')
    for (let tx = x; tx < x + width + 30; tx += 40) tree(pen, chance, [tx, foot + 6], 46 + ((tx * 7) % 22), '#8CAF93')
    lay(
      pen,
      polygon([x, foot], [x + width * 0.3, y], [x + width * 0.42, y], [x + width * 0.12, foot]),
      alpha(palette.paper, 0.16),
    )
  })
  line(pen, opening, '#F6F0E4', 12)
  for (let i = 1; i < panes; i++)
    line(pen, through([x + (width * i) / panes, y], [x + (width * i) / panes, y + height]), '#F6F0E4', 9)
  lay(pen, box(x - 14, y + height + 2, width + 28, 12, 3), '#E5D8BF')
}

/** Slanting light that falls through a window. */
export const sunbeam = (pen: Pen, ...points: Point[]): void => {
  pen.save()
  pen.globalCompositeOperation = 'soft-light'
  lay(pen, polygon(...points), alpha('#FFF3CF', 0.6))
  pen.restore()
}

export const pendantLamp = (pen: Pen, [x, y]: Point, size: number, colour: string): void => {
  line(pen, through([x, 0], [x, y - size * 0.5]), darker(palette.walnut, 0.5), 2.5)
  glow(pen, [x, y + size * 0.3], size * 2.6, '#FFE9B5', 0.55)
  lay(pen, oval(x, y, size, size * 0.15), '#FFF3D0')
  const shadePath = new Path2D(
    `M${x - size} ${y} C${x - size * 0.9} ${y - size * 0.5} ${x - size * 0.4} ${y - size * 0.62} ${x} ${y - size * 0.62} C${x + size * 0.4} ${y - size * 0.62} ${x + size * 0.9} ${y - size * 0.5} ${x + size} ${y} Q${x} ${y + size * 0.16} ${x - size} ${y}Z`,
  )
  lay(pen, shadePath, fade(pen, [x - size, 0], [x + size, 0], lighter(colour, 0.2), darker(colour, 0.35)))
}

/** A leafy plant in a pot; `size` is its whole height. */
export const plant = (pen: Pen, [x, y]: Point, size: number, pot: string = palette.clay): void => {
  glow(pen, [x + 8, y], size * 0.36, palette.ink, 0.35, 0.2)
  const blades = [-1.25, -0.85, -0.5, -0.18, 0.15, 0.45, 0.8, 1.2]
  blades.forEach((turn, i) => {
    pen.save()
    pen.translate(x, y - size * 0.28)
    pen.rotate(turn)
    const reach = size * (0.74 - Math.abs(turn) * 0.16)
    const blade = new Path2D(
      `M0 0 C${-size * 0.12} ${-reach * 0.4} ${-size * 0.1} ${-reach * 0.8} 0 ${-reach} C${size * 0.1} ${-reach * 0.8} ${size * 0.12} ${-reach * 0.4} 0 0Z`,
    )
    const tone = mix(palette.pine, palette.leaf, (i % 3) / 2)
    lay(pen, blade, fade(pen, [-size * 0.1, 0], [size * 0.1, 0], lighter(tone, 0.15), darker(tone, 0.2)))
    line(pen, through([0, -4], [0, -reach * 0.9]), alpha(palette.paper, 0.3), 1.5)
    pen.restore()
  })
  const w = size * 0.2
  lay(
    pen,
    new Path2D(`M${x - w} ${y - size * 0.3} L${x + w} ${y - size * 0.3} L${x + w * 0.7} ${y} L${x - w * 0.7} ${y}Z`),
    fade(pen, [x - w, 0], [x + w, 0], lighter(pot, 0.2), darker(pot, 0.3)),
  )
}

export const cup = (pen: Pen, [x, y]: Point, size: number, colour: string = palette.paper): void => {
  glow(pen, [x + size * 0.3, y], size * 1.1, palette.ink, 0.35, 0.3)
  line(pen, oval(x + size * 0.5, y - size * 0.42, size * 0.2, size * 0.22), darker(colour, 0.12), size * 0.12)
  lay(
    pen,
    new Path2D(
      `M${x - size * 0.45} ${y - size * 0.8} L${x + size * 0.45} ${y - size * 0.8} L${x + size * 0.34} ${y} Q${x} ${y + size * 0.14} ${x - size * 0.34} ${y}Z`,
    ),
    fade(pen, [x - size * 0.4, 0], [x + size * 0.45, 0], colour, darker(colour, 0.2)),
  )
  lay(pen, oval(x, y - size * 0.8, size * 0.45, size * 0.14), darker(colour, 0.1))
  lay(pen, oval(x, y - size * 0.79, size * 0.36, size * 0.1), '#A98A57')
}

/** A sheet of paper that lies on a table seen at a slant. */
export const paper = (pen: Pen, [x, y]: Point, size: number, lean: number, colour: string = palette.paper): void => {
  const sheet = (dx: number, dy: number) =>
    polygon(
      [x - size + lean + dx, y - size * 0.22 + dy],
      [x + size + lean + dx, y - size * 0.22 + dy],
      [x + size - lean + dx, y + size * 0.26 + dy],
      [x - size - lean + dx, y + size * 0.26 + dy],
    )
  lay(pen, sheet(3, 3), alpha(palette.ink, 0.16))
  lay(pen, sheet(0, 0), colour)
  for (let i = 0; i < 3; i++) {
    const rowY = y - size * 0.1 + i * size * 0.12
    line(
      pen,
      through([x - size * 0.62, rowY], [x + size * (i === 2 ? 0.1 : 0.6), rowY]),
      alpha(palette.steel, 0.4),
      1.8,
    )
  }
}

/** A chair's back as seen from behind, centred at x, its top at y. */
export const chairBack = (pen: Pen, [x, y]: Point, width: number, colour: string): void => {
  const back = box(x - width / 2, y, width, width * 1.1, width * 0.2)
  lay(pen, back, fade(pen, [x - width / 2, y], [x + width / 2, y + width], lighter(colour, 0.18), darker(colour, 0.35)))
  stipple(pen, back, [x - width / 2, y], [x + width / 2, y + width], palette.ink, 0.35)
}

/** An open notebook computer seen from behind its reader. */
export const laptop = (pen: Pen, [x, y]: Point, width: number, glowing: string = '#DCE8EA'): void => {
  const h = width * 0.6
  lay(pen, box(x - width / 2, y - h, width, h, 5), '#3C4B57')
  lay(
    pen,
    box(x - width / 2 + 4, y - h + 4, width - 8, h - 10, 3),
    fade(pen, [x - width / 2, y - h], [x + width / 2, y], lighter(glowing, 0.4), glowing),
  )
  for (let i = 0; i < 3; i++)
    lay(
      pen,
      box(x - width * 0.32, y - h * 0.76 + i * h * 0.19, width * (0.5 - i * 0.1), h * 0.08, 2),
      alpha(palette.steel, 0.45),
    )
  lay(
    pen,
    polygon([x - width / 2, y], [x + width / 2, y], [x + width * 0.58, y + h * 0.2], [x - width * 0.58, y + h * 0.2]),
    '#B8C1C4',
  )
}
