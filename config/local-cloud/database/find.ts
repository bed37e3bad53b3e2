import type { Collection } from './collection'
import { extract, type Extraction } from './constraint'
import type { Variables } from './expression'
import { findNear, type Near } from './geo'
import { compileQuery, type Predicate } from './match'
import { reach } from './path'
import { isMultikey } from './entries'
import { best, isLess, type Narrowing, naturalOrderMost, type Ordered, ordering } from './narrow'
import { meetsOnce, type Order } from './plan'
import { Found, type Row } from './row'
import { rowsOf, scan, walk } from './rows'
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
      const found = new Found(row)
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
  #takeRuns(matching: Iterable<Found>, { served, keyed }: Order): Found[] {
    const result: Found[] = []
    let run: Found[] = []
    let runKey: Buffer | null = null
    const prefix = this.#sort.slice(0, served)
    for (const found of matching) {
      const key: Buffer = (keyed && found.row.key) || sortKey(found.doc(), prefix)
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
    if (found.length < 2) return found
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
    const found = this.#all(narrowing)
    if (this.#sort.length > 0) return this.#sorted(found)
    const measured = found.map((one) => {
      const values = [...reach(one.doc(), path).values, valueAt(one.doc(), path)]
      const distances = values.map((value) => near.distance(value)).filter((distance) => distance !== null)
      return { one, distance: Math.min(...distances) }
    })
    return measured.sort((a, b) => a.distance - b.distance || a.one.row.seq - b.one.row.seq).map(({ one }) => one)
  }

  /**
   * The branches of an `$or`, each in order through an index of its own, put together: no more than what is wanted is read of any.
   * Null where a branch has no such index, or where there is little to sort anyway.
   */
  #merged(narrowing: Narrowing | null): Found[] | null {
    if (this.#wanted === Infinity || (narrowing && narrowing.estimate <= this.#wanted)) return null
    for (const branches of this.#extraction.ors) {
      // Where nothing stands beside the `$or`, a branch says all that there is to satisfy.
      const alone = Object.keys(this.search.query).length === 1 && '$or' in this.search.query
      const led = branches.map((branch) => this.#branch(alone ? branch : { $and: [this.search.query, branch] }))
      if (!led.every((one) => one !== null)) continue
      const [found = [], ...others] = led.map((take) => take()).filter((taken) => taken.length > 0)
      if (others.length === 0) return found
      return this.#sorted([...new Map([...found, ...others.flat()].map((one) => [one.row.seq, one])).values()])
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
    return order.whole ? this.#take(matching) : this.#takeRuns(matching, order)
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

  /** How many match, from an index alone; null where documents have to be looked at. */
  #counted(narrowing: Narrowing | null): number | null {
    if (this.#trivial) return this.collection.count()
    const [plan] = narrowing?.plans ?? []
    if (!narrowing?.exact || !plan || !meetsOnce(plan)) return null
    return plan.spans.reduce((sum, span) => sum + this.collection.countSpan(plan.index, span), 0)
  }

  count(): { total: number; cost: Cost } {
    const narrowing = this.#trivial ? null : best(this.collection, this.#extraction, this.search.variables)
    const counted = this.#counted(narrowing)
    if (counted !== null) return { total: counted, cost: { scanned: 0, indexed: true } }
    let total = 0
    const rows = narrowing ? rowsOf(this.collection, narrowing.plans) : scan(this.collection)
    for (const row of this.#matching(rows, narrowing?.exact ?? false)) total += row ? 1 : 0
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
