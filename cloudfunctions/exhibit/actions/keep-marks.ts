import type { Contracts } from '@/domain/contracts'
import type { Handler } from '../../kernel/serve'
import { forgetSeen as forget, keepMarks, marksOf, type Wanted } from '../store/marks'
import { onShow } from '../store/on-show'
import { shownCard, urlsOf } from '../store/views'

type C = Contracts['exhibit']

export const marks: Handler<C['marks']> = async ({ actor }, { what, cursor }) => {
  const { rows, nextCursor } = await marksOf(actor.memberId, what, cursor)
  const urls = await urlsOf(rows.map(({ exhibit }) => exhibit.card))
  const items = rows.map(({ mark: { favouriteAt, seenAt }, exhibit }) => ({
    exhibit: shownCard(exhibit, urls),
    favouriteAt,
    seenAt,
  }))
  return { items, nextCursor }
}

/** What a phone gathered may name a thing twice: what came last holds. */
const onceEach = (wanted: readonly Wanted[]): Wanted[] => {
  const byId = new Map<string, Wanted>()
  for (const one of wanted) byId.set(one.exhibitId, { ...byId.get(one.exhibitId), ...one })
  return [...byId.values()]
}

export const keep: Handler<C['keep']> = async ({ actor, now }, input) => {
  const wanted = onceEach(input.marks)
  const shown = new Set((await onShow(wanted.map(({ exhibitId }) => exhibitId))).map(({ _id }) => _id))
  // What is no longer on show can still be let go of.
  const kept = wanted.filter(({ exhibitId, favourite }) => shown.has(exhibitId) || favourite === false)
  await keepMarks(
    actor.memberId,
    kept.map((one) => (shown.has(one.exhibitId) ? one : { exhibitId: one.exhibitId, favourite: false })),
    now,
  )
  return { kept: kept.length }
}

export const forgetSeen: Handler<C['forgetSeen']> = async ({ actor }) => {
  await forget(actor.memberId)
  return {}
}
