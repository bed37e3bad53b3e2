import { failed, notSupported } from './errors'
import { earthRadius, type Geometry, place, readGeometry, requireGeometry } from './geometry'
import { angleTo, intersects, within, withinAngle } from './sphere'
import { type Doc, isDoc } from './value'

type Test = (leaf: unknown) => boolean

const onGeometry =
  (test: (geometry: Geometry) => boolean): Test =>
  (leaf) => {
    const geometry = readGeometry(leaf)
    return geometry !== null && test(geometry)
  }

/** `$geoWithin`: a polygon, several, or a circle on the sphere. */
export function geoWithin(operand: unknown): Test {
  if (!isDoc(operand)) throw failed('$geoWithin needs an object')
  if ('$centerSphere' in operand) {
    const [centre, radius] = Array.isArray(operand.$centerSphere) ? operand.$centerSphere : []
    const at = Array.isArray(centre) ? place(centre[0], centre[1]) : null
    if (!at || typeof radius !== 'number' || radius < 0) throw failed('$centerSphere is invalid')
    return onGeometry((geometry) => withinAngle(geometry, at.vector, radius))
  }
  if (!('$geometry' in operand)) throw notSupported(`$geoWithin with ${Object.keys(operand).join()}`)
  const outer = requireGeometry(operand.$geometry)
  if (outer.polygons.length === 0) throw failed('$geoWithin needs a Polygon or a MultiPolygon')
  return onGeometry((geometry) => within(geometry, outer.polygons))
}

/** `$geoIntersects` with any geometry. */
export function geoIntersects(operand: unknown): Test {
  if (!isDoc(operand) || !('$geometry' in operand)) throw failed('$geoIntersects needs a $geometry')
  const other = requireGeometry(operand.$geometry)
  return onGeometry((geometry) => intersects(geometry, other))
}

/** A request for what is near a point, nearest first. Distances are in metres. */
export type Near = { path: string; distance(value: unknown): number | null }

function metres(value: unknown, name: string): number | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'number' || value < 0) throw failed(`${name} must be a non-negative number`)
  return value
}

/** Reads the operand of `$near` or `$nearSphere`. `distance` answers null for what lies outside the asked distances. */
export function readNear(path: string, operand: unknown): Near {
  if (!isDoc(operand) || !('$geometry' in operand)) throw failed('$nearSphere needs a $geometry')
  const point = requireGeometry(operand.$geometry).places[0]
  if (!point) throw failed('$nearSphere needs a Point')
  const most = metres(operand.$maxDistance, '$maxDistance') ?? Infinity
  const least = metres(operand.$minDistance, '$minDistance') ?? 0
  return {
    path,
    distance(value) {
      const geometry = readGeometry(value)
      if (!geometry) return null
      const distance = angleTo(point.vector, geometry) * earthRadius
      return distance >= least && distance <= most ? distance : null
    },
  }
}

/** The request for nearness within a condition, if there is one; MongoDB allows one, at the top. */
export function findNear(query: Doc): Near | null {
  for (const [field, condition] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(condition)) {
      const found = condition.filter(isDoc).map(findNear).find(Boolean)
      if (found) return found
    } else if (isDoc(condition)) {
      const operand = condition.$nearSphere ?? condition.$near
      if (operand !== undefined) return readNear(field, operand)
    }
  }
  return null
}
