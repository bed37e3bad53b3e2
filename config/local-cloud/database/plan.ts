import { boundBytes, type Constraint, type Extraction, isPoint, type Range } from './constraint'
import { type Index, type IndexField, isMultikey } from './entries'
import { nilKey, successor } from './order'
import type { SortField } from './sort'

/** Keys from `low` up to but not including `high`. */
export type Span = { low: Buffer; high: Buffer }

/** A way to read documents through one index. */
export type Plan = {
  index: Index
  spans: Span[]
  /** Leading index fields that are pinned to values. */
  pinned: number
  /** Whether the spans hold exactly the documents that satisfy the condition. */
  exact: boolean
}

/**
 * How an index delivers an order: the first `served` fields of it, wholly when `whole`. `keyed`: documents that are equal in the
 * served fields are met by equal keys, and no others are.
 */
export type Order = { reverse: boolean; served: number; whole: boolean; keyed: boolean }

/** Above every key there is. */
const top = Buffer.from([0xff])

/** Values of an `$in` beyond this many products are not looked up one by one. */
const mostSpans = 1000

export const everything = (): Span[] => [{ low: Buffer.alloc(0), high: top }]

function intersect(a: Range[], b: Range[]): Range[] {
  const result: Range[] = []
  for (const one of a) {
    for (const other of b) {
      const from =
        Buffer.compare(boundBytes(one.from, false), boundBytes(other.from, false)) >= 0 ? one.from : other.from
      const to = Buffer.compare(boundBytes(one.to, false), boundBytes(other.to, false)) <= 0 ? one.to : other.to
      if (Buffer.compare(boundBytes(from, false), boundBytes(to, false)) < 0) result.push({ from, to })
    }
  }
  return result
}

/** Whether a range is one value that an array holds exactly where it gives this key: null is the key of much that is absent, too. */
const isValue = (range: Range) => isPoint(range) && !range.from.key.equals(nilKey)

/**
 * The ranges of a field, and whether they say all that the constraints say. With several keys to a document each constraint may be
 * met by another key, so only one of them can be used.
 */
function combine(constraints: Constraint[], throughArray: boolean): { ranges: Range[]; whole: boolean } | null {
  const usable = constraints.filter(({ ranges, plain }) => ranges.length <= mostSpans && !(plain && throughArray))
  const [first, ...rest] = usable
  if (!first) return null
  const whole = usable.length === constraints.length && usable.every(({ exact }) => exact)
  if (rest.length === 0) return { ranges: first.ranges, whole: whole && (!throughArray || first.ranges.every(isValue)) }
  if (!throughArray)
    return { ranges: rest.reduce((ranges, next) => intersect(ranges, next.ranges), first.ranges), whole }
  const pinned = usable.find(({ ranges }) => ranges.every(isPoint)) ?? first
  return { ranges: pinned.ranges, whole: false }
}

function spansOf(prefix: Buffer, ranges: Range[], descending: boolean): Span[] {
  return ranges.map(({ from, to }) => {
    const [low, high] = descending ? [to, from] : [from, to]
    return {
      low: Buffer.concat([prefix, boundBytes(low, descending)]),
      high: Buffer.concat([prefix, boundBytes(high, descending)]),
    }
  })
}

/** The starts of an index's keys, before and after its next field is pinned to points. */
const extend = (prefixes: Buffer[], ranges: Range[], descending: boolean): Buffer[] => {
  const parts = ranges.map(({ from, to }) => boundBytes(descending ? to : from, descending))
  return prefixes.flatMap((prefix) => parts.map((part) => Buffer.concat([prefix, part])))
}

/** A plan while its index's fields are gone through. `used` counts the constraints that were looked at. */
type Progress = Omit<Plan, 'spans'> & { prefixes: Buffer[]; spans: Span[] | null; used: number }

/** Takes one field of an index into a plan. Answers false where the fields after it cannot narrow further. */
function advance(progress: Progress, at: number, constraints: readonly Constraint[]): boolean {
  const { index, prefixes } = progress
  const { field, descending } = index.fields[at]!
  const own = constraints.filter((constraint) => constraint.field === field)
  const combined = combine(own, ((index.arrays >> at) & 1) === 1)
  if (!combined || combined.ranges.length * prefixes.length > mostSpans) return false
  const { ranges, whole } = combined
  progress.used += own.length
  progress.exact &&= whole
  if (ranges.length === 0 || !ranges.every(isPoint)) {
    progress.spans = prefixes.flatMap((prefix) => spansOf(prefix, ranges, descending))
    return false
  }
  progress.prefixes = extend(prefixes, ranges, descending)
  progress.pinned++
  return true
}

/** How an index narrows a condition; null where it does not. */
export function planFor(index: Index, { constraints, complete }: Extraction): Plan | null {
  const progress: Progress = { index, prefixes: [Buffer.alloc(0)], spans: null, pinned: 0, used: 0, exact: complete }
  for (const at of index.fields.keys()) if (!advance(progress, at, constraints)) break
  const { prefixes, pinned, used } = progress
  if (!progress.spans && pinned === 0) return null
  const spans = progress.spans ?? prefixes.map((low) => ({ low, high: successor(low) ?? top }))
  return { index, spans, pinned, exact: progress.exact && used === constraints.length }
}

/** Most values of a `$all` that are tried as the one which an index is entered by. */
const mostChoices = 12

/**
 * The ways in which an index narrows a condition. Where one field must hold several values of an array, only one of them can lead
 * into the index, and any may be the rarest.
 */
export function plansFor(index: Index, extraction: Extraction): Plan[] {
  const first = index.fields[0]?.field
  const own = extraction.constraints.filter(({ field, ranges }) => field === first && ranges.every(isPoint))
  if (!isMultikey(index) || own.length < 2) return [planFor(index, extraction)].filter((plan) => plan !== null)
  return own.slice(0, mostChoices).flatMap((chosen) => {
    const others = extraction.constraints.filter((constraint) => constraint !== chosen)
    return planFor(index, { ...extraction, constraints: [chosen, ...others] }) ?? []
  })
}

/** Whether at most one document can be in the plan's spans. */
export const isSingle = ({ index, spans, pinned }: Plan) =>
  index.unique && spans.length === 1 && pinned === index.fields.length && !isMultikey(index)

/** Whether no document has several keys in the plan's spans: fields that go through an array are pinned to one value. */
export const meetsOnce = ({ index, spans, pinned }: Plan) =>
  !isMultikey(index) || (spans.length === 1 && index.arrays >> pinned === 0)

/** How many fields of an order an index's fields follow, and whether they run the other way. */
function follow(wanted: readonly SortField[], free: readonly IndexField[]): { served: number; reverse: boolean } {
  const [want, have] = [wanted[0], free[0]]
  const reverse = want !== undefined && have !== undefined && want.descending !== have.descending
  const first = wanted.findIndex((field, at) => {
    const other = free[at]
    return !other || field.field !== other.field || (field.descending !== other.descending) !== reverse
  })
  return { served: first < 0 ? wanted.length : first, reverse }
}

/** How reading the plan's spans delivers an order; null where it does not help. */
export function orderOf(plan: Plan, sort: readonly SortField[]): Order | null {
  const { index, spans, pinned } = plan
  if (spans.length !== 1 || !meetsOnce(plan)) return null
  const constant = new Set(index.fields.slice(0, pinned).map(({ field }) => field))
  const wanted = sort.filter(({ field }) => !constant.has(field))
  const free = index.fields.slice(pinned)
  const { served, reverse } = follow(wanted, free)
  if (served === 0 && wanted.length > 0) return null
  const whole = served === wanted.length && served === free.length
  // Fields pinned to a value order nothing, so the served part counts up to the first field that is not served.
  const unserved = wanted[served]
  return {
    reverse,
    served: unserved ? sort.indexOf(unserved) : sort.length,
    whole,
    keyed: served === free.length,
  }
}
