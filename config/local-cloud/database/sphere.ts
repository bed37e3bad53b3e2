import type { Geometry, Place, Rings, Vector } from './geometry'

/** Angles below this (about six millimetres on the ground) count as none. */
const epsilon = 1e-9

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]

const norm = (a: Vector) => Math.sqrt(dot(a, a))

/** The angle between two places, in radians; exact for small angles too. */
export const angle = (a: Vector, b: Vector) => Math.atan2(norm(cross(a, b)), dot(a, b))

type Segment = readonly [Vector, Vector]

const segmentsOf = (places: readonly Place[]): Segment[] =>
  places.slice(1).map((end, index): Segment => [places[index]!.vector, end.vector])

/** The least angle from a place to an arc of a great circle. */
function angleToSegment(p: Vector, [a, b]: Segment): number {
  const normal = cross(a, b)
  const length = norm(normal)
  if (length < 1e-15) return angle(p, a)
  // The foot of the perpendicular lies between the ends exactly when p is on the inner side of both.
  const inside = dot(cross(normal, a), p) >= 0 && dot(cross(b, normal), p) >= 0
  if (inside) return Math.abs(Math.asin(Math.max(-1, Math.min(1, dot(normal, p) / length))))
  return Math.min(angle(p, a), angle(p, b))
}

const onSegment = (p: Vector, segment: Segment) => angleToSegment(p, segment) < epsilon

/** Whether two arcs cross each other away from their ends. */
function crosses([a, b]: Segment, [c, d]: Segment): boolean {
  const ab = cross(a, b)
  const cd = cross(c, d)
  const sides = [dot(ab, c), dot(ab, d), dot(cd, a), dot(cd, b)] as const
  if (sides.some((side) => Math.abs(side) < 1e-14)) return false
  if (sides[0] > 0 === sides[1] > 0 || sides[2] > 0 === sides[3] > 0) return false
  // Great circles meet twice; the arcs share the meeting point only on the same half of the sphere.
  return dot([a[0] + b[0], a[1] + b[1], a[2] + b[2]], [c[0] + d[0], c[1] + d[1], c[2] + d[2]]) > 0
}

const meets = (one: Segment, other: Segment) =>
  crosses(one, other) ||
  onSegment(one[0], other) ||
  onSegment(one[1], other) ||
  onSegment(other[0], one) ||
  onSegment(other[1], one)

function onRing(p: Vector, ring: readonly Place[]): boolean {
  return segmentsOf(ring).some((segment) => onSegment(p, segment))
}

/** Whether the ring winds around the place, as seen from the place; the side with the smaller area is the inside. */
function windsAround(p: Vector, ring: readonly Place[]): boolean {
  const sum: [number, number, number] = [0, 0, 0]
  for (const { vector } of ring) for (const axis of [0, 1, 2] as const) sum[axis] += vector[axis]
  if (dot(p, sum) <= 0) return false
  let total = 0
  for (const [a, b] of segmentsOf(ring)) {
    const u = cross(p, a)
    const v = cross(p, b)
    total += Math.atan2(dot(p, cross(u, v)), dot(u, v))
  }
  return Math.abs(total) > Math.PI
}

const inRings = (p: Vector, [outline, ...holes]: Rings) =>
  outline !== undefined &&
  (onRing(p, outline) || (windsAround(p, outline) && !holes.some((hole) => windsAround(p, hole) && !onRing(p, hole))))

const inSome = (p: Vector, polygons: readonly Rings[]) => polygons.some((polygon) => inRings(p, polygon))

const paths = (geometry: Geometry) => [...geometry.lines, ...geometry.polygons.flat()]

const vertices = (geometry: Geometry) => [...geometry.places, ...paths(geometry).flat()].map(({ vector }) => vector)

const segments = (geometry: Geometry) => paths(geometry).flatMap(segmentsOf)

const touches = (p: Vector, geometry: Geometry) =>
  inSome(p, geometry.polygons) ||
  geometry.places.some(({ vector }) => angle(p, vector) < epsilon) ||
  segments(geometry).some((segment) => onSegment(p, segment))

/** Whether two geometries have a place in common. */
export function intersects(a: Geometry, b: Geometry): boolean {
  if (vertices(a).some((p) => touches(p, b)) || vertices(b).some((p) => touches(p, a))) return true
  const others = segments(b)
  return segments(a).some((one) => others.some((other) => meets(one, other)))
}

/** Whether a geometry lies wholly within the polygons, edges included. */
export function within(inner: Geometry, polygons: readonly Rings[]): boolean {
  if (!vertices(inner).every((p) => inSome(p, polygons))) return false
  const edges = polygons.flat().flatMap(segmentsOf)
  if (segments(inner).some((one) => edges.some((other) => crosses(one, other)))) return false
  const holes = polygons.flatMap(([, ...rest]) => rest)
  return !holes.some((hole) =>
    hole.some(({ vector }) =>
      inner.polygons.some(([outline]) => outline && windsAround(vector, outline) && !onRing(vector, outline)),
    ),
  )
}

/** The least angle from a place to a geometry, in radians; 0 inside a polygon. */
export function angleTo(p: Vector, geometry: Geometry): number {
  if (inSome(p, geometry.polygons)) return 0
  const toPlaces = geometry.places.map(({ vector }) => angle(p, vector))
  return Math.min(...toPlaces, ...segments(geometry).map((segment) => angleToSegment(p, segment)))
}

/** Whether every vertex lies within the angle of the centre. */
export const withinAngle = (geometry: Geometry, centre: Vector, radius: number) =>
  vertices(geometry).every((p) => angle(p, centre) <= radius + 1e-12)
