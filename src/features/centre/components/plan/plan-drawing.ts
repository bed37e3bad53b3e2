import { HALL_IDS, PLAN } from '@/domain/exhibit/rules'
import { allDoors, type Door } from '@/features/plan-doors'
import { palette } from '@/ui/palette'
import { svgPicture, svgShape } from '@/ui/svg-picture'

/** One hundredth of the plan's width and height in the drawing. */
const X = 3.6
const Y = 3.2
const WIDTH = 100 * X
const HEIGHT = 100 * Y
const DOOR = 20

const rounded = (value: number): number => Math.round(value * 10) / 10
const box = (x: number, y: number, width: number, height: number) => ({
  x: rounded(x),
  y: rounded(y),
  width: rounded(width),
  height: rounded(height),
})

const room = (id: (typeof HALL_IDS)[number]): string => {
  const { x, y, width, height } = PLAN[id]
  const corridor = id === 'h8'
  return svgShape('rect', {
    ...box(x * X, y * Y, width * X, height * Y),
    rx: 8,
    fill: corridor ? palette.goldTint : palette.card,
    stroke: palette.gold,
    'stroke-width': corridor ? 2 : 1.5,
  })
}

/** A way through: it covers both walls and the floor between them. */
const door = ({ wall, x, y }: Door): string => {
  const across = wall === 'left' || wall === 'right'
  const [width, height] = across ? [4 * X + 4, DOOR] : [DOOR, 6 * Y + 4]
  return svgShape('rect', { ...box(x * X - width / 2, y * Y - height / 2, width, height), rx: 3, fill: palette.gold })
}

/** The whole floor: halls, the corridor between them, and the doors. The doors lie under the halls and show only in the gaps. */
export const planPicture = (): string =>
  svgPicture(
    WIDTH,
    HEIGHT,
    [
      svgShape('rect', { x: 0, y: 0, width: WIDTH, height: HEIGHT, rx: 12, fill: palette.paperDeep }),
      ...allDoors().map(door),
      ...HALL_IDS.map(room),
    ].join(''),
  )
