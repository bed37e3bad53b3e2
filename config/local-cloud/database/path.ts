import { type Doc, getField, isDoc } from './value'

/** Whether a segment of a path can name a place in an array. */
export const isIndex = (segment: string) => /^(0|[1-9]\d*)$/.test(segment)

type Test = (leaf: unknown) => boolean

/**
 * Whether some value that a dotted path reaches passes the test. Arrays on the way are gone into; an array at the end is seen as
 * each of its elements and as itself when `expand` is set, as itself alone otherwise. A path that ends before its last segment
 * reaches `undefined`, unless it ends among the elements of an array.
 */
export function someLeaf(doc: Doc, path: readonly string[], expand: boolean, test: Test, at = 0): boolean {
  return someFrom(getField(doc, path[at] ?? ''), path, expand, test, at + 1)
}

function someFrom(value: unknown, path: readonly string[], expand: boolean, test: Test, at: number): boolean {
  if (at === path.length) return (expand && Array.isArray(value) && value.some(test)) || test(value)
  if (isDoc(value)) return someLeaf(value, path, expand, test, at)
  return Array.isArray(value) ? someAmong(value, path, expand, test, at) : test(undefined)
}

function someAmong(items: unknown[], path: readonly string[], expand: boolean, test: Test, at: number): boolean {
  const segment = path[at] ?? ''
  const named = isIndex(segment) && Number(segment) < items.length
  if (named && someFrom(items[Number(segment)], path, expand, test, at + 1)) return true
  return items.some((item) => isDoc(item) && someLeaf(item, path, expand, test, at))
}

/** What a path reaches for ordering and indexing: every value, and whether an array lay on the way. */
export type Reached = { values: unknown[]; throughArray: boolean }

/** A value in the place of an empty array's elements. */
export const emptyArray = Symbol('empty array')

/** The values under which a document is ordered and indexed by a path: at least one, `undefined` where there is none. */
export function reach(doc: Doc, path: readonly string[]): Reached {
  const reached: Reached = { values: [], throughArray: false }
  collect(getField(doc, path[0] ?? ''), path, 1, reached)
  if (reached.values.length === 0) reached.values.push(undefined)
  return reached
}

function collect(value: unknown, path: readonly string[], at: number, into: Reached): void {
  if (Array.isArray(value)) {
    into.throughArray = true
    if (at < path.length) {
      // Every document has an entry in an index, so an array with nothing to go into counts as an absent field.
      for (const item of value) collect(isDoc(item) ? getField(item, path[at] ?? '') : undefined, path, at + 1, into)
    } else if (value.length === 0) into.values.push(emptyArray)
    else into.values.push(...value)
  } else if (at === path.length) into.values.push(value)
  else collect(isDoc(value) ? getField(value, path[at] ?? '') : undefined, path, at + 1, into)
}
