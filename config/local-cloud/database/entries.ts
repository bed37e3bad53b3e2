import { writeFailed } from './errors'
import { invert } from './order'
import { isIndex, reach } from './path'
import { keyOf } from './sort'
import type { Doc } from './value'

/** One field of an index. */
export type IndexField = { field: string; path: string[]; descending: boolean }

/** An index: its table holds one row for each key of each document. `_id`'s is the table of documents itself. */
export type Index = {
  name: string
  table: string
  fields: IndexField[]
  unique: boolean
  /** Fields by which some document was ever entered through an array, a bit each, the first field's lowest. */
  arrays: number
}

/** Whether one document can have several keys. */
export const isMultikey = ({ arrays }: Index) => arrays !== 0

/** The keys a document has in an index, and the fields by which they come through an array. */
export type Entries = { keys: Buffer[]; arrays: number }

export function indexField(field: string, descending: boolean): IndexField {
  const path = field.split('.')
  if (path.some((segment) => segment === '' || isIndex(segment))) {
    throw new Error(`The index field '${field}' is no path of names`)
  }
  return { field, path, descending }
}

function uniqueKeys(keys: Buffer[]): Buffer[] {
  if (keys.length < 2) return keys
  const seen = new Map(keys.map((key) => [key.toString('latin1'), key]))
  return [...seen.values()]
}

/** The keys of a document in an index: one for each value an array gives, in every combination of a compound index. */
export function entriesOf(doc: Doc, index: Index): Entries {
  let keys: Buffer[] = []
  let arrayRoot: string | null = null
  let arrays = 0
  for (const [at, { path, descending }] of index.fields.entries()) {
    const { values, throughArray } = reach(doc, path)
    if (throughArray) {
      const root = path[0] ?? ''
      // MongoDB refuses the product of two independent arrays.
      if (arrayRoot !== null && arrayRoot !== root)
        throw writeFailed(`cannot index parallel arrays [${root}] [${arrayRoot}]`)
      arrayRoot = root
      arrays |= 1 << at
    }
    const parts = values.map((value) => (descending ? invert(keyOf(value)) : keyOf(value)))
    keys = at === 0 ? parts : keys.flatMap((key) => parts.map((part) => Buffer.concat([key, part])))
  }
  return { keys: uniqueKeys(keys), arrays }
}
