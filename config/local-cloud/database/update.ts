import { arrayOperators } from './array-update'
import { invalid, notSupported, unknownOperator, writeFailed } from './errors'
import { compare, equal } from './order'
import { created, describe, locate, read, write } from './place'
import { copy, type Doc, isDoc } from './value'

type Change = (doc: Doc, path: string, operand: unknown) => void

const set: Change = (doc, path, operand) => write(created(doc, path), copy(operand))

const unset: Change = (doc, path) => {
  const place = locate(doc, path, false)
  if (!place) return
  if (!Array.isArray(place.holder)) delete place.holder[place.key]
  else if (Number(place.key) < place.holder.length) place.holder[Number(place.key)] = null
}

const arithmetic =
  (name: string, absent: number, apply: (a: number, b: number) => number): Change =>
  (doc, path, operand) => {
    if (typeof operand !== 'number') {
      throw writeFailed(`Cannot ${name} with non-numeric argument: {${path}: ${describe(operand)}}`)
    }
    const place = created(doc, path)
    const present = read(place)
    if (present !== undefined && typeof present !== 'number') {
      const type = present === null ? 'null' : Array.isArray(present) ? 'array' : typeof present
      throw writeFailed(
        `Cannot apply $${name === 'increment' ? 'inc' : 'mul'} to a value of non-numeric type. {_id: ${describe(doc._id)}} has the field '${place.key}' of non-numeric type ${type}`,
      )
    }
    write(place, present === undefined ? apply(absent, operand) : apply(present, operand))
  }

const extreme =
  (better: (order: number) => boolean): Change =>
  (doc, path, operand) => {
    const place = created(doc, path)
    const present = read(place)
    if (present === undefined || better(compare(operand, present))) write(place, copy(operand))
  }

const rename: Change = (doc, path, operand) => {
  if (typeof operand !== 'string' || operand === '')
    throw writeFailed(`The 'to' field for $rename must be a string: ${path}`)
  const place = locate(doc, path, false)
  const value = place ? read(place) : undefined
  if (!place || value === undefined) return
  if (Array.isArray(place.holder))
    throw writeFailed(`The source field for $rename may not be an array element: ${path}`)
  delete place.holder[place.key]
  write(created(doc, operand), value)
}

const bit: Change = (doc, path, operand) => {
  if (!isDoc(operand)) throw writeFailed('The $bit modifier is not compatible with a non-object')
  const place = created(doc, path)
  const present = read(place) ?? 0
  if (!Number.isInteger(present)) throw writeFailed(`Cannot apply $bit to a value of non-integral type: ${path}`)
  let value = BigInt(present as number)
  for (const [name, mask] of Object.entries(operand)) {
    if (!Number.isInteger(mask)) throw writeFailed('The $bit modifier field must be an Integer')
    const bits = BigInt(mask as number)
    if (name === 'and') value &= bits
    else if (name === 'or') value |= bits
    else if (name === 'xor') value ^= bits
    else throw writeFailed(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`)
  }
  write(place, Number(BigInt.asIntN(64, value)))
}

const operators: Record<string, Change> = {
  $set: set,
  $unset: unset,
  $inc: arithmetic('increment', 0, (a, b) => a + b),
  $mul: arithmetic('multiply', 0, (a, b) => a * b),
  $min: extreme((order) => order < 0),
  $max: extreme((order) => order > 0),
  $rename: rename,
  $bit: bit,
  ...arrayOperators,
}

/** Paths that an update writes; two may not be equal nor one lie within the other. */
function checkConflicts(paths: string[]): void {
  const seen = new Set<string>()
  for (const path of [...paths].sort((a, b) => a.length - b.length)) {
    const segments = path.split('.')
    for (let length = 1; length <= segments.length; length++) {
      const prefix = segments.slice(0, length).join('.')
      if (seen.has(prefix)) throw writeFailed(`Updating the path '${path}' would create a conflict at '${prefix}'`)
    }
    seen.add(path)
  }
}

function checkPath(path: string): void {
  const segments = path.split('.')
  if (segments.some((segment) => segment === '')) {
    throw writeFailed(`The update path '${path}' contains an empty field name, which is not allowed.`)
  }
  const positional = segments.find((segment) => segment.startsWith('$'))
  if (positional === '$' || positional?.startsWith('$[')) throw notSupported(`the positional operator in '${path}'`)
  if (positional)
    throw writeFailed(`The dollar ($) prefixed field '${positional}' in '${path}' is not valid for storage.`)
}

/** Whether data is a set of update operators and not a document. */
export const isUpdate = (data: Doc): boolean => (Object.keys(data)[0] ?? '').startsWith('$')

/** An update, checked and ready to be applied to any number of documents. */
export type Update = (doc: Doc) => Doc

/** Compiles update operators. The result leaves its argument alone and answers the changed copy. */
export function compileUpdate(data: Doc): Update {
  const changes: { change: Change; path: string; operand: unknown }[] = []
  for (const [name, fields] of Object.entries(data)) {
    const change = Object.hasOwn(operators, name) ? operators[name] : undefined
    if (!change)
      throw name.startsWith('$')
        ? unknownOperator(`Unknown modifier: ${name}`)
        : invalid(`'${name}' beside update operators`)
    if (!isDoc(fields)) throw writeFailed(`Modifiers operate on fields but we found another type for ${name}`)
    for (const [path, operand] of Object.entries(fields)) {
      checkPath(path)
      changes.push({ change, path, operand })
    }
  }
  const targets = changes.filter(({ change }) => change === rename).map(({ operand }) => String(operand))
  checkConflicts([...changes.map(({ path }) => path), ...targets])
  return (doc) => {
    const result = copy(doc)
    for (const { change, path, operand } of changes) change(result, path, operand)
    if (!equal(result._id, doc._id)) {
      throw writeFailed("Performing an update on the path '_id' would modify the immutable field '_id'")
    }
    return result
  }
}
