import { HALL_IDS, PLAN, type HallId } from '@/domain/exhibit/rules'

/** The side of a hall, on the plan. */
export type Wall = 'left' | 'right' | 'up' | 'down'

/** A door on the plan, in its hundredths: its middle, and the wall of the first hall that it is in. */
export interface Door {
  wall: Wall
  x: number
  y: number
}

const middle = (a: number, b: number): number => (a + b) / 2

/** The middle of what two stretches have in common, and of the gap where they have nothing. */
const shared = (start: number, length: number, otherStart: number, otherLength: number): number =>
  middle(Math.max(start, otherStart), Math.min(start + length, otherStart + otherLength))

/** The door from one hall to another that it shares a wall with. */
export function doorBetween(from: HallId, to: HallId): Door {
  const a = PLAN[from]
  const b = PLAN[to]
  const [x, y] = [shared(a.x, a.width, b.x, b.width), shared(a.y, a.height, b.y, b.height)]
  if (b.x >= a.x + a.width) return { wall: 'right', x, y }
  if (b.x + b.width <= a.x) return { wall: 'left', x, y }
  return { wall: b.y >= a.y + a.height ? 'down' : 'up', x, y }
}

/** Every door of the plan once. */
export const allDoors = (): Door[] =>
  HALL_IDS.flatMap((from) => PLAN[from].doors.filter((to) => from < to).map((to) => doorBetween(from, to)))
