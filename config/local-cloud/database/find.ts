import type { Collection, Row } from './collection'
import { extract, type Extraction } from './constraint'
import type { Variables } from './expression'
import { findNear, type Near } from './geo'
import { compileQuery, type Predicate } from './match'
import { reach } from './path'
import { isMultikey } from './entries'
import { everything, isSingle, orderOf, type Order, type Plan, planFor, plansFor } from './plan'
import { candidate, type Found, rowsOf, scan, walk } from './rows'
import { sortKey, type SortField } from './sort'

import { type Doc, isDoc } from './value'

/** What to find. */
export type Search = {
  query: Doc
  sort?: SortField[]
  skip?: number
  /** Documents at most; all where it is absent. */
  limit?: number
  variables?: Variables
}

/** What a search cost: documents looked at, and whether an index led to them. */
export type Cost = { scanned: number; indexed: boolean }

export type Findings = { found: Found[]; cost: Cost }

/** Candidates up to this many are put in the order of insertion when no order is asked for. */
const naturalOrderMost = 1000

function estimate(collection: Collection, plans: Plan[], most: number): number {
  let sum = 0
  for (const { index, spans } of plans) {
    for (const span of spans) {
      sum += collection.countSpan(index, span, most - sum)
      if (sum >= most) return sum
    }
  }
  return sum
}

/** One or several plans whose spans together hold every match; `exact`: and nothing else. */
type Narrowing = { plans: Plan[]; estimate: number; exact: boolean }

function best(collection: Collection, extraction: Extraction, variables?: Variables): Narrowing | null {
  const byId = collection.indexes[0] ? planFor(collection.indexes[0], extraction) : null
  // An id leads to one document; nothing narrows further.
  if (byId && isSingle(byId)) return { plans: [byId], estimate: 1, exact: byId.exact }
  const others = collection.indexes.slice(1).flatMap((index) => plansFor(index, extraction))
  const plans = [...(byId ? [byId] : []), ...others]
  const single = plans.find(isSingle)
  if (single) return { plans: [single], estimate: 1, exact: single.exact }
  const most = naturalOrderMost + 1
  const choices = plans.map((plan): Narrowing => {
    return { plans: [plan], estimate: estimate(collection, [plan], most), exact: plan.exact }
  })
  for (const branches of extraction.ors) {
    const parts = branches.map((branch) => best(collection, extract(branch, variables), variables))
    if (!parts.every((part) => part !== null)) continue
    const sum = parts.reduce((total, part) => total + part.estimate, 0)
    choices.push({ plans: parts.flatMap((part) => part.plans), estimate: sum, exact: false })
  }
  const rank = ({ plans: [plan], estimate: size }: Narrowing) =>
    size - (plan?.exact ? 0.5 : 0) - (plan?.pinned ?? 0) / 100
  return choices.sort((a, b) => rank(a) - rank(b))[0] ?? null
}

type Ordered = { plan: Plan; order: Order }

/** Negative where the first is the better way to an order: it pins more, serves more of the order, or meets fewer keys. */
function compareOrdered(collection: Collection, a: Ordered, b: Ordered): number {
  const keys = ({ plan }: Ordered) => estimate(collection, [plan], naturalOrderMost + 1)
  return b.plan.pinned - a.plan.pinned || b.order.served - a.order.served || keys(a) - keys(b)
}

/** Whether sorting what a narrowing leads to is less work than walking another index in order. */
const isLess = (narrowing: Narrowing | null, { plan }: Ordered): boolean =>
  narrowing !== null &&
  narrowing.estimate <= naturalOrderMost &&
  (narrowing.plans.length > 1 || narrowing.plans[0]?.index !== plan.index)

/** The index that delivers an order while narrowing the most. */
function ordering(collection: Collection, extraction: Extraction, sort: SortField[]): Ordered | null {
  let found: Ordered | null = null
  for (const index of collection.indexes) {
    const plans = plansFor(index, extraction)
    if (plans.length === 0) plans.push({ index, spans: everything(), pinned: 0, exact: false })
    for (const plan of plans) {
      const order = orderOf(plan, sort)
      if (order && (!found || compareOrdered(collection, { plan, order }, found) < 0)) found = { plan, order }
    }
  }
  return found
}

/** One search over one collection. */
class Finder {
  readonly #predicate: Predicate
  readonly #extraction: Extraction
  readonly #trivial: boolean
  readonly #sort: SortField[]
  readonly #wanted: number
  #scanned = 0

  constructor(
    readonly collection: Collection,
    readonly search: Search,
  ) {
    this.#predicate = compileQuery(search.query, search.variables)
    this.#extraction = extract(search.query, search.variables)
    this.#trivial = Object.keys(search.query).length === 0
    this.#sort = search.sort ?? []
    this.#wanted = (search.skip ?? 0) + (search.limit ?? Infinity)
  }

  /** Rows that satisfy the condition; `exact` rows are known to. */
  *#matching(rows: Iterable<Row>, exact: boolean): Generator<Found> {
    for (const row of rows) {
      this.#scanned++
      const found = candidate(row)
      if (exact || this.#trivial || this.#predicate(found.doc())) yield found
    }
  }

  #take(matching: Iterable<Found>): Found[] {
    const result: Found[] = []
    if (this.#wanted === 0) return result
    for (const found of matching) {
      result.push(found)
      if (result.length >= this.#wanted) break
    }
    return result
  }

  /** Sorts within runs that the index has put in order already, until enough is there. */
  #takeRuns(matching: Iterable<Found>, served: number): Found[] {
    const result: Found[] = []
    let run: Found[] = []
    let runKey: Buffer | null = null
    const prefix = this.#sort.slice(0, served)
    for (const found of matching) {
      const key = sortKey(found.doc(), prefix)
      if (runKey && !runKey.equals(key)) {
        result.push(...this.#sorted(run))
        if (result.length >= this.#wanted) return result
        run = []
      }
      runKey = key
      run.push(found)
    }
    return [...result, ...this.#sorted(run)]
  }

  #sorted(found: Found[]): Found[] {
    const keyed = found.map((one) => ({ one, key: sortKey(one.doc(), this.#sort) }))
    keyed.sort((a, b) => Buffer.compare(a.key, b.key) || a.one.row.seq - b.one.row.seq)
    return keyed.map(({ one }) => one)
  }

  /** Every match, through the best index there is. */
  #all(narrowing: Narrowing | null): Found[] {
    if (!narrowing) return [...this.#matching(scan(this.collection), false)]
    return [...this.#matching(rowsOf(this.collection, narrowing.plans), narrowing.exact)]
  }

  #unordered(narrowing: Narrowing | null): Found[] {
    if (!narrowing) return this.#take(this.#matching(scan(this.collection), false))
    const [plan] = narrowing.plans
    if (plan && narrowing.plans.length === 1 && narrowing.estimate > naturalOrderMost && !isMultikey(plan.index)) {
      return this.#take(this.#matching(walk(this.collection, plan, false, this.#wanted), narrowing.exact))
    }
    return this.#take(this.#matching(rowsOf(this.collection, narrowing.plans), narrowing.exact))
  }

  #near(near: Near, narrowing: Narrowing | null): Found[] {
    const path = near.path.split('.')
    const found = this.#all(narrowing).map((one) => {
      const values = [...reach(one.doc(), path).values, valueAt(one.doc(), path)]
      const distances = values.map((value) => near.distance(value)).filter((distance) => distance !== null)
      return { ...one, distance: Math.min(...distances) }
    })
    if (this.#sort.length > 0) return this.#sorted(found)
    return found.sort((a, b) => a.distance - b.distance || a.row.seq - b.row.seq)
  }

  /**
   * The branches of an `$or`, each in order through an index of its own, put together: no more than what is wanted is read of any.
   * Null where a branch has no such index, or where there is little to sort anyway.
   */
  #merged(narrowing: Narrowing | null): Found[] | null {
    if (this.#wanted === Infinity || (narrowing && narrowing.estimate <= this.#wanted)) return null
    for (const branches of this.#extraction.ors) {
      const led = branches.map((branch) => this.#branch({ $and: [this.search.query, branch] }))
      if (!led.every((one) => one !== null)) continue
      const found = led.flatMap((take) => take())
      return this.#sorted([...new Map(found.map((one) => [one.row.seq, one])).values()])
    }
    return null
  }

  /** How to take the first of a branch in order; null where no index leads there. */
  #branch(query: Doc): (() => Found[]) | null {
    const finder = new Finder(this.collection, { ...this.search, query, skip: 0, limit: this.#wanted })
    const ordered = ordering(this.collection, finder.#extraction, this.#sort)
    if (!ordered || ordered.plan.pinned === 0) return null
    return () => {
      const found = finder.#walked(ordered).slice(0, this.#wanted)
      this.#scanned += finder.#scanned
      return found
    }
  }

  /** Walks the index that delivers the order, unless sorting what another one narrows to is less work. */
  #ordered(narrowing: Narrowing | null): { found: Found[]; walked: boolean } {
    const ordered = ordering(this.collection, this.#extraction, this.#sort)
    const merged = ordered && ordered.plan.pinned > 0 ? null : this.#merged(narrowing)
    if (merged) return { found: merged, walked: false }
    if (!ordered || isLess(narrowing, ordered)) return { found: this.#sorted(this.#all(narrowing)), walked: false }
    return { found: this.#walked(ordered), walked: true }
  }

  #walked({ plan, order }: Ordered): Found[] {
    const matching = this.#matching(walk(this.collection, plan, order.reverse, this.#wanted), plan.exact)
    return order.whole ? this.#take(matching) : this.#takeRuns(matching, order.served)
  }

  run(): Findings {
    const narrowing = best(this.collection, this.#extraction, this.search.variables)
    const near = findNear(this.search.query)
    const sorted = this.#sort.length > 0
    const { found, walked } = near
      ? { found: this.#near(near, narrowing), walked: false }
      : sorted
        ? this.#ordered(narrowing)
        : { found: this.#unordered(narrowing), walked: false }
    const indexed = narrowing !== null || (this.#trivial && (walked || !sorted))
    return { found: found.slice(this.search.skip ?? 0, this.#wanted), cost: { scanned: this.#scanned, indexed } }
  }

  count(): { total: number; cost: Cost } {
    if (this.#trivial) return { total: this.collection.count(), cost: { scanned: 0, indexed: true } }
    const narrowing = best(this.collection, this.#extraction, this.search.variables)
    const [plan] = narrowing?.plans ?? []
    if (narrowing?.exact && plan) {
      const total = plan.spans.reduce((sum, span) => sum + this.collection.countSpan(plan.index, span), 0)
      return { total, cost: { scanned: 0, indexed: true } }
    }
    let total = 0
    const rows = narrowing ? rowsOf(this.collection, narrowing.plans) : scan(this.collection)
    for (const row of this.#matching(rows, false)) total += row ? 1 : 0
    return { total, cost: { scanned: this.#scanned, indexed: narrowing !== null } }
  }
}

function valueAt(doc: Doc, path: string[]): unknown {
  return path.reduce<unknown>((value, field) => (isDoc(value) ? value[field] : undefined), doc)
}

/** Finds documents. `sort`, `skip` and `limit` apply in this order; without a sort the order of insertion is kept for small results. */
export const find = (collection: Collection, search: Search): Findings => new Finder(collection, search).run()

/** Counts documents, from an index alone where one covers the condition. */
export const count = (collection: Collection, query: Doc) => new Finder(collection, { query }).count()
