import { writeFailed } from './errors'
import { isIndex } from './path'
import { type Doc, getField, isDoc, setField } from './value'

/** Where an update applies: the object or array that holds the place, and the name of the place in it. */
export type Place = { holder: Doc | unknown[]; key: string }

/** The value at a place, undefined where there is none. */
export const read = ({ holder, key }: Place): unknown =>
  Array.isArray(holder) ? holder[Number(key)] : getField(holder, key)

/** Writes a place; an array grows with nulls up to it, as in MongoDB. */
export function write({ holder, key }: Place, value: unknown): void {
  if (!Array.isArray(holder)) return setField(holder, key, value)
  if (Number(key) > holder.length + 1_500_000) throw writeFailed("can't backfill array to that size")
  while (holder.length < Number(key)) holder.push(null)
  holder[Number(key)] = value
}

export function describe(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined'
}

/** Goes one step down a path, making an object where there is nothing and `create` is set. */
function stepInto(place: Place, next: string, create: boolean): Doc | unknown[] | null {
  const value = read(place)
  if (isDoc(value) || Array.isArray(value)) return value
  if (!create) return null
  if (value !== undefined)
    throw writeFailed(`Cannot create field '${next}' in element {${place.key}: ${describe(value)}}`)
  const made: Doc = {}
  write(place, made)
  return made
}

/**
 * Finds the place a dotted path names. With `create`, missing objects on the way are made; without, a missing one answers null.
 * A value on the way that is neither object nor array is refused as MongoDB refuses it.
 */
export function locate(doc: Doc, path: string, create: boolean): Place | null {
  const segments = path.split('.')
  let holder: Doc | unknown[] | null = doc
  for (const [at, key] of segments.entries()) {
    if (!holder) return null
    if (Array.isArray(holder) && !isIndex(key)) {
      if (!create) return null
      throw writeFailed(`Cannot create field '${key}' in element {${segments[at - 1] ?? ''}: ${describe(holder)}}`)
    }
    const next = segments[at + 1]
    if (next === undefined) return { holder, key }
    holder = stepInto({ holder, key }, next, create)
  }
  return null
}

/** `locate`, making what is missing. */
export const created = (doc: Doc, path: string): Place => {
  const place = locate(doc, path, true)
  if (!place) throw writeFailed(`'${path}' is no valid path`)
  return place
}
