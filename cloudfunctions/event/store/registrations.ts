/** Collection `registrations`: one document per event and member, which also carries the attendance. */
import type { AttendanceWay, RegistrationState } from '@/domain/event/rules'
import { _, afterCursor, collection, dateCursor, every, pageOf, type Terms } from '../../kernel/db'
import { changeClaim, type Claim, type Line } from '../../kernel/places'
import type { EventDoc } from './events'

export interface RegistrationDoc extends Claim {
  eventId: string
  memberId: string
  state: RegistrationState
  signedUpAt: Date
  /** Copied from the event, for a person's own list in order of time. */
  startsAt: Date
  /** The place this person holds; null while waiting or cancelled. */
  placeId: string | null
  /** A place that has to be given back still (see kernel/places.ts). */
  releasing: string | null
  attendedAt: Date | null
  attendedBy: AttendanceWay | null
  reason: string
  recordedBy: string
}

export const registrations = collection<RegistrationDoc>('registrations')

/** The natural key: a member can be in an event once. */
export const registrationId = (eventId: string, memberId: string): string => `${eventId}:${memberId}`

const PAGE = 50
const MINE_PAGE = 20

export interface Attendance {
  attendedAt: Date
  attendedBy: AttendanceWay
  reason: string
  recordedBy: string
}

/** A registration as it is first written. */
export const newRegistration = (
  event: Pick<EventDoc, '_id' | 'startsAt'>,
  memberId: string,
  now: Date,
  state: { state: RegistrationState; placeId: string | null; attendance?: Attendance },
): RegistrationDoc => ({
  _id: registrationId(event._id, memberId),
  eventId: event._id,
  memberId,
  state: state.state,
  signedUpAt: now,
  startsAt: event.startsAt,
  placeId: state.placeId,
  releasing: null,
  ...(state.attendance ?? { attendedAt: null, attendedBy: null, reason: '', recordedBy: '' }),
  history: [{ at: now, by: memberId, what: state.attendance ? 'walkIn' : state.state }],
})

/** The one write of every change of a registration: its state and who changed it, under the condition that was decided on. */
export const changeRegistration = (id: string, condition: Terms, data: Terms, line: Line): Promise<boolean> =>
  changeClaim(registrations, id, condition, data, line)

export type RosterState = 'attended' | 'absent' | 'waitlisted' | 'cancelled'
const EPOCH = new Date(0)
const inState: Record<RosterState, Terms> = {
  attended: { attendedAt: _.gt(EPOCH) },
  absent: { state: 'registered', attendedAt: null },
  waitlisted: { state: 'waitlisted' },
  cancelled: { state: 'cancelled', attendedAt: null },
}

/** A page of an event's registrations in order of signing up. */
export const rosterPage = async (
  eventId: string,
  state: RosterState | undefined,
  cursor: string | null,
  size = PAGE,
) => {
  const rows = await registrations.list({
    where: every({ eventId, ...(state ? inState[state] : {}) }, afterCursor(cursor, 'signedUpAt', 'asc')),
    order: [
      ['signedUpAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: size + 1,
    without: ['history'],
  })
  return pageOf(rows, size, (row) => dateCursor(row.signedUpAt, row._id))
}

export const countRegistrations = (eventId: string): Promise<number> => registrations.count({ eventId })

/** How many have come and how many wait: two counts from the index. */
export const countArrivals = async (eventId: string): Promise<{ attended: number; waitlisted: number }> => {
  const [attended, waitlisted] = await Promise.all([
    registrations.count({ eventId, ...inState.attended }),
    registrations.count({ eventId, ...inState.waitlisted }),
  ])
  return { attended, waitlisted }
}

export const countStates = async (eventId: string) => {
  const [registered, arrivals, cancelled] = await Promise.all([
    registrations.count({ eventId, state: 'registered' }),
    countArrivals(eventId),
    registrations.count({ eventId, state: 'cancelled' }),
  ])
  return { registered, ...arrivals, cancelled }
}

export const lastArrivals = (eventId: string, limit: number): Promise<RegistrationDoc[]> =>
  registrations.list({
    where: { eventId, ...inState.attended },
    order: [['attendedAt', 'desc']],
    limit,
    without: ['history'],
  })

type WithEvent = RegistrationDoc & { event: EventDoc[] }
const withEvent = { from: 'events', localField: 'eventId', foreignField: '_id', as: 'event' }
const pairs = (rows: WithEvent[]) => rows.flatMap((mine) => (mine.event[0] ? [{ mine, event: mine.event[0] }] : []))

/** A person's registrations with their events, latest event first: one round trip. */
export const registrationsOf = async (memberId: string, cursor: string | null) => {
  const rows = await registrations.pipeline<WithEvent>((start) =>
    start
      .match(every({ memberId }, afterCursor(cursor, 'startsAt', 'desc')))
      .sort({ startsAt: -1, _id: -1 })
      .limit(MINE_PAGE + 1)
      .lookup(withEvent),
  )
  const paged = pageOf(rows, MINE_PAGE, (row) => dateCursor(row.startsAt, row._id))
  return { rows: pairs(paged.rows), nextCursor: paged.nextCursor }
}

/** A person's live registrations for events that start after this moment, soonest first: one round trip. */
export const comingRegistrations = async (memberId: string, since: Date, limit: number) =>
  pairs(
    await registrations.pipeline<WithEvent>((start) =>
      start
        .match({ memberId, startsAt: _.gt(since), state: _.in(['registered', 'waitlisted']) })
        .sort({ startsAt: 1 })
        .limit(limit)
        .lookup(withEvent),
    ),
  )

/** The first in the waiting list of an event. */
export const firstWaiting = async (eventId: string): Promise<RegistrationDoc | null> =>
  (
    await registrations.list({
      where: { eventId, state: 'waitlisted' },
      order: [
        ['signedUpAt', 'asc'],
        ['_id', 'asc'],
      ],
      limit: 1,
    })
  )[0] ?? null

/** Events still to come for which somebody waits: one round trip. */
export const eventsWaitedFor = async (since: Date, limit: number): Promise<string[]> => {
  const groups = await registrations.pipeline<{ _id: string }>((start) =>
    start
      .match({ state: 'waitlisted', startsAt: _.gt(since) })
      .group({ _id: '$eventId' })
      .limit(limit),
  )
  return groups.map(({ _id }) => _id)
}
