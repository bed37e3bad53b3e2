import { type Collection, docOf, type KeyedRow, type Row } from './collection'
import type { Plan } from './plan'
import type { Doc } from './value'

/** A found document; it is parsed only where the search itself needed to. */
export type Found = { row: Row; doc(): Doc; distance?: number }

/** A row whose document is parsed once, when it is first needed. */
export function candidate(row: Row): Found {
  let doc: Doc | undefined
  return { row, doc: () => (doc ??= docOf(row)) }
}

/** Every document, in the order of insertion. */
export function* scan(collection: Collection): Generator<Row> {
  let after = 0
  let size = 100
  for (;;) {
    const rows = collection.scan(after, size)
    yield* rows
    const last = rows[rows.length - 1]
    if (!last || rows.length < size) return
    after = last.seq
    size = Math.min(size * 2, 1000)
  }
}

/** The documents of a plan's spans in the order of its index. */
export function* walk(collection: Collection, plan: Plan, reverse: boolean, first: number): Generator<Row> {
  let size = Math.max(16, Math.min(first, 1000))
  for (const span of plan.spans) {
    let from: KeyedRow | null = null
    for (;;) {
      const rows: KeyedRow[] = collection.walk(plan.index, span, reverse, from, size)
      yield* rows
      from = rows[rows.length - 1] ?? null
      if (!from || rows.length < size) break
      size = Math.min(size * 2, 1000)
    }
  }
}

/** The places of the documents in the spans of plans, each once. */
export const placesOf = (collection: Collection, plans: Plan[], limit: number): Set<number> =>
  new Set(plans.flatMap((plan) => plan.spans.flatMap((span) => collection.places(plan.index, span, limit))))

/** Documents by their places, in the order of insertion. */
export function* fetch(collection: Collection, places: Iterable<number>): Generator<Row> {
  for (const seq of [...places].sort((a, b) => a - b)) {
    const row = collection.bySeq(seq)
    if (row) yield row
  }
}
