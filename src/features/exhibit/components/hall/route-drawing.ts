import { PLAN, type HallId } from '@/domain/exhibit/rules'
import { doorBetween, type Door } from '@/features/plan-doors'
import { palette } from '@/ui/palette'
import { svgPicture, svgShape } from '@/ui/svg-picture'

/** Where an exhibit stands on the way through a hall: hundredths of the room's width and height. */
export interface Place {
  x: number
  y: number
}

/** The places of so many exhibits in order: row after row, each row walked back the other way, so that the way never jumps. */
export function routeThrough(count: number, columns: number): { places: Place[]; rows: number } {
  const rows = Math.max(1, Math.ceil(count / columns))
  const places = Array.from({ length: count }, (_unused, index) => {
    const row = Math.floor(index / columns)
    const along = index % columns
    const column = row % 2 === 0 ? along : columns - 1 - along
    return { x: ((column + 0.5) * 100) / columns, y: ((row + 0.5) * 100) / rows }
  })
  return { places, rows }
}

const WIDTH = 360
const INSET = 5
const DOOR = 44
/** A door keeps off the corners by so much. */
const CORNER = 18
/** How far above the middle of its place a number stands: its title is below. */
export const RAISED = 0.16

/** A door in the hall's own hundredths. */
function inHall(hall: HallId, { wall, x, y }: Door): Place & { wall: Door['wall'] } {
  const room = PLAN[hall]
  const along = { x: ((x - room.x) * 100) / room.width, y: ((y - room.y) * 100) / room.height }
  if (wall === 'left') return { wall, x: 0, y: along.y }
  if (wall === 'right') return { wall, x: 100, y: along.y }
  return { wall, x: along.x, y: wall === 'up' ? 0 : 100 }
}

function doorShape(hall: HallId, to: HallId, height: number): string {
  const { wall, x, y } = inHall(hall, doorBetween(hall, to))
  const upright = wall === 'left' || wall === 'right'
  const [wide, tall] = upright ? [INSET * 2, DOOR] : [DOOR, INSET * 2]
  const edge = (size: number) => (size === DOOR ? CORNER : 0)
  const keepIn = (value: number, size: number, most: number) =>
    Math.round(Math.min(most - size - edge(size), Math.max(edge(size), value - size / 2)))
  return svgShape('rect', {
    x: keepIn((x * WIDTH) / 100, wide, WIDTH),
    y: keepIn((y * height) / 100, tall, height),
    width: wide,
    height: tall,
    rx: 4,
    fill: palette.gold,
  })
}

/** The hall from above: its walls, its doors to the neighbours, and the way past its exhibits. */
export function routePicture(
  hall: HallId,
  neighbours: readonly HallId[],
  route: readonly Place[],
  ratio: number,
): string {
  const height = Math.round(WIDTH * ratio)
  const rows = new Set(route.map(({ y }) => y)).size || 1
  const points = route.map(
    ({ x, y }) => `${Math.round((x * WIDTH) / 100)},${Math.round((y * height) / 100 - (RAISED * height) / rows)}`,
  )
  return svgPicture(
    WIDTH,
    height,
    [
      svgShape('rect', {
        x: INSET,
        y: INSET,
        width: WIDTH - 2 * INSET,
        height: height - 2 * INSET,
        rx: 12,
        fill: palette.card,
        stroke: palette.gold,
        'stroke-width': 2,
      }),
      svgShape('polyline', {
        points: points.join(' '),
        fill: 'none',
        stroke: palette.gold,
        'stroke-width': 2,
        'stroke-dasharray': '2 7',
        'stroke-linecap': 'round',
      }),
      ...neighbours.map((to) => doorShape(hall, to, height)),
    ].join(''),
  )
}
