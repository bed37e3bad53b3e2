import { failed, notSupported, unknownOperator } from './errors'
import { regularExpression } from './ejson'
import { geoIntersects, geoWithin, readNear } from './geo'
import { compare, equal } from './order'
import { type Doc, isDoc, Rank, rankOf } from './value'

export type Test = (leaf: unknown) => boolean

/** Whether some of a field's values passes; `expand` looks at the elements of an array besides the array. */
export type Leaves = (test: Test, expand: boolean) => boolean

/** A condition on one field. */
export type FieldCondition = (leaves: Leaves) => boolean

/** The test that a value stands for in `{ field: value }`, `$in` and `$all`: a pattern for a regular expression, equality otherwise. */
export function valueTest(value: unknown): Test {
  if (value instanceof RegExp) return (leaf) => (typeof leaf === 'string' ? value.test(leaf) : equal(leaf, value))
  return equalTest(value)
}

function equalTest(value: unknown): Test {
  if (value === null || value === undefined) return (leaf) => leaf === null || leaf === undefined
  if (typeof value === 'string') return (leaf) => leaf === value
  return (leaf) => leaf !== undefined && equal(leaf, value)
}

const isNaNValue = (value: unknown) => typeof value === 'number' && Number.isNaN(value)

/** Ranges hold only between values of one type, as in MongoDB; MinKey and MaxKey stand outside all types. */
function rangeTest(operand: unknown, holds: (order: number) => boolean): Test {
  const rank = rankOf(operand)
  if (rank === Rank.nil) return (leaf) => rankOf(leaf) === Rank.nil && holds(0)
  if (rank === Rank.minKey || rank === Rank.maxKey) return (leaf) => leaf !== undefined && holds(compare(leaf, operand))
  if (rank === Rank.regexp) throw failed("Can't have RegExp as arg to predicate over field")
  return (leaf) => {
    if (rankOf(leaf) !== rank || leaf === undefined) return false
    if (isNaNValue(leaf) !== isNaNValue(operand)) return false
    return holds(compare(leaf, operand))
  }
}

function listOf(operand: unknown, name: string): unknown[] {
  if (!Array.isArray(operand)) throw failed(`${name} needs an array`)
  return operand
}

function inTest(operand: unknown, name: string): Test {
  const tests = listOf(operand, name).map(valueTest)
  const strings = new Set((operand as unknown[]).filter((item) => typeof item === 'string'))
  // A long list of ids is the usual case: one look-up, not one test an id.
  if (strings.size === tests.length) return (leaf) => typeof leaf === 'string' && strings.has(leaf)
  return (leaf) => tests.some((test) => test(leaf))
}

function modTest(operand: unknown): Test {
  const [divisor, remainder] = listOf(operand, '$mod')
  if (typeof divisor !== 'number' || typeof remainder !== 'number') throw failed('malformed mod, need to be numbers')
  if (Math.trunc(divisor) === 0) throw failed('divisor cannot be 0')
  return (leaf) => typeof leaf === 'number' && Math.trunc(leaf) % Math.trunc(divisor) === Math.trunc(remainder)
}

const typeTests: Record<string, Test> = {
  double: (leaf) => typeof leaf === 'number',
  string: (leaf) => typeof leaf === 'string',
  object: isDoc,
  array: Array.isArray,
  binData: (leaf) => rankOf(leaf) === Rank.binary,
  objectId: (leaf) => rankOf(leaf) === Rank.objectId,
  bool: (leaf) => typeof leaf === 'boolean',
  date: (leaf) => leaf instanceof Date,
  null: (leaf) => leaf === null,
  regex: (leaf) => leaf instanceof RegExp,
  int: (leaf) => Number.isInteger(leaf) && Math.abs(leaf as number) < 2 ** 31,
  timestamp: (leaf) => rankOf(leaf) === Rank.timestamp,
  long: (leaf) => Number.isInteger(leaf),
  decimal: (leaf) => rankOf(leaf) === Rank.number && typeof leaf !== 'number',
  number: (leaf) => rankOf(leaf) === Rank.number,
}

const typeNumbers: Record<number, string> = {
  1: 'double', 2: 'string', 3: 'object', 4: 'array', 5: 'binData', 7: 'objectId', 8: 'bool', 9: 'date',
  10: 'null', 11: 'regex', 16: 'int', 17: 'timestamp', 18: 'long', 19: 'decimal',
} // prettier-ignore

function typeTest(operand: unknown): Test {
  const tests = (Array.isArray(operand) ? operand : [operand]).map((type: unknown) => {
    const test = typeTests[typeof type === 'number' ? (typeNumbers[type] ?? '') : String(type)]
    if (!test) throw failed(`Unknown type name alias: ${String(type)}`)
    return test
  })
  return (leaf) => tests.some((test) => test(leaf))
}

function regexTest(operand: unknown, siblings: Doc): Test {
  const options = typeof siblings.$options === 'string' ? siblings.$options : undefined
  if (operand instanceof RegExp && options === undefined) return valueTest(operand)
  const source = operand instanceof RegExp ? operand.source : operand
  if (typeof source !== 'string') throw failed('$regex has to be a string')
  return valueTest(regularExpression(source, options ?? ''))
}

function sizeTest(operand: unknown): Test {
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0) {
    throw failed(`Failed to parse $size. Expected a non-negative integer in: ${JSON.stringify(operand)}`)
  }
  return (leaf) => Array.isArray(leaf) && leaf.length === operand
}

function bitsTest(operand: unknown, holds: (value: bigint, mask: bigint) => boolean): Test {
  const places = Array.isArray(operand) ? operand : null
  const mask = places
    ? places.reduce((sum: bigint, at) => sum | (1n << BigInt(Number(at))), 0n)
    : BigInt(Number(operand))
  return (leaf) => Number.isSafeInteger(leaf) && holds(BigInt.asUintN(64, BigInt(leaf as number)), mask)
}

/** Operators that pass when some value of the field passes. The second argument holds the operators written beside it. */
export const tests: Record<string, (operand: unknown, siblings: Doc) => Test> = {
  $eq: equalTest,
  $gt: (operand) => rangeTest(operand, (order) => order > 0),
  $gte: (operand) => rangeTest(operand, (order) => order >= 0),
  $lt: (operand) => rangeTest(operand, (order) => order < 0),
  $lte: (operand) => rangeTest(operand, (order) => order <= 0),
  $in: (operand) => inTest(operand, '$in'),
  $mod: modTest,
  $type: typeTest,
  $regex: regexTest,
  $geoWithin: geoWithin,
  $geoIntersects: geoIntersects,
  $nearSphere: nearTest,
  $near: nearTest,
  $bitsAllSet: (operand) => bitsTest(operand, (value, mask) => (value & mask) === mask),
  $bitsAnySet: (operand) => bitsTest(operand, (value, mask) => (value & mask) !== 0n),
  $bitsAllClear: (operand) => bitsTest(operand, (value, mask) => (value & mask) === 0n),
  $bitsAnyClear: (operand) => bitsTest(operand, (value, mask) => (value & mask) !== mask),
}

function nearTest(operand: unknown): Test {
  const near = readNear('', operand)
  return (leaf) => near.distance(leaf) !== null
}

/** Operators that look at the array itself, not at its elements. */
export const wholeTests: Record<string, (operand: unknown) => Test> = {
  $size: sizeTest,
  $exists: () => (leaf) => leaf !== undefined,
}

/** Operators that are the opposite of one in `tests`. */
export const opposites: Record<string, string> = { $ne: '$eq', $nin: '$in' }

/** Refuses an operator by name: one that exists but not here, or one that exists nowhere. */
export function refuseOperator(name: string): never {
  const known = ['$where', '$text', '$jsonSchema', '$uniqueDocs', '$maxDistance', '$minDistance', '$search']
  throw known.includes(name) ? notSupported(name) : unknownOperator(`unknown operator: ${name}`)
}
