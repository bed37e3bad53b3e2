import { failed } from './errors'
import { emptyKey, encode, invert, nilKey } from './order'
import { emptyArray, reach } from './path'
import { type Doc, isDoc } from './value'

/** One field of an order. */
export type SortField = { field: string; path: string[]; descending: boolean }

/** Reads `{ field: 1 | -1 }`, the fields in their order. */
export function readSort(order: unknown): SortField[] {
  if (!isDoc(order)) throw failed('the order must be an object')
  return Object.entries(order).map(([field, direction]) => {
    if (direction !== 1 && direction !== -1)
      throw failed('$sort key ordering must be 1 (for ascending) or -1 (for descending)')
    return { field, path: field.split('.'), descending: direction === -1 }
  })
}

/** The key of one reached value, in ascending order. */
export function keyOf(value: unknown): Buffer {
  if (value === emptyArray) return emptyKey
  return value === undefined ? nilKey : encode(value)
}

/** The key by which one field orders a document: the least of an array ascending, the greatest descending. */
function fieldKey(doc: Doc, { path, descending }: SortField): Buffer {
  const { values } = reach(doc, path)
  let best = keyOf(values[0])
  for (let i = 1; i < values.length; i++) {
    const key = keyOf(values[i])
    if (Buffer.compare(key, best) > 0 === descending) best = key
  }
  return descending ? invert(best) : best
}

/** Bytes that order documents as the fields ask when compared. */
export function sortKey(doc: Doc, fields: readonly SortField[]): Buffer {
  if (fields.length === 1 && fields[0]) return fieldKey(doc, fields[0])
  return Buffer.concat(fields.map((field) => fieldKey(doc, field)))
}

/** Sorts stably. */
export function sortDocs(docs: readonly Doc[], fields: readonly SortField[]): Doc[] {
  const keyed = docs.map((doc) => ({ doc, key: sortKey(doc, fields) }))
  return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ doc }) => doc)
}
