import { failed } from './errors'
import { isDoc } from './value'

/** A unit vector from the centre of the sphere. */
export type Vector = readonly [number, number, number]

/** A place on the sphere, with the degrees it came from. */
export type Place = { longitude: number; latitude: number; vector: Vector }

/** The rings of a polygon, the first its outline, the others holes; each closed. */
export type Rings = Place[][]

/** A GeoJSON geometry taken apart. */
export type Geometry = { places: Place[]; lines: Place[][]; polygons: Rings[] }

/** The radius that MongoDB measures with, in metres. */
export const earthRadius = 6_378_100

export function place(longitude: unknown, latitude: unknown): Place | null {
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return null
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) return null
  const lambda = (longitude * Math.PI) / 180
  const phi = (latitude * Math.PI) / 180
  const vector: Vector = [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)]
  return { longitude, latitude, vector }
}

const pair = (value: unknown) => (Array.isArray(value) && value.length >= 2 ? place(value[0], value[1]) : null)

function listOf<T>(value: unknown, read: (item: unknown) => T | null, least: number): T[] | null {
  if (!Array.isArray(value) || value.length < least) return null
  const items = value.map(read)
  const known = items.filter((item) => item !== null)
  return known.length === items.length ? known : null
}

const line = (value: unknown) => listOf(value, pair, 2)

function ring(value: unknown): Place[] | null {
  const places = listOf(value, pair, 4)
  const [first, last] = [places?.[0], places?.[places.length - 1]]
  if (!places || !first || !last) return null
  return first.longitude === last.longitude && first.latitude === last.latitude ? places : null
}

const rings = (value: unknown) => listOf(value, ring, 1)

const readers: Record<string, (coordinates: unknown) => Geometry | null> = {
  Point: (value) => wrap(pair(value), (found) => ({ places: [found] })),
  LineString: (value) => wrap(line(value), (found) => ({ lines: [found] })),
  Polygon: (value) => wrap(rings(value), (found) => ({ polygons: [found] })),
  MultiPoint: (value) => wrap(listOf(value, pair, 1), (places) => ({ places })),
  MultiLineString: (value) => wrap(listOf(value, line, 1), (lines) => ({ lines })),
  MultiPolygon: (value) => wrap(listOf(value, rings, 1), (polygons) => ({ polygons })),
}

function wrap<T>(found: T | null, part: (found: T) => Partial<Geometry>): Geometry | null {
  return found === null ? null : { places: [], lines: [], polygons: [], ...part(found) }
}

/** Reads a stored value as GeoJSON, or as a pair of longitude and latitude; null where it is neither. */
export function readGeometry(value: unknown): Geometry | null {
  if (Array.isArray(value)) return wrap(value.length === 2 ? pair(value) : null, (found) => ({ places: [found] }))
  if (!isDoc(value)) return null
  if (value.type === 'GeometryCollection' && Array.isArray(value.geometries)) {
    const parts = value.geometries.map(readGeometry)
    const known = parts.filter((part) => part !== null)
    if (known.length < parts.length) return null
    return {
      places: known.flatMap((part) => part.places),
      lines: known.flatMap((part) => part.lines),
      polygons: known.flatMap((part) => part.polygons),
    }
  }
  const reader = typeof value.type === 'string' && Object.hasOwn(readers, value.type) ? readers[value.type] : undefined
  return reader ? reader(value.coordinates) : null
}

/** Reads a geometry of a request; refuses what is none. */
export function requireGeometry(value: unknown): Geometry {
  const geometry = readGeometry(value)
  if (!geometry) throw failed(`unknown or invalid GeoJSON: ${JSON.stringify(value)}`)
  return geometry
}
