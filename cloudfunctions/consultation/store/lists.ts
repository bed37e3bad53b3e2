/** Lists of consultations: each narrowed by who asks, with a limit and an index of its own. */
import { MEETING_STATES, type ConsultationState, type Turn } from '@/domain/consultation/rules'
import { atWallClock, DAY } from '@/domain/time'
import { _, afterCursor, dateCursor, every, pageOf, type Terms } from '../../kernel/db'
import { consultations } from './consultations'
import type { ConsultationDoc } from './document'

const PAGE = 20
const without = ['history', 'requests', 'looks', 'facts'] as const
/** A day has at most 200 slots; some are booked a second time after a cancellation. */
const MOST_OF_DAY = 500
const MOST_ASKED = 50

const paged = async (where: Terms, by: 'nextAt' | 'dueAt', direction: 'asc' | 'desc', cursor: string | null) => {
  const rows = await consultations.list({
    where: every(where, afterCursor(cursor, by, direction)),
    order: [
      [by, direction],
      ['_id', direction],
    ],
    limit: PAGE + 1,
    without,
  })
  return pageOf(rows, PAGE, (row) => dateCursor(row[by] ?? new Date(0), row._id))
}

/** Consultations by their ids, without what is long. */
export const consultationsById = async (ids: readonly string[]): Promise<Map<string, ConsultationDoc>> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await consultations.list({ where: { _id: _.in(wanted) }, limit: wanted.length, without })
  return new Map(rows.map((doc) => [doc._id, doc]))
}

/** An enterprise's consultations: those not over by what comes next, or those that are, the last first. */
export const ofEnterprise = (enterpriseId: string, over: boolean, cursor: string | null) =>
  paged({ enterpriseId, over }, 'nextAt', over ? 'desc' : 'asc', cursor)

const TURNS = { open: 'team', waiting: 'enterprise', done: 'nobody' } as const satisfies Record<string, Turn>
export type WorkFilter = keyof typeof TURNS

/** What a person is responsible for in these teams. */
export const ofOwner = (ownerId: string, teamIds: readonly string[], filter: WorkFilter, cursor: string | null) =>
  paged(
    { ownerId, turn: TURNS[filter], teamId: _.in([...teamIds]) },
    'nextAt',
    filter === 'done' ? 'desc' : 'asc',
    cursor,
  )

export type BoardFilter = 'late' | 'open' | 'meetings' | 'answered' | 'closed'
const STATES: Record<Exclude<BoardFilter, 'late'>, readonly ConsultationState[]> = {
  open: ['open'],
  meetings: [...MEETING_STATES, 'unplaced'],
  answered: ['answered'],
  closed: ['closed', 'noShow', 'cancelled'],
}

const inTeams = (teamIds: 'all' | readonly string[]): Terms => (teamIds === 'all' ? {} : { teamId: _.in([...teamIds]) })

/** The consultations of these teams. `late`: what is past its due time, the latest first. */
export const ofTeams = (
  teamIds: 'all' | readonly string[],
  { filter, cursor }: { filter: BoardFilter; cursor: string | null },
  now: Date,
) =>
  filter === 'late'
    ? paged({ turn: 'team', dueAt: _.lt(now), ...inTeams(teamIds) }, 'dueAt', 'asc', cursor)
    : paged(
        { state: _.in([...STATES[filter]]), ...inTeams(teamIds) },
        'nextAt',
        filter === 'closed' ? 'desc' : 'asc',
        cursor,
      )

/** All meetings of a service day, in order; those that were cancelled or lost their slot are none. */
export const ofDay = (dayId: string): Promise<ConsultationDoc[]> =>
  consultations.list({
    where: { dayId },
    order: [
      ['startsAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: MOST_OF_DAY,
    without,
  })

/** A person's meetings of a calendar day, `2026-11-28`, in order. */
export const meetingsOf = (ownerId: string, day: string): Promise<ConsultationDoc[]> => {
  const from = atWallClock(day, '00:00')
  return consultations.list({
    where: {
      ownerId,
      startsAt: _.and([_.gte(from), _.lt(new Date(from.getTime() + DAY))]),
      state: _.nin(['cancelled', 'unplaced']),
    },
    order: [
      ['startsAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: MOST_OF_DAY,
    without,
  })
}

/** What a person is asked to take over. */
export const askedOf = (memberId: string): Promise<ConsultationDoc[]> =>
  consultations.list({
    where: { 'transfer.to.id': memberId },
    order: [['nextAt', 'asc']],
    limit: MOST_ASKED,
    without,
  })

/** How many items people are responsible for that are not over: one round trip. */
export const loadsOf = async (ownerIds: readonly string[]): Promise<Map<string, number>> => {
  if (ownerIds.length === 0) return new Map()
  const rows = await consultations.pipeline<{ _id: string; items: number }>((start) =>
    start
      .match({ ownerId: _.in([...ownerIds]), turn: _.in(['team', 'enterprise']) })
      .group({ _id: '$ownerId', items: { $sum: 1 } })
      .limit(ownerIds.length),
  )
  return new Map(rows.map(({ _id, items }) => [_id, items]))
}

const MOST_MET = 200

/** When people last met an enterprise: one round trip. */
export const lastMeetings = async (enterpriseId: string): Promise<Map<string, Date>> => {
  const rows = await consultations.list({
    where: { enterpriseId, firstAnswerAt: _.neq(null) },
    order: [['nextAt', 'desc']],
    limit: MOST_MET,
    without,
  })
  const last = new Map<string, Date>()
  for (const { ownerId, startsAt, firstAnswerAt } of rows) {
    const at = startsAt ?? firstAnswerAt
    const known = last.get(ownerId)
    if (at && (!known || at > known)) last.set(ownerId, at)
  }
  return last
}
