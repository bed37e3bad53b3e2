import { boundBytes, type Constraint, type Extraction, isPoint, type Range } from './constraint'
import type { Index } from './entries'
import { successor } from './order'
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

/** How an index delivers an order: the first `served` fields of it, wholly when `whole`. */
export type Order = { reverse: boolean; served: number; whole: boolean }

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

/**
 * The ranges of a field, and whether they say all that the constraints say. With several keys to a document each constraint may be
 * met by another key, so only one of them can be used.
 */
function combine(constraints: Constraint[], multikey: boolean): { ranges: Range[]; whole: boolean } | null {
  const usable = constraints.filter(({ ranges, plain }) => ranges.length <= mostSpans && !(plain && multikey))
  const [first, ...rest] = usable
  if (!first) return null
  const whole = usable.length === constraints.length && usable.every(({ exact }) => exact)
  if (rest.length === 0) return { ranges: first.ranges, whole: whole && !multikey }
  if (!multikey) return { ranges: rest.reduce((ranges, next) => intersect(ranges, next.ranges), first.ranges), whole }
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

/** How an index narrows a condition; null where it does not. */
export function planFor(index: Index, { constraints, complete }: Extraction): Plan | null {
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  let pinned = 0
  let used = 0
  let exact = complete && !index.multikey
  for (const { field, descending } of index.fields) {
    const own = constraints.filter((constraint) => constraint.field === field)
    const combined = combine(own, index.multikey)
    if (!combined || combined.ranges.length * prefixes.length > mostSpans) break
    used += own.length
    exact &&= combined.whole
    if (!combined.ranges.every(isPoint) || combined.ranges.length === 0) {
      const spans = prefixes.flatMap((prefix) => spansOf(prefix, combined.ranges, descending))
      return { index, spans, pinned, exact: exact && used === constraints.length }
    }
    const parts = combined.ranges.map(({ from, to }) => boundBytes(descending ? to : from, descending))
    prefixes = prefixes.flatMap((prefix) => parts.map((part) => Buffer.concat([prefix, part])))
    pinned++
  }
  if (pinned === 0) return null
  const spans = prefixes.map((low) => ({ low, high: successor(low) ?? top }))
  return { index, spans, pinned, exact: exact && used === constraints.length }
}

/** Whether at most one document can be in the plan's spans. */
export const isSingle = ({ index, spans, pinned }: Plan) =>
  index.unique && spans.length === 1 && pinned === index.fields.length && !index.multikey

/** How reading the plan's spans delivers an order; null where it does not help. */
export function orderOf(plan: Plan, sort: readonly SortField[]): Order | null {
  const { index, spans, pinned } = plan
  if (index.multikey || spans.length !== 1) return null
  const constant = new Set(index.fields.slice(0, pinned).map(({ field }) => field))
  const wanted = sort.filter(({ field }) => !constant.has(field))
  const free = index.fields.slice(pinned)
  let served = 0
  let reverse: boolean | null = null
  while (served < wanted.length && served < free.length) {
    const [want, have] = [wanted[served]!, free[served]!]
    const turned = want.descending !== have.descending
    if (want.field !== have.field || (reverse !== null && reverse !== turned)) break
    reverse = turned
    served++
  }
  if (served === 0 && wanted.length > 0) return null
  const whole = served === wanted.length && served === free.length
  // Fields pinned to a value order nothing, so the served part counts up to the last field before the first unserved one.
  const unserved = wanted[served]
  return { reverse: reverse ?? false, served: unserved ? sort.indexOf(unserved) : sort.length, whole }
}
