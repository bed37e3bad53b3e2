import { writeFailed } from './errors'
import { compileQuery, isOperators } from './match'
import { compare, equal } from './order'
import { reach } from './path'
import { locate, type Place, read, write } from './place'
import { copy, type Doc, isDoc } from './value'

type Change = (doc: Doc, path: string, operand: unknown) => void

function arrayAt(
  doc: Doc,
  path: string,
  create: boolean,
  operator: string,
): { place: Place; values: unknown[] } | null {
  const place = locate(doc, path, create)
  if (!place) return null
  const present = read(place)
  if (Array.isArray(present)) return { place, values: present }
  if (present !== undefined) {
    const type = present === null ? 'null' : typeof present
    throw writeFailed(
      `The field '${path}' must be an array but is of type ${type} in document {_id: ${JSON.stringify(doc._id)}} (${operator})`,
    )
  }
  return create ? { place, values: [] } : null
}

type PushOptions = { each: unknown[]; position?: number; slice?: number; sort?: unknown }

const pushModifiers = ['$each', '$position', '$slice', '$sort']

function whole(value: unknown, name: string): number | undefined {
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw writeFailed(`The value for ${name} must be an integer value`)
  return value
}

function pushOptions(operand: unknown): PushOptions {
  if (!isDoc(operand) || !pushModifiers.some((name) => name in operand)) return { each: [operand] }
  const unknown = Object.keys(operand).find((name) => !pushModifiers.includes(name))
  if (unknown) throw writeFailed(`Unrecognized clause in $push: ${unknown}`)
  if (!Array.isArray(operand.$each)) throw writeFailed('The argument to $each in $push must be an array')
  return {
    each: operand.$each,
    position: whole(operand.$position, '$position'),
    slice: whole(operand.$slice, '$slice'),
    sort: operand.$sort,
  }
}

function sorter(sort: unknown): (a: unknown, b: unknown) => number {
  if (sort === 1 || sort === -1) return (a, b) => sort * compare(a, b)
  if (!isDoc(sort))
    throw writeFailed(
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    )
  const keys = Object.entries(sort).map(([field, direction]) => ({
    path: field.split('.'),
    direction: Number(direction),
  }))
  const at = (value: unknown, path: string[]) => (isDoc(value) ? reach(value, path).values[0] : undefined)
  return (a, b) => {
    for (const { path, direction } of keys) {
      const order = compare(at(a, path), at(b, path))
      if (order !== 0) return direction * order
    }
    return 0
  }
}

const push: Change = (doc, path, operand) => {
  const { each, position, slice, sort } = pushOptions(operand)
  const order = sort === undefined ? null : sorter(sort)
  const found = arrayAt(doc, path, true, '$push')
  if (!found) return
  const values = [...found.values]
  values.splice(position ?? values.length, 0, ...each.map(copy))
  if (order) values.sort(order)
  const kept = slice === undefined ? values : slice < 0 ? values.slice(slice) : values.slice(0, slice)
  write(found.place, kept)
}

const addToSet: Change = (doc, path, operand) => {
  const each = isDoc(operand) && '$each' in operand ? operand.$each : [operand]
  if (!Array.isArray(each)) throw writeFailed('The argument to $each in $addToSet must be an array')
  const found = arrayAt(doc, path, true, '$addToSet')
  if (!found) return
  const values = [...found.values]
  for (const item of each) if (!values.some((value) => equal(value, item))) values.push(copy(item))
  write(found.place, values)
}

const pop: Change = (doc, path, operand) => {
  if (operand !== 1 && operand !== -1) throw writeFailed(`$pop expects 1 or -1, found: ${JSON.stringify(operand)}`)
  const found = arrayAt(doc, path, false, '$pop')
  if (found) write(found.place, operand === 1 ? found.values.slice(0, -1) : found.values.slice(1))
}

/** What `$pull` removes: by operators or a pattern on the value, by a condition on an object, or by equality. */
function pullTest(operand: unknown): (value: unknown) => boolean {
  if (isDoc(operand) && !isOperators(operand)) {
    const predicate = compileQuery(operand)
    return (value) => isDoc(value) && predicate(value)
  }
  if (isOperators(operand) || operand instanceof RegExp) {
    const predicate = compileQuery({ value: operand })
    return (value) => predicate({ value })
  }
  return (value) => equal(value, operand)
}

const pull: Change = (doc, path, operand) => {
  const test = pullTest(operand)
  const found = arrayAt(doc, path, false, '$pull')
  if (found)
    write(
      found.place,
      found.values.filter((value) => !test(value)),
    )
}

const pullAll: Change = (doc, path, operand) => {
  if (!Array.isArray(operand)) throw writeFailed('$pullAll requires an array argument')
  const found = arrayAt(doc, path, false, '$pullAll')
  if (found)
    write(
      found.place,
      found.values.filter((value) => !operand.some((item) => equal(item, value))),
    )
}

/** The update operators on arrays. */
export const arrayOperators: Record<string, Change> = {
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
}
