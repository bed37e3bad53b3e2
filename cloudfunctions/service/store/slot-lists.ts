/** What is read of `serviceSlots`: by day, by person, what is free, and what the timers sweep. */
import type { Topic } from '@/domain/service/rules'
import { _, every } from '../../kernel/db'
import { bookableFrom, freeAt, serviceSlots, type SlotDoc } from './slots'

const HEAVY = ['history', 'facts'] as const
const MOST_OF_DAY = 1000
const SWEEP = 100

const inOrder: [string, 'asc'][] = [
  ['startsAt', 'asc'],
  ['_id', 'asc'],
]

/** Every slot of a day, those of an earlier time too. */
export const daySlots = (dayId: string): Promise<SlotDoc[]> =>
  serviceSlots.list({ where: { dayId }, order: inOrder, limit: MOST_OF_DAY, without: HEAVY })

export interface FreeFilter {
  specialistId?: string
  teamId?: string
  topic?: Topic
  dayId?: string
  from: Date
  limit: number
}

/** Slots that can be booked at this moment, soonest first. */
export const freeSlots = (
  { specialistId, teamId, topic, dayId, from, limit }: FreeFilter,
  now: Date,
): Promise<SlotDoc[]> =>
  serviceSlots.list({
    where: every(
      {
        startsAt: _.gte(new Date(Math.max(from.getTime(), bookableFrom(now).getTime()))),
        withdrawnBy: null,
        ...(specialistId ? { specialistId } : {}),
        ...(teamId ? { teamId } : {}),
        ...(dayId ? { dayId } : {}),
        ...(topic ? { topics: topic } : {}),
      },
      freeAt(now),
    ),
    order: inOrder,
    limit,
    without: HEAVY,
  })

export const findSlots = (ids: readonly string[]): Promise<SlotDoc[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : serviceSlots.list({ where: { _id: _.in([...ids]) }, limit: ids.length, without: HEAVY })

/** How many slots of each day match: one round trip. */
const countByDay = async (dayIds: readonly string[], condition: unknown): Promise<Map<string, number>> => {
  if (dayIds.length === 0) return new Map()
  const rows = await serviceSlots.pipeline<{ _id: string; slots: number }>((start) =>
    start
      .match(every({ dayId: _.in([...dayIds]) }, condition))
      .group({ _id: '$dayId', slots: { $sum: 1 } })
      .limit(dayIds.length),
  )
  return new Map(rows.map(({ _id, slots }) => [_id, slots]))
}
export const countFree = (dayIds: readonly string[], now: Date): Promise<Map<string, number>> =>
  countByDay(dayIds, every(freeAt(now), { startsAt: _.gte(bookableFrom(now)), withdrawnBy: null }))
export const countBooked = (dayIds: readonly string[]): Promise<Map<string, number>> =>
  countByDay(dayIds, { state: 'booked' })

/** Slots of a person that begin in a stretch of time and are not withdrawn yet. */
export const slotsWithin = (specialistId: string, from: Date, to: Date): Promise<SlotDoc[]> =>
  serviceSlots.list({
    where: { specialistId, startsAt: _.lt(to), endsAt: _.gt(from), state: _.neq('withdrawn') },
    order: inOrder,
    limit: MOST_OF_DAY,
    without: HEAVY,
  })

export const slotsWithdrawnBy = (by: string): Promise<SlotDoc[]> =>
  serviceSlots.list({ where: { withdrawnBy: by }, order: inOrder, limit: MOST_OF_DAY, without: HEAVY })

export const lapsedSlots = (now: Date): Promise<SlotDoc[]> =>
  serviceSlots.list({
    where: { state: 'held', until: _.lte(now) },
    order: [['until', 'asc']],
    limit: SWEEP,
    without: HEAVY,
  })

export const slotsToSettle = (cutoff: Date, limit: number): Promise<SlotDoc[]> =>
  serviceSlots.list({ where: { settleAt: _.lt(cutoff) }, order: [['settleAt', 'asc']], limit, without: HEAVY })
