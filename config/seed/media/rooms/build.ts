/** Turns a hall's description into a room that rays can be followed through, and tells where its spots are seen. */
import { halls, type Door, type Hall } from './halls'
import { bearing, lengthOf, onWall, sides, type Room, type Side, type Texture, type Vec } from './model'
import { ceiling, ground, PANEL_HEIGHT, rgb, wall, type Item } from './surfaces'

const DOOR_WIDTH = 1.2
const DOOR_TOP = 2.2
const SPOT_HEIGHT = 1.35

const isPanel = (item: Item): item is Item & { kind: 'panel' } => item.kind === 'panel'

const panelsOf = (hall: Hall): { side: Side; item: Item & { kind: 'panel' } }[] =>
  sides.flatMap((side) => hall.items[side].filter(isPanel).map((item) => ({ side, item })))

/** The exhibits on the hall's walls. */
export const numbersOf = (hall: Hall): number[] => panelsOf(hall).map(({ item }) => item.number)

const gap = (door: Door) => ({ from: door.at - DOOR_WIDTH / 2, to: door.at + DOOR_WIDTH / 2, top: DOOR_TOP })

export const build = (hall: Hall): Room => {
  const [width, height, depth] = hall.size
  const walls: Partial<Record<Side, Texture>> = {}
  for (const side of sides) {
    const doors = hall.doors.filter((door) => door.side === side).map(gap)
    walls[side] = wall([lengthOf(hall, side), height], hall.accents?.[side] ?? hall.tone, hall.items[side], doors)
  }
  const openings = hall.doors.map((door) => {
    const behind = halls[door.to]
    if (!behind) throw new Error(`A door leads to ${door.to}, which is no hall`)
    return {
      ...gap(door),
      side: door.side,
      wall: rgb(behind.accents?.front ?? behind.tone),
      floor: rgb(behind.floor[1]),
    }
  })
  return {
    size: hall.size,
    walls: walls as Record<Side, Texture>,
    floor: ground(width, depth, ...hall.floor),
    ceiling: ceiling(width, depth, hall.ceiling, hall.lamps, hall.strips ?? false),
    solids: hall.solids,
    openings,
    lamps: hall.lamps,
    gloss: hall.gloss,
  }
}

type Bearing = { yaw: number; pitch: number }

/** Where each exhibit's panel and each doorway is seen from `eye`. */
export const spotsOf = (hall: Hall, eye: Vec): Record<'exhibits' | 'doors', Record<string, Bearing>> => {
  const exhibits: Record<string, Bearing> = {}
  for (const { side, item } of panelsOf(hall))
    exhibits[item.number] = bearing(eye, onWall(hall, side, item.at, item.y ?? PANEL_HEIGHT))
  const doors: Record<string, Bearing> = {}
  for (const door of hall.doors) doors[door.to] = bearing(eye, onWall(hall, door.side, door.at, SPOT_HEIGHT))
  return { exhibits, doors }
}
