/** Collection `marks`: a member's favourites and where they have been. */
import { startOfDay } from '@/domain/time'
import { _, afterCursor, collection, dateCursor, every, pageOf, type Stored } from '../../kernel/db'
import type { ExhibitDoc } from './exhibits'

export interface MarkDoc extends Stored {
  memberId: string
  exhibitId: string
  favouriteAt: Date | null
  seenAt: Date | null
}

export const marks = collection<MarkDoc>('marks')
const PAGE = 20

export const markId = (memberId: string, exhibitId: string): string => `${memberId}:${exhibitId}`

type Marked = Pick<ExhibitDoc, '_id' | 'kind' | 'listed' | 'card'>
const FIELDS = { favourite: 'favouriteAt', seen: 'seenAt' } as const

/** A member's marks with what they mark, latest first: one round trip. What is no longer on show is left out. */
export const marksOf = async (memberId: string, what: 'favourite' | 'seen', cursor: string | null) => {
  const field = FIELDS[what]
  const rows = await marks.pipeline<MarkDoc & { exhibit: Marked[] }>((start) =>
    start
      .match(every({ memberId, [field]: _.gt(new Date(0)) }, afterCursor(cursor, field, 'desc')))
      .sort({ [field]: -1, _id: -1 })
      .limit(PAGE + 1)
      .lookup({ from: 'exhibits', localField: 'exhibitId', foreignField: '_id', as: 'exhibit' })
      .project({
        ...{ memberId: 1, exhibitId: 1, favouriteAt: 1, seenAt: 1 },
        ...{ 'exhibit._id': 1, 'exhibit.kind': 1, 'exhibit.listed': 1, 'exhibit.card': 1 },
      }),
  )
  const { rows: page, nextCursor } = pageOf(rows, PAGE, (row) => dateCursor(row[field] ?? new Date(0), row._id))
  const shown = page.flatMap(({ exhibit: [exhibit], ...mark }) => (exhibit?.listed ? [{ mark, exhibit }] : []))
  return { rows: shown, nextCursor }
}

export interface Wanted {
  exhibitId: string
  favourite?: boolean
  seen?: true
}

const idsWhere = (memberId: string, wanted: readonly Wanted[], test: (one: Wanted) => boolean): string[] =>
  wanted.filter(test).map(({ exhibitId }) => markId(memberId, exhibitId))

const changeSome = async (ids: string[], where: object, data: Record<string, unknown>): Promise<void> => {
  if (ids.length > 0) await marks.change({ _id: _.in(ids), ...where }, data)
}

const LAST = new Date('9999-01-01T00:00:00Z')

/**
 * Makes marks as they are wanted, safe to repeat: a favourite keeps the time at which it became one, a place is seen once
 * a day. New ones are added under their natural key, the rest follows in one request for each kind of change.
 */
export const keepMarks = async (memberId: string, wanted: readonly Wanted[], now: Date): Promise<void> => {
  const kept = wanted.filter(({ favourite, seen }) => favourite === true || seen === true)
  const ids = idsWhere(memberId, kept, () => true)
  const present = ids.length === 0 ? [] : await marks.list({ where: { _id: _.in(ids) }, limit: ids.length })
  const known = new Set(present.map(({ _id }) => _id))
  const fresh = kept.filter(({ exhibitId }) => !known.has(markId(memberId, exhibitId)))
  await Promise.all(
    fresh.map(({ exhibitId, favourite, seen }) =>
      marks.add({
        _id: markId(memberId, exhibitId),
        memberId,
        exhibitId,
        favouriteAt: favourite ? now : null,
        seenAt: seen ? now : null,
      }),
    ),
  )
  const favourites = idsWhere(memberId, wanted, ({ favourite }) => favourite === true)
  await changeSome(favourites, { favouriteAt: null }, { favouriteAt: now })
  const seen = idsWhere(memberId, wanted, (one) => one.seen === true)
  const notToday = _.or([{ seenAt: null }, { seenAt: _.lt(startOfDay(now)) }]) as unknown as object
  if (seen.length > 0) await marks.change(every({ _id: _.in(seen) }, notToday), { seenAt: now })
  const cleared = idsWhere(memberId, wanted, ({ favourite }) => favourite === false)
  await changeSome(cleared, { favouriteAt: _.lt(LAST) }, { favouriteAt: null })
  if (cleared.length > 0) await marks.remove({ _id: _.in(cleared), favouriteAt: null, seenAt: null })
}

export const forgetSeen = async (memberId: string): Promise<void> => {
  await marks.change({ memberId, seenAt: _.lt(LAST) }, { seenAt: null })
  await marks.remove({ memberId, favouriteAt: null, seenAt: null })
}

const MAX_MARKS = 1000

/** Everything that a member marked, the latest visit first; a thousand at most. */
export const allMarks = (memberId: string): Promise<MarkDoc[]> =>
  marks.list({ where: { memberId }, order: [['seenAt', 'desc']], limit: MAX_MARKS })

/** Of two marks of one thing: the earlier favourite and the later visit. */
const joined = (one: Date | null, other: Date | null, choose: (...ms: number[]) => number): Date | null =>
  one && other ? new Date(choose(one.getTime(), other.getTime())) : (one ?? other)

/** A mark comes under another member. The copy stands before the original goes, so that a repetition finishes what died. */
export const moveMark = async (old: MarkDoc, memberId: string): Promise<void> => {
  const moved = { ...old, _id: markId(memberId, old.exhibitId), memberId }
  if ((await marks.add(moved)) === 'exists') {
    const standing = await marks.get(moved._id)
    const favouriteAt = joined(standing?.favouriteAt ?? null, old.favouriteAt, Math.min)
    const seenAt = joined(standing?.seenAt ?? null, old.seenAt, Math.max)
    await marks.change({ _id: moved._id }, { favouriteAt, seenAt })
  }
  await marks.remove({ _id: old._id })
}

export const removeMarks = (memberId: string): Promise<number> => marks.remove({ memberId })
