/**
 * The pictures of the five steps' film. Every shot has a still ground, drawn once, and things that move over it; `t`
 * runs from 0 to 1 through the shot. Lengths are pixels of the 1200×675 picture, as in the other scenes.
 */
import { Path2D } from '@napi-rs/canvas'
import {
  alpha,
  box,
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
  through,
} from './drawing'
import { WIDTH, type Pen, type Point, type Scene } from './drawing'
import { emblems, stone } from './hall-2'
import { hall, hills, sky, tower, tree, water } from './landscape'
import { backdrop, birds, bulb, flask, gear, mist } from './things'

export type Shot = { ground: Scene; move: (pen: Pen, t: number) => void }

/** Slow at both ends; outside `from`…`to` it stays at 0 or 1. */
const ease = (t: number, from = 0, to = 1): number => {
  const share = Math.min(1, Math.max(0, (t - from) / (to - from)))
  return share * share * (3 - 2 * share)
}
const way = ([ax, ay]: Point, [bx, by]: Point, share: number): Point => [ax + (bx - ax) * share, ay + (by - ay) * share]

const shown = (pen: Pen, opacity: number, draw: () => void): void => {
  if (opacity <= 0) return
  pen.save()
  pen.globalAlpha = Math.min(1, opacity)
  draw()
  pen.restore()
}

/** Grows a thing from its foot at x,y. */
const grown = (pen: Pen, [x, y]: Point, share: number, draw: () => void): void => {
  if (share <= 0.01) return
  pen.save()
  pen.translate(x, y)
  pen.scale(share, share)
  pen.translate(-x, -y)
  draw()
  pen.restore()
}

const lakeside: Scene = (pen, chance) => {
  sky(pen, 350, [880, 150])
  hills(pen, chance, { base: 340, height: 170, peaks: 7, colour: '#A9C4C4', mist: '#E9EBDD' })
  for (const [x, h] of [[40, 140], [120, 96]] as const) tower(pen, [x, 352], 54, h, '#D9CFBB') // prettier-ignore
  hall(pen, [930, 352], 280, 80, 4, '#CFC8B7')
  for (let x = -10; x < WIDTH; x += 44) tree(pen, chance, [x, 362], 34 + ((x * 7) % 16), '#86AC8C')
  water(pen, chance, 356, HEIGHT)
  mist(pen, 362, 60, 0.6)
}

const stones = [[190, 590, 92], [410, 548, 82], [610, 508, 73], [790, 470, 64], [950, 436, 56]] as const // prettier-ignore

const stonesLit = (pen: Pen, share: (i: number) => number): void =>
  stones.forEach(([x, y, w], i) => {
    stone(pen, [x, y], w, '#C2C4BA')
    grown(pen, [x, y - w * 0.12], share(i), () => emblems[i]?.(pen, x, y - w * 0.12, w * 0.86))
  })

const flock = (pen: Pen, t: number): void => birds(pen, [[300 + t * 120, 150], [342 + t * 120, 132], [384 + t * 120, 156]]) // prettier-ignore

const opening: Shot = {
  ground: lakeside,
  move: (pen, t) => {
    flock(pen, t)
    stonesLit(pen, () => 0)
  },
}

const question: Shot = {
  ground: lakeside,
  move: (pen, t) => {
    flock(pen, 1 + t)
    stonesLit(pen, () => 0)
    const share = ease(t, 0.1, 0.95) * 4
    const i = Math.min(3, Math.floor(share))
    const [from, to] = [stones[i] ?? stones[0], stones[i + 1] ?? stones[4]]
    const [x, y] = way([from[0], from[1]], [to[0], to[1]], share - i)
    const hop = Math.abs(Math.sin(share * Math.PI)) * 70
    bulb(pen, [x, y - 56 - hop], 30, true)
  },
}

const fiveSteps: Shot = {
  ground: lakeside,
  move: (pen, t) => {
    flock(pen, 2 + t)
    stonesLit(pen, (i) => ease(t, 0.36 + i * 0.11, 0.5 + i * 0.11))
  },
}

const shelf: Scene = (pen) => {
  backdrop(pen, '#E9EEE9', '#DCE4E0', '#C9D2CC')
  for (const y of [250, 430, 610]) lay(pen, box(120, y, 960, 16, 4), '#C79D6C')
  const tones = [palette.leaf, palette.blue, palette.clay, palette.steel, palette.sage]
  for (let i = 0; i < 15; i++) {
    const [x, y] = [230 + (i % 5) * 185, 250 + Math.floor(i / 5) * 180]
    flask(pen, [x, y], 112, lighter(tones[(i * 3) % 5] ?? palette.leaf, 0.35))
  }
}

const dig: Shot = {
  ground: shelf,
  move: (pen, t) => {
    const target: Point = [600, 390]
    const [x, y] = t < 0.5 ? way([200, 200], [900, 560], ease(t, 0, 0.5)) : way([900, 560], target, ease(t, 0.5, 0.8))
    shown(pen, ease(t, 0.75, 0.95), () => {
      glow(pen, target, 150, '#FFE29A', 1)
      flask(pen, [600, 430], 112, palette.gold)
    })
    lay(pen, oval(x, y, 92), alpha('#FFFFFF', 0.28))
    line(pen, oval(x, y, 92), palette.navy, 16)
    line(pen, through([x + 68, y + 68], [x + 150, y + 150]), palette.walnut, 26)
  },
}

const sieve: Scene = (pen) => {
  backdrop(pen, '#F3EBDA', '#E9DEC8', '#DCCBAA')
  glow(pen, [600, 330], 520, '#FFFDF4', 0.9)
  lay(pen, polygon([280, 300], [920, 300], [860, 350], [340, 350]), fade(pen, [280, 0], [920, 0], '#8FB0BC', '#DCEAEC', '#6F93A3'))
  for (let i = 0; i < 11; i++) lay(pen, oval(370 + i * 46, 338, 13, 6), alpha(palette.navy, 0.4))
  lay(pen, box(250, 286, 700, 22, 11), '#5C7A88')
  lay(pen, box(300, 620, 600, 14, 6), '#B58D61')
} // prettier-ignore

const select: Shot = {
  ground: sieve,
  move: (pen, t) => {
    for (let i = 0; i < 11; i++) {
      const x = 350 + i * 50
      const kept = i % 3 === 1
      const start = 0.02 + ((i * 5) % 11) * 0.03
      const fall = ease(t, start, start + 0.3)
      const sift = kept ? ease(t, start + 0.32, start + 0.62) : 0
      bulb(pen, [x, 40 + fall * 214 + sift * 336], 24, kept && sift > 0.2)
    }
  },
}

const desk: Scene = (pen) => {
  backdrop(pen, '#E6EDF0', '#DCE5E8', '#C6D2D6')
  lay(pen, box(110, 90, 700, 470, 16), alpha(palette.ink, 0.1))
  lay(pen, box(104, 82, 700, 470, 16), '#FFFDF7')
  for (let i = 0; i < 6; i++)
    line(pen, through([150, 170 + i * 62], [758, 170 + i * 62]), alpha(palette.steel, 0.18), 2)
  line(pen, through([150, 500], [758, 500]), palette.navy, 4)
  lay(pen, box(0, 600, WIDTH, 80), downwards(pen, 600, HEIGHT, '#D9B27C', '#B58D61'))
}

const reckon: Shot = {
  ground: desk,
  move: (pen, t) => {
    for (let i = 0; i < 5; i++) {
      const put = ease(t, 0.05 + i * 0.09, 0.3 + i * 0.09) * (90 - i * 10)
      const got = ease(t, 0.2 + i * 0.11, 0.5 + i * 0.11) * (70 + i * 66)
      lay(pen, box(186 + i * 116, 500 - put, 38, put, 5), palette.blue)
      lay(pen, box(230 + i * 116, 500 - got, 38, got, 5), i === 4 ? palette.red : palette.gold)
    }
    emblems[2]?.(pen, 980, 600, 300)
    const key = Math.floor(t * 14) % 9
    lay(pen, box(890 + (key % 3) * 66, 420 + Math.floor(key / 3) * 54, 45, 36, 9), alpha(palette.red, 0.55))
  },
}

const road: Scene = (pen, chance) => {
  sky(pen, 400, [600, 150])
  hills(pen, chance, { base: 400, height: 150, peaks: 7, colour: '#A9C4C4', mist: '#E9EBDD' })
  tower(pen, [60, 470], 90, 250, '#D9CFBB')
  tower(pen, [176, 470], 70, 180, '#CBD6D8')
  hall(pen, [850, 470], 380, 130, 4, '#CFC8B7')
  for (let x = -10; x < WIDTH; x += 60) tree(pen, chance, [x, 486], 40 + ((x * 7) % 18), '#86AC8C')
  lay(pen, box(0, 474, WIDTH, 210), downwards(pen, 474, HEIGHT, '#C9D3AE', '#9DB98B'))
  lay(pen, polygon([0, 540], [WIDTH, 540], [WIDTH, 620], [0, 620]), downwards(pen, 540, 620, '#F3E9D4', '#DFD0B2'))
}

const hand: Shot = {
  ground: road,
  move: (pen, t) => {
    const x = 120 + ease(t) * 760
    glow(pen, [x + 80, 606], 150, palette.ink, 0.3, 0.16)
    lay(pen, box(x, 500, 120, 84, 8), downwards(pen, 500, 584, '#FBF6EA', '#E2D5BC'))
    lay(pen, new Path2D(`M${x + 122} 584 V520 h34 q22 26 26 64Z`), palette.red)
    gear(pen, [x + 60, 542], 30, 9, palette.gold)
    for (const dx of [34, 144]) {
      lay(pen, oval(x + dx, 588, 20), palette.navy)
      lay(pen, oval(x + dx, 588, 8), palette.sand)
    }
    pen.save()
    pen.translate(600, 250)
    pen.rotate(t * 3)
    pen.translate(-600, -250)
    emblems[3]?.(pen, 600, 312, 120)
    pen.restore()
  },
}

const dawn: Scene = (pen, chance) => {
  backdrop(pen, '#F0C9A0', '#F8E2B8', '#F6E9D0')
  glow(pen, [600, 470], 560, '#FFF3CC', 1)
  hills(pen, chance, { base: 520, height: 150, peaks: 7, colour: '#C2BFA2', mist: '#EBDDB8' })
  hall(pen, [-20, 560], 330, 110, 4, '#C9B79C')
  hall(pen, [890, 560], 340, 110, 4, '#C9B79C')
  lay(pen, box(0, 556, WIDTH, 130), downwards(pen, 556, HEIGHT, '#DDBF8E', '#B8925E'))
}

const leap: Shot = {
  ground: dawn,
  move: (pen, t) => {
    const rise = ease(t, 0.05, 0.9)
    glow(pen, [600, 560 - rise * 260], 220, '#FFFBE8', 0.9)
    emblems[4]?.(pen, 600, 600 - rise * 210, 110 + rise * 90)
    for (let i = 0; i < 5; i++) {
      const x = 400 + i * 100
      const up = ease(t, 0.2 + i * 0.1, 0.5 + i * 0.1)
      grown(pen, [x, 636], up, () => {
        lay(pen, box(x - 30, 576, 60, 60, 6), fade(pen, [x - 30, 576], [x + 30, 636], '#F3E3BC', '#C99F5C'))
        lay(pen, box(x - 6, 576, 12, 60), palette.red)
      })
    }
  },
}

const slope: Scene = (pen, chance) => {
  sky(pen, 420, [920, 150])
  hills(pen, chance, { base: 420, height: 190, peaks: 7, colour: '#A9C4C4', mist: '#E9EBDD' })
  lay(pen, new Path2D(`M0 430 C300 400 700 450 1200 400 L1200 ${HEIGHT} L0 ${HEIGHT}Z`), downwards(pen, 400, HEIGHT, '#C9D8AE', '#86AC82'))
} // prettier-ignore

const landed: Shot = {
  ground: slope,
  move: (pen, t) => {
    for (let i = 0; i < 20; i++) {
      const row = Math.floor(i / 7)
      const [x, y] = [130 + (i % 7) * 156 + row * 24, 480 + row * 78]
      const start = 0.05 + i * 0.035
      grown(pen, [x, y], ease(t, start, start + 0.14), () => {
        lay(pen, box(x - 32, y - 44, 64, 44, 3), downwards(pen, y - 44, y, '#FBF6EA', '#DDCFB6'))
        lay(pen, polygon([x - 40, y - 44], [x + 40, y - 44], [x + 24, y - 70], [x - 24, y - 70]), i % 4 === 0 ? palette.red : palette.steel)
        lay(pen, box(x - 8, y - 26, 16, 26, 2), '#FFD98C')
      })
    }
  },
} // prettier-ignore

const closing: Shot = {
  ground: (pen, chance) => {
    backdrop(pen, '#F6EFE0', '#EFE3CB', '#E2D2B2')
    hills(pen, chance, { base: 640, height: 150, peaks: 7, colour: '#C9CDB2', mist: '#E9DFC4' })
  },
  move: (pen, t) => {
    glow(pen, [600, 300], 220 + ease(t) * 260, '#FFE9AE', 0.5 + ease(t) * 0.45)
    bulb(pen, [600, 300], 130, true)
  },
}

/** One shot for each sentence of the film, in order. */
export const shots: readonly Shot[] = [opening, question, fiveSteps, dig, select, reckon, hand, leap, landed, closing]
