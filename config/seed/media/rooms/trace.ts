/** Follows rays of sight through a room: nearest thing, soft shade in corners and under things, a mirroring floor. */
import { lengthOf, type Colour, type Opening, type Room, type Side, type Solid, type Texture, type Vec } from './model'

type Hit = { t: number; normal: Vec; solid: Solid }
const FAR = 1e9
const PASSAGE = 2.4
const axes = [0, 1, 2] as const

const level = (data: Uint8ClampedArray, i: number): number => data[i] ?? 0

const sample = ({ data, width, height }: Texture, u: number, v: number): Colour => {
  const x = Math.min(width - 1.001, Math.max(0, u * width - 0.5))
  const y = Math.min(height - 1.001, Math.max(0, v * height - 0.5))
  const [x0, y0] = [Math.floor(x), Math.floor(y)]
  const [fx, fy] = [x - x0, y - y0]
  const at = (y0 * width + x0) * 4
  const below = at + width * 4
  const channel = (c: number): number => {
    const top = level(data, at + c) * (1 - fx) + level(data, at + c + 4) * fx
    const low = level(data, below + c) * (1 - fx) + level(data, below + c + 4) * fx
    return top * (1 - fy) + low * fy
  }
  return [channel(0), channel(1), channel(2)]
}

const scale = ([r, g, b]: Colour, by: number): Colour => [r * by, g * by, b * by]
const blend = (a: Colour, b: Colour, share: number): Colour => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
]
/** Shade near an edge `distance` metres away. */
const crease = (distance: number, depth = 0.2, reach = 0.4): number =>
  1 - depth * Math.exp(-Math.max(0, distance) / reach)

const hitBox = (solid: Solid & { kind: 'box' }, from: Vec, dir: Vec): Hit | undefined => {
  let near = 1e-4
  let far = FAR
  let axis: 0 | 1 | 2 | undefined
  for (const i of axes) {
    const inverse = 1 / (dir[i] || 1e-9)
    const a = (solid.min[i] - from[i]) * inverse
    const b = (solid.max[i] - from[i]) * inverse
    if (Math.min(a, b) > near) [near, axis] = [Math.min(a, b), i]
    far = Math.min(far, Math.max(a, b))
  }
  if (axis === undefined || near > far) return undefined
  const normal: [number, number, number] = [0, 0, 0]
  normal[axis] = dir[axis] > 0 ? -1 : 1
  return { t: near, normal, solid }
}

const hitBall = (solid: Solid & { kind: 'ball' }, from: Vec, dir: Vec): Hit | undefined => {
  const off = [from[0] - solid.at[0], from[1] - solid.at[1], from[2] - solid.at[2]] as const
  const a = dir[0] ** 2 + dir[1] ** 2 + dir[2] ** 2
  const b = off[0] * dir[0] + off[1] * dir[1] + off[2] * dir[2]
  const root = b * b - a * (off[0] ** 2 + off[1] ** 2 + off[2] ** 2 - solid.r ** 2)
  if (root < 0) return undefined
  const t = (-b - Math.sqrt(root)) / a
  if (t < 1e-4) return undefined
  const part = (i: 0 | 1 | 2): number => (off[i] + dir[i] * t) / solid.r
  return { t, normal: [part(0), part(1), part(2)], solid }
}

const hitPost = (solid: Solid & { kind: 'post' }, from: Vec, dir: Vec): Hit | undefined => {
  const [ox, oz] = [from[0] - solid.at[0], from[2] - solid.at[2]]
  const top = solid.at[1] + solid.height
  const a = dir[0] ** 2 + dir[2] ** 2
  const b = ox * dir[0] + oz * dir[2]
  const lid = dir[1] < 0 ? (top - from[1]) / dir[1] : -1
  if (lid > 1e-4 && Math.hypot(ox + dir[0] * lid, oz + dir[2] * lid) < solid.r)
    return { t: lid, normal: [0, 1, 0], solid }
  const root = b * b - a * (ox * ox + oz * oz - solid.r ** 2)
  if (root < 0) return undefined
  const t = (-b - Math.sqrt(root)) / a
  const y = from[1] + dir[1] * t
  if (t < 1e-4 || y < solid.at[1] || y > top) return undefined
  return { t, normal: [(ox + dir[0] * t) / solid.r, 0, (oz + dir[2] * t) / solid.r], solid }
}

const hitSolid = (solid: Solid, from: Vec, dir: Vec): Hit | undefined => {
  if (solid.kind === 'box') return hitBox(solid, from, dir)
  return solid.kind === 'ball' ? hitBall(solid, from, dir) : hitPost(solid, from, dir)
}

/** How far outside the foot of a solid the place x,z lies; nothing when the solid stands on another level than y. */
const outside = (solid: Solid, [x, y, z]: Vec): number => {
  const foot = solid.kind === 'box' ? solid.min[1] : solid.kind === 'ball' ? solid.at[1] - solid.r : solid.at[1]
  if (y > foot + 0.05 || foot - y > 0.6) return FAR
  const lift = (foot - y) * 0.6
  if (solid.kind !== 'box') return Math.max(0, Math.hypot(x - solid.at[0], z - solid.at[2]) - solid.r * 0.8) + lift
  const dx = Math.max(solid.min[0] - x, 0, x - solid.max[0])
  const dz = Math.max(solid.min[2] - z, 0, z - solid.max[2])
  return Math.hypot(dx, dz) + lift
}

const shadowAt = (room: Room, place: Vec, except?: Solid): number => {
  let light = 1
  for (const solid of room.solids) {
    if (solid === except || (solid.kind === 'ball' && solid.lit)) continue
    const distance = outside(solid, place)
    if (distance < 0.9) light *= 1 - 0.3 * Math.exp(-distance / 0.16)
  }
  return Math.max(0.45, light)
}

const shadeSolid = (room: Room, hit: Hit, place: Vec): Colour => {
  const { solid, normal } = hit
  if (solid.kind === 'ball' && solid.lit) return blend(solid.colour, [255, 252, 240], 0.5 + 0.4 * Math.abs(normal[1]))
  const lambert = 0.8 + 0.2 * normal[1] + 0.06 * normal[0] - 0.05 * normal[2]
  if (normal[1] > 0.9) return scale(solid.colour, lambert * shadowAt(room, place, solid))
  const base = solid.kind === 'box' ? solid.min[1] : place[1] - 1
  const grounded = crease(place[1] - base, 0.14, 0.25)
  return scale(solid.colour, lambert * grounded)
}

/** Looks through a doorway: `along` and `deep` are the wall's own direction and the way out of the room. */
const shadePassage = (open: Opening, along: number, y: number, dir: readonly [number, number, number]): Colour => {
  const [da, dy, dn] = dir
  const [left, right, top] = [open.from - 0.5, open.to + 0.5, open.top + 0.35]
  const ends = [PASSAGE / dn, ((da > 0 ? right : left) - along) / da, ((dy > 0 ? top : 0) - y) / dy]
  const t = Math.min(...ends.map((end) => (end > 0 ? end : FAR)))
  const [pa, py, pn] = [along + da * t, y + dy * t, dn * t]
  const deep = 0.86 + 0.14 * (pn / PASSAGE)
  const corners = crease(py, 0.16) * crease(top - py, 0.12) * crease(PASSAGE - pn, 0.1) * deep
  if (t === ends[0]) {
    const side = crease(pa - left, 0.16) * crease(right - pa, 0.16)
    return scale(open.wall, corners * side)
  }
  if (t === ends[1]) return scale(open.wall, corners * 0.94)
  return dy > 0 ? scale([250, 247, 240], corners) : scale(open.floor, corners)
}

const wallPlace = (room: Room, side: Side, [x, , z]: Vec): number => {
  const [w, , d] = room.size
  if (side === 'front') return x + w / 2
  if (side === 'back') return w / 2 - x
  return side === 'right' ? d / 2 - z : z + d / 2
}

const wallDirection = (side: Side, [x, y, z]: Vec): [number, number, number] => {
  if (side === 'front') return [x, y, z]
  if (side === 'back') return [-x, y, -z]
  return side === 'right' ? [-z, y, x] : [z, y, -x]
}

const shadeWall = (room: Room, side: Side, place: Vec, dir: Vec): Colour => {
  const along = wallPlace(room, side, place)
  const y = place[1]
  const door = room.openings.find((o) => o.side === side && along > o.from && along < o.to && y < o.top)
  if (door) return shadePassage(door, along, y, wallDirection(side, dir))
  const length = lengthOf(room, side)
  const soft = crease(along, 0.14) * crease(length - along, 0.14) * crease(y, 0.12) * crease(room.size[1] - y, 0.1)
  return scale(sample(room.walls[side], along / length, 1 - y / room.size[1]), soft)
}

const shadeFloor = (room: Room, place: Vec, dir: Vec, bounces: number): Colour => {
  const [w, , d] = room.size
  const [x, , z] = place
  const edge = Math.min(w / 2 - Math.abs(x), d / 2 - Math.abs(z))
  let light = crease(edge, 0.2) * shadowAt(room, place) * 0.94
  for (const [lx, lz] of room.lamps) light += 0.1 * Math.exp(-((x - lx) ** 2 + (z - lz) ** 2) / 1.1)
  const base = scale(sample(room.floor, x / w + 0.5, 0.5 - z / d), light)
  if (bounces === 0 || room.gloss === 0) return base
  const slope = 1 + dir[1] / Math.hypot(...dir)
  const mirrored = follow(room, [x, 0.0005, z], [dir[0], -dir[1], dir[2]], bounces - 1)
  return blend(base, mirrored, room.gloss * (0.12 + 0.88 * Math.max(0, slope) ** 3))
}

const shadeShell = (room: Room, axis: number, place: Vec, dir: Vec, bounces: number): Colour => {
  if (axis === 0) return shadeWall(room, dir[0] > 0 ? 'right' : 'left', place, dir)
  if (axis === 2) return shadeWall(room, dir[2] > 0 ? 'front' : 'back', place, dir)
  if (dir[1] < 0) return shadeFloor(room, place, dir, bounces)
  const [w, , d] = room.size
  const edge = Math.min(w / 2 - Math.abs(place[0]), d / 2 - Math.abs(place[2]))
  return scale(sample(room.ceiling, place[0] / w + 0.5, 0.5 - place[2] / d), crease(edge, 0.14, 0.5))
}

const nearest = (room: Room, from: Vec, dir: Vec, within: number): Hit | undefined => {
  let found: Hit | undefined
  for (const solid of room.solids) {
    const hit = hitSolid(solid, from, dir)
    if (hit && hit.t < (found?.t ?? within)) found = hit
  }
  return found
}

/** The colour seen from `from` along `dir` (any length); `bounces` is how often the floor may mirror. */
export const follow = (room: Room, from: Vec, dir: Vec, bounces = 1): Colour => {
  const [w, h, d] = room.size
  const low = [-w / 2, 0, -d / 2] as const
  const high = [w / 2, h, d / 2] as const
  let [t, axis] = [FAR, 1]
  for (const i of axes) {
    const end = ((dir[i] > 0 ? high[i] : low[i]) - from[i]) / (dir[i] || 1e-9)
    if (end > 0 && end < t) [t, axis] = [end, i]
  }
  const hit = nearest(room, from, dir, t)
  const reach = hit?.t ?? t
  const place: Vec = [from[0] + dir[0] * reach, from[1] + dir[1] * reach, from[2] + dir[2] * reach]
  return hit ? shadeSolid(room, hit, place) : shadeShell(room, axis, place, dir, bounces)
}
