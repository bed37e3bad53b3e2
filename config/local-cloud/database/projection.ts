import { failed, notSupported } from './errors'
import { compileQuery, isOperators } from './match'
import { type Doc, getField, isDoc, setField } from './value'

/** Makes what a `get` answers from a stored document; leaves its argument alone. */
export type Project = (doc: Doc) => Doc

/** What keeps or leaves out whole fields of a document: their names alone say all of it. */
export type Cut = { names: string[]; keep: boolean }

type Tree = Map<string, Tree | true>

type Parsed = { included: Tree; excluded: Tree; id: boolean | null; operators: [string, Doc][]; inclusive: boolean }

function plant(tree: Tree, path: string[], whole: string): void {
  const [segment = '', ...rest] = path
  const present = tree.get(segment)
  if (present === true || (present && rest.length === 0)) throw failed(`Path collision at ${whole}`)
  if (rest.length === 0) {
    tree.set(segment, true)
    return
  }
  const next: Tree = present ?? new Map<string, Tree | true>()
  tree.set(segment, next)
  plant(next, rest, whole)
}

const isOff = (value: unknown) => value === 0 || value === false

function parseField(parsed: Parsed, path: string, value: unknown): void {
  if (path === '_id' && !isDoc(value)) parsed.id = !isOff(value)
  else if (isOperators(value)) {
    parsed.operators.push([path, value])
    if ('$elemMatch' in value) parsed.inclusive = true
  } else if (isDoc(value)) {
    for (const [field, inner] of Object.entries(value)) parseField(parsed, `${path}.${field}`, inner)
  } else plant(isOff(value) ? parsed.excluded : parsed.included, path.split('.'), path)
}

function parse(projection: Doc): Parsed {
  const parsed: Parsed = { included: new Map(), excluded: new Map(), id: null, operators: [], inclusive: false }
  for (const [path, value] of Object.entries(projection)) parseField(parsed, path, value)
  if (parsed.included.size > 0 && parsed.excluded.size > 0) {
    throw failed('Projection cannot have a mix of inclusion and exclusion.')
  }
  parsed.inclusive ||= parsed.included.size > 0 || (parsed.id === true && parsed.excluded.size === 0)
  return parsed
}

function include(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((item) => include(item, tree)).filter((item) => item !== undefined)
  if (!isDoc(value)) return undefined
  const result: Doc = {}
  for (const field of Object.keys(value)) {
    const node = tree.get(field)
    const kept = node === true ? value[field] : node ? include(value[field], node) : undefined
    if (kept !== undefined) setField(result, field, kept)
  }
  return result
}

function exclude(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((item) => exclude(item, tree))
  if (!isDoc(value)) return value
  const result: Doc = {}
  for (const field of Object.keys(value)) {
    const node = tree.get(field)
    if (node !== true) setField(result, field, node ? exclude(value[field], node) : value[field])
  }
  return result
}

function slice(values: unknown[], operand: unknown): unknown[] {
  if (typeof operand === 'number') return operand < 0 ? values.slice(operand) : values.slice(0, operand)
  const [skip, limit] = Array.isArray(operand) ? operand : []
  if (typeof skip !== 'number' || typeof limit !== 'number' || limit <= 0)
    throw failed('$slice needs a number or [skip, limit]')
  const start = skip < 0 ? Math.max(0, values.length + skip) : skip
  return values.slice(start, start + limit)
}

type Shape = (value: unknown) => unknown

function operatorShape(path: string, operator: Doc): Shape {
  if ('$slice' in operator) return (value) => (Array.isArray(value) ? slice(value, operator.$slice) : value)
  if ('$elemMatch' in operator) {
    const predicate = compileQuery({ value: { $elemMatch: operator.$elemMatch } })
    return (value) => {
      const first = Array.isArray(value) ? value.find((item) => predicate({ value: [item] })) : undefined
      return first === undefined ? undefined : [first]
    }
  }
  throw notSupported(`the projection ${Object.keys(operator).join()} of '${path}'`)
}

function reshape(doc: Doc, path: string[], shape: Shape): Doc {
  const [segment = '', ...rest] = path
  const present = getField(doc, segment)
  if (present === undefined) return doc
  const next = rest.length === 0 ? shape(present) : isDoc(present) ? reshape(present, rest, shape) : present
  const result: Doc = {}
  for (const field of Object.keys(doc)) {
    const value = field === segment ? next : doc[field]
    if (value !== undefined) setField(result, field, value)
  }
  return result
}

/** Compiles a projection: fields to keep or to leave out, `$slice` and `$elemMatch`. `_id` is kept unless it is 0. */
export function compileProjection(projection: Doc): Project {
  const { included, excluded, id, operators, inclusive } = parse(projection)
  const shapes = operators.map(([path, operator]) => ({ path: path.split('.'), shape: operatorShape(path, operator) }))
  if (inclusive) {
    if (id !== false) included.set('_id', true)
    for (const { path } of shapes) plant(included, path, path.join('.'))
  } else if (id === false) excluded.set('_id', true)
  return (doc) => {
    const kept = inclusive ? include(doc, included) : exclude(doc, excluded)
    return shapes.reduce((result, { path, shape }) => reshape(result, path, shape), kept as Doc)
  }
}

/** A projection as a cut, for those who can make it without the parsed document; null where it says more. */
export function cutFor(projection: Doc): Cut | null {
  const { included, excluded, id, operators, inclusive } = parse(projection)
  const tree = inclusive ? included : excluded
  if (operators.length > 0 || ![...tree].every(([name, node]) => node === true && /^\w+$/.test(name))) return null
  const names = [...tree.keys(), ...((inclusive ? id !== false : id === false) ? ['_id'] : [])]
  return names.length > 0 ? { names, keep: inclusive } : null
}
