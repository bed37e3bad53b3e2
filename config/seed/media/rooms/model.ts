/**
 * A room as data. Metres; x to the right, y up, z ahead; the floor's middle is 0,0,0. A wall's own coordinate runs from
 * its left end to its right end as seen from inside, at height y.
 */
export type Vec = readonly [x: number, y: number, z: number]
/** Red, green, blue, 0…255. */
export type Colour = readonly [number, number, number]
export type Side = 'front' | 'right' | 'back' | 'left'
export const sides: readonly Side[] = ['front', 'right', 'back', 'left']

export type Texture = { data: Uint8ClampedArray; width: number; height: number }

export type Solid =
  | { kind: 'box'; min: Vec; max: Vec; colour: Colour }
  | { kind: 'ball'; at: Vec; r: number; colour: Colour; lit?: boolean }
  | { kind: 'post'; at: Vec; r: number; height: number; colour: Colour }

/** A doorway through which one looks into a short passage in the colours of the hall behind it. */
export type Opening = { side: Side; from: number; to: number; top: number; wall: Colour; floor: Colour }

export type Room = {
  size: readonly [width: number, height: number, depth: number]
  walls: Record<Side, Texture>
  floor: Texture
  ceiling: Texture
  solids: readonly Solid[]
  openings: readonly Opening[]
  /** Where the lamps hang: pools of light on the floor. */
  lamps: readonly (readonly [x: number, z: number])[]
  /** How much the floor mirrors, 0…1. */
  gloss: number
}

export const lengthOf = (room: Pick<Room, 'size'>, side: Side): number =>
  side === 'front' || side === 'back' ? room.size[0] : room.size[2]

/** The point of a wall at `along` metres from its left end, `y` above the floor and `out` metres into the room. */
export const onWall = (room: Pick<Room, 'size'>, side: Side, along: number, y: number, out = 0): Vec => {
  const [w, , d] = room.size
  if (side === 'front') return [along - w / 2, y, d / 2 - out]
  if (side === 'back') return [w / 2 - along, y, out - d / 2]
  if (side === 'right') return [w / 2 - out, y, d / 2 - along]
  return [out - w / 2, y, along - d / 2]
}

/** Where a point is seen from `eye`, in degrees: yaw 0 ahead and positive to the right, pitch positive upwards. */
export const bearing = (eye: Vec, [x, y, z]: Vec): { yaw: number; pitch: number } => {
  const [dx, dy, dz] = [x - eye[0], y - eye[1], z - eye[2]]
  const degrees = (angle: number): number => Math.round((angle * 1800) / Math.PI) / 10
  return { yaw: degrees(Math.atan2(dx, dz)), pitch: degrees(Math.atan2(dy, Math.hypot(dx, dz))) }
}
