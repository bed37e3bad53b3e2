import { Path2D } from '@napi-rs/canvas'
import {
  alpha,
  between,
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
  oval,
  palette,
} from './drawing'
import { polygon, stipple, WIDTH, type Chance, type Pen, type Point, type Scene } from './drawing'
import { hills } from './landscape'
import { plant } from './interior'
import { arms, lookOf, sit, stand } from './people'

const backdrop = (pen: Pen, chance: Chance): void => {
  pen.fillStyle = downwards(pen, 0, 470, '#E9DFC9', '#F8EBCD', '#F3DDB0')
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  glow(pen, [600, 300], 480, '#FFF3CC', 1)
  for (const [r, strength] of [
    [250, 0.16],
    [200, 0.22],
    [150, 0.3],
  ] as const)
    lay(pen, oval(600, 318, r), alpha('#E3B766', strength))
  lay(pen, oval(600, 318, 104), downwards(pen, 214, 420, '#F7DC9C', '#DDA954'))
  hills(pen, chance, { base: 440, height: 150, peaks: 8, colour: '#C9CDB2', mist: '#F0E6CB' })
  hills(pen, chance, { base: 462, height: 96, peaks: 7, colour: '#9DB59E', mist: '#DFE0C4' })
}

/** One curtain gathered to the side; `side` -1 left, 1 right. */
const curtain = (pen: Pen, side: 1 | -1): void => {
  const x = (distance: number) => (side < 0 ? distance : WIDTH - distance)
  const shape = new Path2D(
    `M${x(-10)} 0 L${x(300)} 0 C${x(290)} 150 ${x(230)} 260 ${x(150)} 330 C${x(170)} 390 ${x(180)} 440 ${x(176)} 490 L${x(-10)} 490Z`,
  )
  lay(pen, shape, fade(pen, [x(0), 0], [x(300), 0], '#B9876A', '#D9AE8C', '#C79576'))
  inside(pen, shape, () => {
    for (let i = 0; i < 9; i++) {
      const top = i * 37 - 4
      const knee = i * 19 - 2
      const fold = new Path2D(
        `M${x(top)} 0 C${x(top)} 150 ${x(knee + 14)} 260 ${x(knee)} 330 L${x(knee + 4)} 490 L${x(knee + 13)} 490 L${x(knee + 10)} 330 C${x(knee + 30)} 250 ${x(top + 19)} 150 ${x(top + 19)} 0Z`,
      )
      lay(pen, fold, fade(pen, [0, 0], [0, 490], alpha('#6E4534', 0.42), alpha('#6E4534', 0.18)))
    }
    line(pen, new Path2D(`M${x(-10)} 322 Q${x(80)} 352 ${x(164)} 328`), palette.gold, 11)
  })
  stipple(pen, shape, [x(300), 100], [x(0), 420], '#4A2E24', 0.5)
}

const valance = (pen: Pen): void => {
  for (let i = 0; i < 8; i++) {
    const x = i * 150
    const swag = new Path2D(`M${x - 6} 0 L${x + 156} 0 L${x + 156} 26 Q${x + 75} 108 ${x - 6} 26Z`)
    lay(pen, swag, downwards(pen, 0, 84, '#B07F63', '#D3A583'))
    inside(pen, swag, () => {
      for (let fold = 0; fold < 4; fold++)
        line(
          pen,
          new Path2D(`M${x - 6} ${fold * 16 - 14} Q${x + 75} ${fold * 16 + 60} ${x + 156} ${fold * 16 - 14}`),
          alpha('#6E4534', 0.24),
          6,
        )
    })
    line(pen, new Path2D(`M${x - 6} 26 Q${x + 75} 108 ${x + 156} 26`), palette.gold, 4)
  }
}

const floor = (pen: Pen): void => {
  pen.fillStyle = downwards(pen, 484, HEIGHT, '#C79C6C', '#8A684C', '#3F332D')
  pen.fillRect(0, 484, WIDTH, HEIGHT - 484)
  lay(pen, polygon([110, 444], [1090, 444], [WIDTH, 540], [0, 540]), downwards(pen, 444, 540, '#F0D9AF', '#D2AA75'))
  glow(pen, [600, 486], 460, '#FFF6DA', 0.85, 0.14)
  lay(pen, box(0, 538, WIDTH, 60), downwards(pen, 538, 598, '#B98D60', '#8E6846'))
  stipple(pen, box(0, 538, WIDTH, 60), [0, 538], [0, 620], palette.ink, 0.3)
}

/** A flower tied of silk, as hung where two swags of ribbon meet. */
const rosette = (pen: Pen, [x, y]: Point, size: number): void => {
  for (const lean of [-0.35, 0.3]) {
    const tail = new Path2D(
      `M${x} ${y} L${x + lean * size * 2 - size * 0.22} ${y + size * 2.1} L${x + lean * size * 2} ${y + size * 1.85} L${x + lean * size * 2 + size * 0.26} ${y + size * 2.1}Z`,
    )
    lay(pen, tail, downwards(pen, y, y + size * 2, darker(palette.red, 0.3), palette.red))
  }
  for (let ring = 0; ring < 3; ring++) {
    const r = size * (1 - ring * 0.3)
    for (let i = 0; i < 9; i++) {
      const turn = (i / 9) * Math.PI * 2 + ring * 0.35
      const at: Point = [x + Math.cos(turn) * r * 0.62, y + Math.sin(turn) * r * 0.62]
      lay(
        pen,
        oval(at[0], at[1], r * 0.4),
        fade(pen, [at[0] - r * 0.4, at[1] - r * 0.4], [at[0] + r * 0.4, at[1] + r * 0.4], '#DB3A38', '#96141A'),
      )
    }
  }
  lay(pen, oval(x, y, size * 0.2), '#E0524C')
}

const ribbon = (pen: Pen): void => {
  const knots = [150, 375, 600, 825, 1050] as const
  for (let i = 0; i < 4; i++) {
    const [from, to] = [knots[i] ?? 0, knots[i + 1] ?? 0]
    const middle = (from + to) / 2
    const band = new Path2D(`M${from} 548 Q${middle} 606 ${to} 548 L${to} 558 Q${middle} 636 ${from} 558Z`)
    lay(pen, band, fade(pen, [from, 0], [to, 0], '#A5151B', '#DA3333', '#A5151B'))
    line(pen, new Path2D(`M${from} 552 Q${middle} 616 ${to} 552`), alpha('#FFB7A6', 0.35), 2)
  }
  knots.forEach((x, i) => rosette(pen, [x, 552], i === 2 ? 30 : 21))
}

const bouquet = (pen: Pen, chance: Chance, [x, y]: Point): void => {
  lay(pen, polygon([x - 15, y], [x + 15, y], [x + 3, y + 36], [x - 3, y + 36]), '#EFE6D2')
  for (let i = 0; i < 11; i++) {
    const colour = ['#F2D9A0', '#E9A58F', '#FFF6E6', '#8DB07F'][i % 4] ?? '#FFF6E6'
    lay(pen, oval(x + between(chance, -18, 18), y + between(chance, -13, 5), between(chance, 5, 8)), colour)
  }
}

const certificate = (pen: Pen, [x, y]: Point): void => {
  lay(pen, box(x - 23, y - 16, 46, 33, 3), palette.gold)
  lay(pen, box(x - 19, y - 12, 38, 25, 1), palette.paper)
  for (let i = 0; i < 3; i++) lay(pen, box(x - 12, y - 7 + i * 6, 24 - i * 5, 2.4, 1), alpha(palette.steel, 0.5))
}

const honoured = (pen: Pen, chance: Chance): void => {
  const line5 = [
    [330, 2, palette.navy],
    [465, 1, palette.sage],
    [600, 4, palette.steel],
    [735, 5, '#EFE7D8'],
    [870, 0, palette.navy],
  ] as const
  line5.forEach(([x, n, cloth], i) => {
    const y = 500 + (i === 2 ? 6 : 0)
    stand(pen, {
      ...lookOf(n),
      cloth,
      at: [x, y],
      height: 208,
      arms: [arms.hold, arms.hold],
      inner: cloth === '#EFE7D8' ? undefined : palette.paper,
      legs: i % 2 ? '#4B4A4A' : '#2B3744',
    })
    if (i % 2) bouquet(pen, chance, [x, y - 132])
    else certificate(pen, [x, y - 118])
  })
}

const audience = (pen: Pen): void => {
  for (let i = 0; i < 11; i++) {
    const x = 40 + i * 113 + (i % 2) * 14
    const look = lookOf(i * 5 + 1)
    sit(pen, { ...look, cloth: darker(look.cloth, 0.45), at: [x, 628 + (i % 3) * 6], size: 54, view: 'back' })
  }
}

/** A stage with drawn curtains: people are honoured before a low sun, silk hangs along the edge. */
export const ceremony: Scene = (pen, chance) => {
  backdrop(pen, chance)
  floor(pen)
  curtain(pen, -1)
  curtain(pen, 1)
  valance(pen)
  plant(pen, [212, 512], 130, palette.paper)
  plant(pen, [988, 512], 130, palette.paper)
  honoured(pen, chance)
  ribbon(pen)
  for (let i = 0; i < 46; i++)
    lay(
      pen,
      oval(between(chance, 260, 940), between(chance, 100, 300), between(chance, 1.5, 3.6)),
      alpha(i % 3 ? lighter(palette.gold, 0.3) : '#FFFFFF', 0.7),
    )
  audience(pen)
}
