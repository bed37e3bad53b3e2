/**
 * People as simple figures without faces. A standing figure is drawn in its own units, feet at 0,0 and the crown at
 * y = -100; a sitting one as head and shoulders, chin at 0,0.
 */
import { Path2D } from '@napi-rs/canvas'
import { alpha, box, darker, fade, glow, inside, lay, lighter, line, oval, palette, through } from './drawing'
import type { Pen, Point } from './drawing'

export type Hair = 'short' | 'bob' | 'bun' | 'tail' | 'cap'
export type View = 'front' | 'back' | 'left' | 'right'
/** Elbow and hand of an arm, in the figure's units, as if on the viewer's right; mirrored for the other. */
export type Arm = readonly [elbow: Point, hand: Point]

export type Look = { cloth: string; hair?: Hair; hairColour?: string; skin?: string; inner?: string }
export type Standing = Look & {
  at: Point
  height: number
  view?: View
  legs?: string
  step?: boolean
  arms?: readonly [viewersLeft: Arm, viewersRight: Arm]
}
/** `depth`: how far the body shows below the chin, in the figure's units (the head is 22). */
export type Sitting = Look & { at: Point; size: number; view?: View; depth?: number }

export const arms = {
  rest: [
    [16, -64],
    [14.5, -49],
  ],
  fold: [
    [16, -63],
    [3, -60],
  ],
  hold: [
    [15, -62],
    [5, -58],
  ],
  wave: [
    [21, -76],
    [24, -96],
  ],
  point: [
    [20, -72],
    [34, -80],
  ],
  reach: [
    [18, -65],
    [31, -62],
  ],
  low: [
    [18, -62],
    [24, -50],
  ],
} as const satisfies Record<string, Arm>

const skins = ['#E8BE9C', '#DDAE8A', '#EFCBAC'] as const
const darkHair = '#332B29'

const turnOf = (view: View): number => (view === 'left' ? -1 : view === 'right' ? 1 : 0)

const hairPath = (hair: Hair, view: View): Path2D => {
  const low = hair === 'short' || hair === 'cap' ? 3 : 8
  if (view === 'back')
    return new Path2D(
      `M-10 -2 C-11.5 -18 11.5 -18 10 -2 C10 ${low} 7 ${low + 3} 0 ${low + 3} C-7 ${low + 3} -10 ${low} -10 -2Z`,
    )
  if (hair === 'bob' || hair === 'tail')
    return new Path2D(
      'M-10.5 8 C-13 -19 13 -19 10.5 8 C8.5 10 7 9 7 6 L6.5 -3 C2 -3 -3 -5 -4.5 -8 C-5 -5 -6 -4 -7 -3 L-7 6 C-7 9 -8.5 10 -10.5 8Z',
    )
  return new Path2D('M-9.6 0 C-12 -18 12 -18 9.6 0 L8 -3 C7 -6 3 -7 -1 -7 C-4 -7 -7 -6 -8 -3Z')
}

/** A head of about 18×22 units around 0,0. */
const drawHead = (pen: Pen, look: Look, view: View): void => {
  const hair = look.hair ?? 'short'
  const hairColour = look.hairColour ?? darkHair
  const skin = look.skin ?? skins[0]
  const turn = turnOf(view)
  if (hair === 'bun') lay(pen, oval(view === 'back' ? 0 : -turn * 7, -14, 5), hairColour)
  if (hair === 'tail' && view !== 'front') lay(pen, oval(-turn * 9, 7, 3.4, 10), hairColour)
  lay(pen, oval(-9, 1, 2, 3), darker(skin, 0.12))
  lay(pen, oval(9, 1, 2, 3), darker(skin, 0.12))
  lay(pen, oval(0, 0, 9, 11), fade(pen, [-6, 0], [10, 6], skin, darker(skin, 0.14)))
  pen.save()
  pen.translate(-turn * 2.6, 0)
  lay(pen, hairPath(hair, view), fade(pen, [-9, -12], [9, 4], lighter(hairColour, 0.12), hairColour))
  pen.restore()
  if (hair === 'cap') {
    lay(pen, new Path2D('M-10.5 -4 C-11 -19 11 -19 10.5 -4Z'), palette.sun)
    lay(pen, box(-12 + turn * 4, -5.5, 24, 3, 1.5), palette.gold)
  }
}

const drawArm = (pen: Pen, look: Look, side: 1 | -1, [elbow, hand]: Arm, colour: string): void => {
  const back = 5.6 / Math.hypot(elbow[0] - hand[0], elbow[1] - hand[1])
  const cuff: Point = [hand[0] + (elbow[0] - hand[0]) * back, hand[1] + (elbow[1] - hand[1]) * back]
  line(pen, through([side * elbow[0], elbow[1]], [side * hand[0], hand[1]]), look.skin ?? skins[0], 4.2)
  lay(pen, oval(side * hand[0], hand[1], 2.9), look.skin ?? skins[0])
  line(pen, through([side * 9.4, -77], [side * elbow[0], elbow[1]], [side * cuff[0], cuff[1]]), colour, 6)
}

const drawLegs = (pen: Pen, colour: string, step: boolean): void => {
  const [left, right] = step ? [-11, 11] : [-4.6, 4.6]
  line(pen, through([left - 0.8, -1.4], [left + 2.2, -1.4]), palette.ink, 3.6)
  line(pen, through([right - 0.8, -1.4], [right + 2.2, -1.4]), palette.ink, 3.6)
  const leg = (hip: number, foot: number) =>
    new Path2D(`M${hip - 5.2} -50 L${hip + 5.2} -50 L${foot + 3.2} -3 L${foot - 3.2} -3Z`)
  lay(pen, leg(4, right), darker(colour, 0.3))
  lay(pen, leg(-4, left), colour)
}

const torso = new Path2D(
  'M-4 -84 C-9 -82 -12.5 -80 -12.5 -73 L-10.5 -45 C-10 -43 10 -43 10.5 -45 L12.5 -73 C12.5 -80 9 -82 4 -84 Z',
)

const drawTorso = (pen: Pen, look: Look, view: View): void => {
  lay(pen, torso, look.cloth)
  inside(pen, torso, () => {
    pen.fillStyle = fade(pen, [-4, 0], [15, 0], alpha(palette.ink, 0), alpha(palette.ink, 0.22))
    pen.fillRect(-16, -84, 32, 42)
    if (view === 'back' || !look.inner) return
    pen.translate(turnOf(view) * 4, 0)
    lay(pen, new Path2D('M-4.5 -84 L4.5 -84 L0 -66Z'), look.inner)
    line(pen, through([0, -66], [0, -44]), alpha(palette.ink, 0.22), 0.8)
  })
}

/** A whole person; `height` in pixels from the soles to the crown. */
export const stand = (pen: Pen, figure: Standing): void => {
  const view = figure.view ?? 'front'
  const [left, right] = figure.arms ?? [arms.rest, arms.rest]
  const sleeve = darker(figure.cloth, 0.1)
  pen.save()
  pen.translate(figure.at[0], figure.at[1])
  pen.scale(figure.height / 100, figure.height / 100)
  glow(pen, [6, 0], 26, palette.ink, 0.34, 0.2)
  drawLegs(pen, figure.legs ?? palette.navy, figure.step ?? false)
  if (view === 'back') [-1, 1].forEach((side) => drawArm(pen, figure, side as 1 | -1, side < 0 ? left : right, sleeve))
  lay(pen, box(-3, -88, 6, 9, 2), darker(figure.skin ?? skins[0], 0.2))
  drawTorso(pen, figure, view)
  pen.save()
  pen.translate(turnOf(view) * 1.2, -91.5)
  pen.scale(0.78, 0.78)
  drawHead(pen, figure, view)
  pen.restore()
  if (view !== 'back') [-1, 1].forEach((side) => drawArm(pen, figure, side as 1 | -1, side < 0 ? left : right, sleeve))
  pen.restore()
}

const shoulders = (depth: number): Path2D =>
  new Path2D(`M-6 12 C-20 14 -27 19 -28 32 L-30 ${depth} L30 ${depth} L28 32 C27 19 20 14 6 12Z`)

/** Head and shoulders of someone who sits; `size` is the height of the head in pixels. */
export const sit = (pen: Pen, figure: Sitting): void => {
  const view = figure.view ?? 'front'
  pen.save()
  pen.translate(figure.at[0], figure.at[1])
  pen.scale(figure.size / 22, figure.size / 22)
  lay(pen, box(-4.5, 6, 9, 12, 3), darker(figure.skin ?? skins[0], 0.2))
  lay(
    pen,
    shoulders(figure.depth ?? 90),
    fade(pen, [-24, 0], [30, 20], lighter(figure.cloth, 0.1), darker(figure.cloth, 0.22)),
  )
  if (view !== 'back' && figure.inner) {
    lay(pen, new Path2D('M-6.5 11.5 L6.5 11.5 L0 32Z'), figure.inner)
    line(pen, through([-7, 12], [0, 32], [7, 12]), darker(figure.cloth, 0.3), 1)
  }
  if (view === 'back') line(pen, new Path2D('M-6 13 C-3 16.5 3 16.5 6 13'), darker(figure.cloth, 0.35), 1.6)
  drawHead(pen, figure, view)
  pen.restore()
}

const cloths = [palette.steel, palette.sand, palette.leaf, palette.navy, '#E9E4DA', palette.clay, palette.blue] as const
const hairs = ['short', 'bob', 'short', 'tail', 'short', 'bun'] as const

/** The nth of a varied crowd, always the same for the same n. */
export const lookOf = (n: number): Look => ({
  cloth: cloths[(n * 3) % cloths.length] ?? palette.steel,
  hair: hairs[(n * 5 + 1) % hairs.length] ?? 'short',
  hairColour: n % 7 === 4 ? '#8C857E' : n % 3 === 1 ? '#3F312B' : darkHair,
  skin: skins[n % skins.length] ?? skins[0],
  inner: n % 2 === 0 ? palette.paper : undefined,
})
