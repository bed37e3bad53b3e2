import { failed } from './errors'
import { readNear } from './geo'
import { readGeometry } from './geometry'
import { created, write } from './place'
import { copy, type Doc, getField, isDoc } from './value'

function valueAt(doc: Doc, path: string): unknown {
  return path.split('.').reduce<unknown>((value, field) => (isDoc(value) ? getField(value, field) : undefined), doc)
}

/** MongoDB takes the field of the collection's geo index; here the first field that holds a geometry stands for it. */
function geometryField(docs: Doc[]): string | null {
  for (const doc of docs) {
    const field = Object.keys(doc).find((name) => isDoc(doc[name]) && readGeometry(doc[name]) !== null)
    if (field) return field
  }
  return null
}

const number = (value: unknown, fallback: number) => (typeof value === 'number' ? value : fallback)

/** The `$geoNear` stage: documents by their distance from a point, nearest first, the distance (metres) written into each. */
export function geoNear(operand: unknown, read: (query: Doc) => Doc[]): Doc[] {
  if (!isDoc(operand)) throw failed('$geoNear needs an object')
  const { near, distanceField, key, includeLocs } = operand
  if (!isDoc(near)) throw failed('$geoNear requires near to be a Point')
  if (typeof distanceField !== 'string') throw failed('$geoNear requires a distanceField option as a String')
  const docs = read(isDoc(operand.query) ? operand.query : {})
  const path = typeof key === 'string' ? key : geometryField(docs)
  if (path === null) return []
  const request = { $geometry: near, $maxDistance: operand.maxDistance, $minDistance: operand.minDistance }
  const { distance } = readNear(path, request)
  const found = docs
    .map((doc) => ({ doc, location: valueAt(doc, path), distance: distance(valueAt(doc, path)) }))
    .filter((one): one is typeof one & { distance: number } => one.distance !== null)
    .sort((a, b) => a.distance - b.distance)
  const limit = number(operand.limit ?? operand.num, 100)
  return found.slice(0, limit).map(({ doc, location, distance: metres }) => {
    const result = copy(doc)
    write(created(result, distanceField), metres * number(operand.distanceMultiplier, 1))
    if (typeof includeLocs === 'string') write(created(result, includeLocs), copy(location))
    return result
  })
}
