/**
 * Limited places: one count on the event, never oversold, never lost.
 *
 * A place is taken by one conditional update of the event (`taken < capacity`, and no take of this member is under way)
 * which also notes the take; then the registration is written under its natural key with the place's id. It is given
 * back in the opposite order: the registration lets go of it (`releasing`), then one conditional update lowers the count
 * and notes the release. Whatever dies in between, the notes say what is left to do, and the sweeper does it:
 *
 * - a take whose registration holds the place is done: the note goes;
 * - a take that no registration knows is an orphan: the place goes back;
 * - a registration that is still releasing is finished;
 * - a note of a release goes once no registration names the place any more.
 */
import { _, every, type Terms } from '../../kernel/db'
import { SETTLE_MS } from '../../kernel/facts'
import { randomId } from '../../kernel/secrets'
import { events, type EventDoc, type Take } from './events'
import {
  changeRegistration,
  eventsWaitedFor,
  firstWaiting,
  registrationId,
  registrations,
  type RegistrationDoc,
} from './registrations'

/** A repeated call may adopt its own unfinished take for this long: no call runs longer, and the sweeper comes later. */
const ADOPT_MS = 20_000
const PROMOTIONS_A_CALL = 50

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
  const placeId = randomId()
  // Closes two races at once: two members for the last place, and one member from two phones.
  const won = await events.change(
    { _id: event._id, state: 'published', ...belowCapacity(event), 'takes.memberId': _.neq(memberId), ...gate },
    { taken: _.inc(1), takes: _.push([{ memberId, placeId, at: now }]) },
  )
  return won === 1 ? { placeId } : whyNot(event, memberId, now)
}

const whyNot = async (read: Counted, memberId: string, now: Date): Promise<TakeResult> => {
  const event = await events.get(read._id)
  if (!event) return 'changed'
  const own = event.takes.find((take) => take.memberId === memberId)
  if (own) return adopt(event, own, now)
  if (event.capacity !== null && event.taken >= event.capacity) return 'full'
  return event.queueing ? 'queueing' : 'changed'
}

/** The answer to an earlier try was lost on its way: go on where it stopped, or settle it when it is old. */
const adopt = async (event: EventDoc, own: Take, now: Date): Promise<TakeResult> => {
  const age = now.getTime() - own.at.getTime()
  if (age < ADOPT_MS) return { placeId: own.placeId }
  if (age >= SETTLE_MS) await settleTake(event._id, own)
  return 'unsettled'
}

/** Gives back a place that no registration came to hold. Repeating it changes nothing. */
export const giveBack = (eventId: string, placeId: string): Promise<number> =>
  events.change({ _id: eventId, 'takes.placeId': placeId }, { taken: _.inc(-1), takes: _.pull({ placeId }) })

/** Gives back the place that a registration has let go of, and lets the registration forget it. Safe to repeat. */
export const finishRelease = async (
  registration: Pick<RegistrationDoc, '_id' | 'eventId'>,
  placeId: string,
  now: Date,
): Promise<void> => {
  // The note of the release closes the race with a second finisher: only the first lowers the count.
  await events.change(
    { _id: registration.eventId, 'releases.placeId': _.neq(placeId) },
    { taken: _.inc(-1), takes: _.pull({ placeId }), releases: _.push([{ placeId, at: now }]) },
  )
  await registrations.change({ _id: registration._id, releasing: placeId }, { releasing: null })
}

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

/** After a lost write: keeps the place when it turns out that the registration holds it, else gives it back. */
export const giveBackUnlessHeld = async (
  eventId: string,
  memberId: string,
  placeId: string,
): Promise<RegistrationDoc | null> => {
  const registration = await registrations.get(registrationId(eventId, memberId))
  if (registration?.placeId !== placeId) await giveBack(eventId, placeId)
  return registration
}

const settleTake = async (eventId: string, take: Take): Promise<void> => {
  // By place, not by member: a merge may have moved the registration to another member id.
  const held = await registrations.count({ eventId, placeId: take.placeId })
  const releasing = held > 0 ? 0 : await registrations.count({ eventId, releasing: take.placeId })
  if (held > 0) await events.change({ _id: eventId }, { takes: _.pull({ placeId: take.placeId }) })
  else if (releasing === 0) await giveBack(eventId, take.placeId)
}

const SWEEP = 100

/** What the timer does every minute: settles old takes and releases, finishes what died, moves the waiting list up. */
export const sweepPlaces = async (now: Date): Promise<void> => {
  const cutoff = new Date(now.getTime() - SETTLE_MS)
  await finishOldReleases(cutoff, now)
  for (const event of await events.list({ where: { 'takes.at': _.lt(cutoff) }, limit: SWEEP })) {
    for (const take of event.takes.filter(({ at }) => at < cutoff)) await settleTake(event._id, take)
  }
  await forgetReleases(cutoff)
  // Both are needed: a call that died may leave somebody waiting whom the event does not know of, or the other way round.
  const queueing = await events.list({ where: { queueing: true, startsAt: _.gt(now) }, limit: SWEEP })
  const waitedFor = await eventsWaitedFor(now, SWEEP)
  for (const eventId of new Set([...queueing.map(({ _id }) => _id), ...waitedFor])) await promoteWaiting(eventId, now)
}

const finishOldReleases = async (cutoff: Date, now: Date): Promise<void> => {
  for (const registration of await registrations.list({ where: { releasing: _.gt('') }, limit: SWEEP })) {
    const lastChange = registration.history.at(-1)?.at ?? cutoff
    if (registration.releasing && lastChange <= cutoff) await finishRelease(registration, registration.releasing, now)
  }
}

/** Whether a place was given back, as far as a registration still names it: so long the note of its release stays. */
export const isGivenBack = async (eventId: string, placeId: string): Promise<boolean> =>
  (await events.count({ _id: eventId, 'releases.placeId': placeId })) > 0

/**
 * The note of a release goes once every registration has forgotten the place (a merge that died leaves two that name it):
 * then nobody can give it back again.
 */
const forgetReleases = async (cutoff: Date): Promise<void> => {
  for (const event of await events.list({ where: { 'releases.at': _.lt(cutoff) }, limit: SWEEP })) {
    for (const { placeId } of event.releases.filter(({ at }) => at < cutoff)) {
      const open = await registrations.count(every({ eventId: event._id }, _.or([{ releasing: placeId }, { placeId }])))
      if (open === 0) await events.change({ _id: event._id }, { releases: _.pull({ placeId }) })
    }
  }
}
