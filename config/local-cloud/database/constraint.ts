import type { Variables } from './expression'
import { isOperators } from './match'
import { emptyKey, encode, invert, nilKey, successor } from './order'
import { type Doc, isDoc, Rank, rankOf } from './value'

/** A place between keys: before or after every key that begins with `key`. */
export type Bound = { key: Buffer; after: boolean }

/** The keys from one bound to another, in ascending order of values. */
export type Range = { from: Bound; to: Bound }

/**
 * What a condition says about one field, as keys: a document satisfies the condition only if the field gives it a key in one of
 * the ranges. `exact` says that the converse holds too where no array is involved.
 */
export type Constraint = {
  field: string
  ranges: Range[]
  exact: boolean
  /** Usable only where no array lies on the field's path. */
  plain?: boolean
}

/** What a whole condition says. `complete`: the constraints are all it says. `ors`: the branches of each `$or` in it. */
export type Extraction = { constraints: Constraint[]; complete: boolean; ors: Doc[][] }

type Ranges = { ranges: Range[]; exact: boolean }

const point = (key: Buffer): Range => ({ from: { key, after: false }, to: { key, after: true } })

/** Whether a range holds one value alone. */
export const isPoint = ({ from, to }: Range) => !from.after && to.after && from.key.equals(to.key)

/** A bound as bytes, in the direction of an index field. In descending keys a lower bound is an upper one and the reverse. */
export function boundBytes({ key, after }: Bound, descending: boolean): Buffer {
  const bytes = descending ? invert(key) : key
  return after === descending ? bytes : (successor(bytes) ?? Buffer.from([0xff]))
}

function equality(value: unknown): Ranges | null {
  if (value instanceof RegExp) return null
  if (value === null || value === undefined) return { ranges: [point(nilKey)], exact: true }
  if (!Array.isArray(value)) return { ranges: [point(encode(value))], exact: true }
  // An equal array is entered by its elements; an array that holds an equal one, by that one.
  const first = value.length === 0 ? emptyKey : value[0] === null ? nilKey : encode(value[0])
  return { ranges: [point(first), point(encode(value))], exact: false }
}

const comparable = new Set<number>([Rank.number, Rank.string, Rank.boolean, Rank.date, Rank.objectId])

const nanKey = encode(NaN)

function bracket(rank: number): Range {
  const key = Buffer.from([rank])
  const from = rank === Rank.number ? { key: nanKey, after: true } : { key, after: false }
  return { from, to: { key, after: true } }
}

function comparison(operator: string, value: unknown): Ranges | null {
  if (value === null && (operator === '$gte' || operator === '$lte')) return { ranges: [point(nilKey)], exact: true }
  const rank = rankOf(value)
  if (!comparable.has(rank) || Number.isNaN(value)) return null
  const key = encode(value)
  const { from, to } = bracket(rank)
  const ranges: Record<string, Range> = {
    $gt: { from: { key, after: true }, to },
    $gte: { from: { key, after: false }, to },
    $lt: { from, to: { key, after: false } },
    $lte: { from, to: { key, after: true } },
  }
  const range = ranges[operator]
  return range ? { ranges: [range], exact: true } : null
}

function union(values: unknown[]): Ranges | null {
  const found = values.map(equality)
  if (found.some((part) => part === null)) return null
  const parts = found as Ranges[]
  const distinct = new Map(
    parts.flatMap(({ ranges }) => ranges).map((range) => [range.from.key.toString('latin1'), range]),
  )
  const ranges = [...distinct.values()].sort((a, b) => Buffer.compare(a.from.key, b.from.key))
  return { ranges, exact: parts.every(({ exact }) => exact) }
}

/** The text that every match of an anchored pattern begins with; empty where there is none. */
function literalPrefix(pattern: RegExp): string {
  if (pattern.flags.replace('u', '') !== '' || pattern.source.includes('|')) return ''
  const literal = /^\^([\w\s\u0080-\uffff:@#%&=<>,;"'~/-]+)/.exec(pattern.source)?.[1] ?? ''
  const following = pattern.source[literal.length + 1] ?? ''
  return '*?{'.includes(following) && following !== '' ? literal.slice(0, -1) : literal
}

function pattern(value: RegExp): Ranges | null {
  const prefix = literalPrefix(value)
  // A surrogate pair cut in two would not be the prefix of its own encoding.
  if (prefix === '' || /[\ud800-\udfff]/.test(prefix)) return null
  // Without the two bytes that end a text.
  const key = encode(prefix).subarray(0, -2)
  return { ranges: [{ from: { key, after: false }, to: { key, after: true } }], exact: false }
}

/** All of several values is each of them; all of none is nothing. */
function fromAll(items: unknown[], field: string, into: Extraction): void {
  for (const item of items) {
    if (isDoc(item) && '$elemMatch' in item) fromElemMatch(item.$elemMatch, field, into)
    else add(into, field, item instanceof RegExp ? pattern(item) : equality(item))
  }
  if (items.length === 0) into.complete = false
}

function fromElemMatch(criteria: unknown, field: string, into: Extraction): void {
  into.complete = false
  if (!isDoc(criteria)) return
  const inner: Extraction = { constraints: [], complete: true, ors: [] }
  if (isOperators(criteria) && !Object.keys(criteria).some((key) => ['$and', '$or', '$nor', '$expr'].includes(key))) {
    fromOperators(field, criteria, inner)
    into.constraints.push(...inner.constraints.map((part) => ({ ...part, exact: false })))
    return
  }
  fromQuery(criteria, inner)
  into.constraints.push(
    ...inner.constraints.map((part) => ({ ...part, field: `${field}.${part.field}`, exact: false })),
  )
}

function add(into: Extraction, field: string, found: Ranges | null): void {
  if (found) into.constraints.push({ field, ...found })
  if (!found?.exact) into.complete = false
}

type Read = (operand: unknown, field: string, into: Extraction) => void

const listed =
  (read: (items: unknown[], field: string, into: Extraction) => void): Read =>
  (operand, field, into) => {
    if (Array.isArray(operand)) read(operand, field, into)
    else into.complete = false
  }

const compared =
  (name: string): Read =>
  (operand, field, into) =>
    add(into, field, comparison(name, operand))

const readers: Record<string, Read> = {
  $eq: (operand, field, into) => add(into, field, equality(operand)),
  $in: listed((items, field, into) => add(into, field, union(items))),
  $all: listed(fromAll),
  $elemMatch: fromElemMatch,
  $regex: (operand, field, into) => add(into, field, operand instanceof RegExp ? pattern(operand) : null),
  $gt: compared('$gt'),
  $gte: compared('$gte'),
  $lt: compared('$lt'),
  $lte: compared('$lte'),
}

function fromOperators(field: string, operators: Doc, into: Extraction): void {
  // Options change what a pattern beside them means.
  const usable = '$options' in operators ? [] : Object.entries(operators)
  if (usable.length === 0) into.complete = false
  for (const [name, operand] of usable) {
    const read = Object.hasOwn(readers, name) ? readers[name] : undefined
    if (read) read(operand, field, into)
    else into.complete = false
  }
}

const constant = (value: unknown, variables: Variables): { value: unknown } | null => {
  if (typeof value === 'string' && value.startsWith('$$')) {
    const name = value.slice(2)
    return Object.hasOwn(variables, name) ? { value: variables[name] } : null
  }
  if (typeof value === 'string' && value.startsWith('$')) return null
  if (isDoc(value) && Object.keys(value).join() === '$literal') return { value: value.$literal }
  return isDoc(value) || Array.isArray(value) ? null : { value }
}

const fieldOf = (value: unknown) => (typeof value === 'string' && /^\$[^$]/.test(value) ? value.slice(1) : null)

function fromEquation(sides: [unknown, unknown], into: Extraction, variables: Variables): void {
  for (const [one, other] of [sides, [sides[1], sides[0]] as const]) {
    const field = fieldOf(one)
    const known = constant(other, variables)
    const found = field && known ? equality(known.value) : null
    if (!field || !found) continue
    into.constraints.push({ field, ...found, exact: false, plain: field.includes('.') })
    return
  }
}

/** An `$eq` of a field and a known value within an `$expr` narrows too; its other comparisons cross types and do not. */
function fromExpression(expression: unknown, into: Extraction, variables: Variables): void {
  into.complete = false
  if (!isDoc(expression)) return
  if (Array.isArray(expression.$and)) for (const part of expression.$and) fromExpression(part, into, variables)
  if (Array.isArray(expression.$eq)) fromEquation([expression.$eq[0], expression.$eq[1]], into, variables)
}

function fromLogic(name: string, operand: unknown, into: Extraction, variables: Variables): void {
  const parts = Array.isArray(operand) ? operand.filter(isDoc) : []
  if (name === '$and') for (const part of parts) fromQuery(part, into, variables)
  else {
    into.complete = false
    if (name === '$or') into.ors.push(parts)
    if (name === '$expr') fromExpression(operand, into, variables)
  }
}

function fromQuery(query: Doc, into: Extraction, variables: Variables = {}): void {
  for (const [name, operand] of Object.entries(query)) {
    if (name.startsWith('$')) fromLogic(name, operand, into, variables)
    else if (isOperators(operand)) fromOperators(name, operand, into)
    else add(into, name, operand instanceof RegExp ? pattern(operand) : equality(operand))
  }
}

/** Reads what a condition says about fields. What it cannot read it leaves out, so the constraints never exclude a match. */
export function extract(query: Doc, variables?: Variables): Extraction {
  const into: Extraction = { constraints: [], complete: true, ors: [] }
  fromQuery(query, into, variables)
  return into
}
