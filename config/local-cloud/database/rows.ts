import type { Collection } from './collection'
import { isSingle, type Plan } from './plan'
import type { Row } from './row'

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

/** The documents of a plan's spans in the order of its index, each with the key that it was met by. */
export function* walk(collection: Collection, plan: Plan, reverse: boolean, first: number): Generator<Row> {
  let size = Math.max(16, Math.min(first, 1000))
  for (const span of plan.spans) {
    let from: ReturnType<Collection['walk']>[number] | null = null
    for (;;) {
      const entries: ReturnType<Collection['walk']> = collection.walk(plan.index, span, reverse, from, size)
      for (const { seq, key } of entries) yield collection.row(seq, undefined, key)
      from = entries[entries.length - 1] ?? null
      if (!from || entries.length < size) break
      size = Math.min(size * 2, 1000)
    }
  }
}

/** The key of the one document that plans lead to by its id; null where they lead elsewhere. */
function idOf(collection: Collection, [only, ...others]: Plan[]): Buffer | null {
  if (!only || others.length > 0 || only.index !== collection.indexes[0] || !isSingle(only)) return null
  return only.spans[0]?.low ?? null
}

/** The documents in the spans of plans, each once, in the order of insertion. */
export function* rowsOf(collection: Collection, plans: Plan[]): Generator<Row> {
  const id = idOf(collection, plans)
  if (id) {
    const row = collection.byKey(id)
    if (row) yield row
    return
  }
  const places = new Set(plans.flatMap(({ index, spans }) => spans.flatMap((one) => collection.places(index, one))))
  for (const seq of [...places].sort((a, b) => a - b)) yield collection.row(seq)
}
