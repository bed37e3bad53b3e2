/**
 * The places of an event: what of the protocol (kernel/places.ts) is an event's own, above all its waiting list.
 */
import { _, type Terms } from '../../kernel/db'
import { Places } from '../../kernel/places'
import { events, type EventDoc } from './events'
import {
  changeRegistration,
  eventsWaitedFor,
  firstWaiting,
  registrationId,
  registrations,
  type RegistrationDoc,
} from './registrations'

const PROMOTIONS_A_CALL = 50

/** Everyone who is registered counts one. */
export const eventPlaces = new Places({
  holders: events,
  claims: registrations,
  holderField: 'eventId',
  claimId: registrationId,
  loadOf: () => ({}),
  counts: () => ({ taken: 1 }),
})

type Counted = Pick<EventDoc, '_id' | 'capacity'>
export type TakeResult = { placeId: string } | 'full' | 'queueing' | 'unsettled' | 'changed'

const belowCapacity = (event: Counted): Terms =>
  event.capacity === null ? { capacity: null } : { capacity: event.capacity, taken: _.lt(event.capacity) }

/**
 * Takes a place for a member.
 *
 * @param gate further conditions under which it may be taken, such as the window and that nobody waits
 * @returns the place, or why there is none: `full`, `queueing` (others wait), `unsettled` (an earlier try of this member
 *   is not settled yet), `changed` (the event is no longer as it was read)
 */
export const takePlace = async (event: Counted, memberId: string, now: Date, gate: Terms = {}): Promise<TakeResult> => {
  const open = { state: 'published', ...belowCapacity(event), ...gate }
  const taken = await eventPlaces.take(event._id, memberId, {}, now, open)
  if ('take' in taken) return { placeId: taken.take.placeId }
  return 'unsettled' in taken ? 'unsettled' : whyNot(taken.standing)
}

const whyNot = (event: EventDoc | null): TakeResult => {
  if (!event) return 'changed'
  if (event.capacity !== null && event.taken >= event.capacity) return 'full'
  return event.queueing ? 'queueing' : 'changed'
}

/** Gives back the place that a registration has let go of, and lets the registration forget it. Safe to repeat. */
export const finishRelease = (
  registration: Pick<RegistrationDoc, '_id' | 'eventId'>,
  placeId: string,
  now: Date,
): Promise<void> => eventPlaces.release(registration, placeId, now)

/** After a lost write: keeps the place when it turns out that the registration holds it, else gives it back. */
export const giveBackUnlessHeld = (
  eventId: string,
  memberId: string,
  placeId: string,
): Promise<RegistrationDoc | null> => eventPlaces.giveBackUnlessHeld(eventId, { memberId, placeId })

const hasRoom = (event: EventDoc, now: Date): boolean =>
  event.state === 'published' && event.startsAt > now && (event.capacity === null || event.taken < event.capacity)

/** Hands free places to those who wait, first come first. Anyone may run it at any time. */
export const promoteWaiting = async (eventId: string, now: Date): Promise<void> => {
  for (let turn = 0; turn < PROMOTIONS_A_CALL; turn++) {
    const event = await events.get(eventId)
    if (!event || !hasRoom(event, now)) return
    const waiting = await firstWaiting(eventId)
    const goOn = waiting ? await promote(event, waiting, now) : !(await stopQueueing(event))
    if (!goOn) return
  }
}

/** Nobody waits: sign-ups take places directly again. Who joins meanwhile raises `queueRev`, and this fails: look again. */
const stopQueueing = async (event: EventDoc): Promise<boolean> =>
  !event.queueing || (await events.change({ _id: event._id, queueRev: event.queueRev }, { queueing: false })) === 1

const promote = async (event: EventDoc, waiting: RegistrationDoc, now: Date): Promise<boolean> => {
  if (waiting.releasing) await finishRelease(waiting, waiting.releasing, now)
  const taken = await takePlace(event, waiting.memberId, now)
  if (typeof taken === 'string') return false
  const line = { at: now, by: '', what: 'promoted' }
  const moved = await changeRegistration(
    waiting._id,
    { state: 'waitlisted', signedUpAt: waiting.signedUpAt },
    { state: 'registered', placeId: taken.placeId },
    line,
  )
  if (!moved) await giveBackUnlessHeld(event._id, waiting.memberId, taken.placeId)
  return true
}

const SWEEP = 100

/** What the timer does every minute: settles what died and moves the waiting list up. */
export const sweepPlaces = async (now: Date): Promise<void> => {
  await eventPlaces.settle(now)
  // Both are needed: a call that died may leave somebody waiting whom the event does not know of, or the other way round.
  const queueing = await events.list({ where: { queueing: true, startsAt: _.gt(now) }, limit: SWEEP })
  const waitedFor = await eventsWaitedFor(now, SWEEP)
  for (const eventId of new Set([...queueing.map(({ _id }) => _id), ...waitedFor])) await promoteWaiting(eventId, now)
}
