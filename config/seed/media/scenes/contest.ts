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
  lay,
  lighter,
  line,
  oval,
  palette,
  polygon,
} from './drawing'
import { stipple, through, WIDTH, type Chance, type Pen, type Point, type Scene } from './drawing'
import { arms, lookOf, sit, stand } from './people'

const studio = (pen: Pen): void => {
  pen.fillStyle = downwards(pen, 0, 470, '#2F4B57', '#4C7378', '#86A79B')
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  glow(pen, [600, 240], 560, '#FCE7B4', 0.5, 0.8)
  for (let i = 0; i < 5; i++) {
    const edge = 30 + i * 62
    for (const side of [-1, 1]) {
      const x = (d: number) => (side < 0 ? d : WIDTH - d)
      const panel = new Path2D(
        `M${x(edge)} ${60 + i * 14} Q${x(edge + 40)} ${50 + i * 14} ${x(edge + 52)} ${66 + i * 14} L${x(edge + 52)} 450 L${x(edge)} 450Z`,
      )
      lay(pen, panel, downwards(pen, 60, 450, alpha('#9FC0B6', 0.5), alpha('#2F4B57', 0.25)))
      stipple(pen, panel, [x(edge), 100], [x(edge + 60), 440], palette.ink, 0.3)
      line(pen, through([x(edge + 52), 66 + i * 14], [x(edge + 52), 450]), alpha('#FCE9BE', 0.5), 2)
    }
  }
}

const beams = (pen: Pen): void => {
  pen.save()
  pen.globalCompositeOperation = 'soft-light'
  const cones: readonly (readonly [number, number])[] = [
    [180, 270],
    [470, 560],
    [730, 640],
    [1020, 930],
  ]
  for (const [from, to] of cones)
    lay(
      pen,
      polygon([from - 12, 20], [from + 12, 20], [to + 150, 560], [to - 150, 560]),
      downwards(pen, 20, 560, alpha('#FFFFFF', 0.75), alpha('#FFFFFF', 0)),
    )
  pen.restore()
  line(pen, through([90, 18], [1110, 18]), '#22323B', 8)
  for (const [x] of cones) {
    lay(pen, box(x - 17, 14, 34, 26, 6), '#1F2B33')
    glow(pen, [x, 42], 46, '#FFF3CF', 0.9)
    lay(pen, oval(x, 41, 13, 5), '#FFF8E2')
  }
}

/** The board of questions: tiles still to open, tiles open, one just chosen. */
const board = (pen: Pen): void => {
  lay(pen, box(372, 84, 456, 252, 16), '#243B47')
  line(pen, box(372, 84, 456, 252, 16), alpha(palette.gold, 0.9), 4)
  const open = [2, 6, 8, 13]
  for (let i = 0; i < 15; i++) {
    const [x, y] = [392 + (i % 5) * 85, 102 + Math.floor(i / 5) * 75]
    const tile = box(x, y, 76, 66, 9)
    const chosen = i === 7
    if (chosen) glow(pen, [x + 38, y + 33], 96, '#FFE3A0', 0.95)
    const colour = chosen ? '#F3CE82' : open.includes(i) ? '#35535F' : '#6C9AA0'
    lay(pen, tile, fade(pen, [x, y], [x + 76, y + 66], lighter(colour, 0.22), darker(colour, 0.12)))
    if (open.includes(i)) line(pen, through([x + 26, y + 34], [x + 35, y + 43], [x + 52, y + 23]), '#A9CDB3', 5)
    else
      lay(
        pen,
        chosen ? new Path2D(`M${x + 38} ${y + 15} l18 18 l-18 18 l-18 -18Z`) : oval(x + 38, y + 33, 11),
        alpha(palette.paper, chosen ? 0.95 : 0.4),
      )
  }
}

type Team = { x: number; colour: string; people: readonly [number, number]; first: boolean }

const desk = (pen: Pen, team: Team): void => {
  const { x, colour, first } = team
  glow(pen, [x, 584], 190, palette.ink, 0.5, 0.14)
  const front = polygon([x - 132, 448], [x + 132, 448], [x + 112, 584], [x - 112, 584])
  lay(pen, front, fade(pen, [x - 132, 448], [x + 132, 584], lighter(colour, 0.2), darker(colour, 0.25)))
  stipple(pen, front, [x - 60, 448], [x + 130, 590], palette.ink, 0.4)
  lay(pen, polygon([x - 132, 448], [x + 132, 448], [x + 148, 430], [x - 148, 430]), '#F5ECD9')
  lay(pen, box(x - 148, 428, 296, 8, 3), '#FFF9EC')
  for (let i = 0; i < 5; i++) {
    const lit = i < (first ? 4 : x < 500 ? 2 : 3)
    lay(pen, oval(x - 56 + i * 28, 520, 9), lit ? '#FBE4AE' : alpha(palette.ink, 0.22))
  }
  lay(pen, box(x - 26, 420, 52, 11, 4), '#35424A')
  if (first) glow(pen, [x, 412], 60, '#FF6A55', 0.75)
  lay(pen, new Path2D(`M${x - 19} 421 C${x - 19} 398 ${x + 19} 398 ${x + 19} 421Z`), first ? palette.red : '#9AA7A5')
  lay(pen, oval(x - 6, 409, 5, 3), alpha('#FFFFFF', 0.6))
}

const team = (pen: Pen, which: Team): void => {
  const [one, two] = which.people
  const up = [arms.rest, arms.wave] as const
  stand(pen, {
    ...lookOf(one),
    cloth: lighter(which.colour, 0.1),
    at: [which.x - 66, 556],
    height: 236,
    inner: palette.paper,
  })
  stand(pen, {
    ...lookOf(two),
    cloth: which.colour,
    at: [which.x + 66, 560],
    height: 240,
    arms: which.first ? up : undefined,
    inner: palette.paper,
  })
  desk(pen, which)
}

const trophy = (pen: Pen, [x, y]: Point): void => {
  glow(pen, [x, y - 50], 120, '#FFE7AE', 0.6)
  glow(pen, [x + 8, y + 70], 60, palette.ink, 0.5, 0.2)
  lay(
    pen,
    polygon([x - 30, y + 70], [x + 30, y + 70], [x + 24, y + 6], [x - 24, y + 6]),
    fade(pen, [x - 30, 0], [x + 30, 0], '#F4EAD6', '#BFB196'),
  )
  line(
    pen,
    new Path2D(
      `M${x - 22} ${y - 70} C${x - 56} ${y - 72} ${x - 46} ${y - 30} ${x - 12} ${y - 28} M${x + 22} ${y - 70} C${x + 56} ${y - 72} ${x + 46} ${y - 30} ${x + 12} ${y - 28}`,
    ),
    '#C7974A',
    6,
  )
  lay(
    pen,
    new Path2D(
      `M${x - 28} ${y - 82} L${x + 28} ${y - 82} C${x + 28} ${y - 36} ${x + 14} ${y - 24} ${x + 6} ${y - 20} L${x + 6} ${y - 6} L${x + 18} ${y + 6} L${x - 18} ${y + 6} L${x - 6} ${y - 6} L${x - 6} ${y - 20} C${x - 14} ${y - 24} ${x - 28} ${y - 36} ${x - 28} ${y - 82}Z`,
    ),
    fade(pen, [x - 28, 0], [x + 28, 0], '#F2D48D', '#D9A94F', '#8F652A'),
  )
  lay(pen, oval(x, y - 82, 28, 6), '#9A7032')
}

const audience = (pen: Pen, chance: Chance): void => {
  for (let i = 0; i < 13; i++) {
    const look = lookOf(i * 5 + 2)
    sit(pen, {
      ...look,
      cloth: darker(look.cloth, 0.6),
      skin: '#B58868',
      at: [20 + i * 97 + between(chance, -8, 8), 644 + (i % 2) * 10],
      size: 50,
      view: 'back',
    })
  }
}

/** A quiz on stage: three desks, the first buzzer lit, a cup to win. */
export const contest: Scene = (pen, chance) => {
  studio(pen)
  board(pen)
  const ground = polygon([0, 450], [WIDTH, 450], [WIDTH, HEIGHT], [0, HEIGHT])
  lay(pen, ground, downwards(pen, 450, HEIGHT, '#B9C4AE', '#6C8A84', '#3E5A60'))
  lay(pen, oval(600, 590, 560, 92), alpha('#F6E7C4', 0.3))
  lay(pen, oval(600, 584, 470, 72), alpha('#FBF0D6', 0.34))
  team(pen, { x: 236, colour: palette.leaf, people: [1, 6], first: false })
  team(pen, { x: 964, colour: palette.blue, people: [3, 2], first: false })
  team(pen, { x: 600, colour: '#C79A52', people: [5, 0], first: true })
  stand(pen, {
    ...lookOf(4),
    cloth: palette.navy,
    hair: 'bob',
    hairColour: '#332B29',
    at: [424, 612],
    height: 224,
    view: 'right',
    arms: [arms.fold, arms.reach],
    inner: palette.paper,
    legs: '#33424C',
  })
  trophy(pen, [782, 530])
  beams(pen)
  audience(pen, chance)
}
