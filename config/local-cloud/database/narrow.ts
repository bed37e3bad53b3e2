import type { Collection } from './collection'
import { extract, type Extraction } from './constraint'
import type { Variables } from './expression'
import { everything, isSingle, orderOf, type Order, type Plan, planFor, plansFor } from './plan'
import type { SortField } from './sort'

/** Candidates up to this many are put in the order of insertion when no order is asked for. */
export const naturalOrderMost = 1000

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
export type Narrowing = { plans: Plan[]; estimate: number; exact: boolean }

/** The way to every match that meets the fewest documents; null where no index narrows. */
export function best(collection: Collection, extraction: Extraction, variables?: Variables): Narrowing | null {
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

/** A plan and the order that it delivers. */
export type Ordered = { plan: Plan; order: Order }

/** Negative where the first is the better way to an order: it pins more, serves more of the order, or meets fewer keys. */
function compareOrdered(collection: Collection, a: Ordered, b: Ordered): number {
  const keys = ({ plan }: Ordered) => estimate(collection, [plan], naturalOrderMost + 1)
  return b.plan.pinned - a.plan.pinned || b.order.served - a.order.served || keys(a) - keys(b)
}

/** Whether sorting what a narrowing leads to is less work than walking another index in order. */
export const isLess = (narrowing: Narrowing | null, { plan }: Ordered): boolean =>
  narrowing !== null &&
  narrowing.estimate <= naturalOrderMost &&
  (narrowing.plans.length > 1 || narrowing.plans[0]?.index !== plan.index)

/** The index that delivers an order while narrowing the most. */
export function ordering(collection: Collection, extraction: Extraction, sort: SortField[]): Ordered | null {
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
