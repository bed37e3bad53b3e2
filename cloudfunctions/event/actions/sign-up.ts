import type { Contracts } from '@/domain/contracts'
import { cancelDecision, isFull, isLive, signUpDecision, type SignUpRefusal } from '@/domain/event/rules'
import type { RefusalDetail } from '@/domain/kit'
import { _ } from '../../kernel/db'
import type { BoundCall, Handler } from '../../kernel/serve'
import { events, eventWithMine, type EventDoc } from '../store/events'
import { finishRelease, giveBackUnlessHeld, promoteWaiting, takePlace } from '../store/places'
import {
  changeRegistration,
  newRegistration,
  registrationId,
  registrations,
  type RegistrationDoc,
} from '../store/registrations'
import { mineView } from '../store/views'
import { existsFor } from './list-events'

type C = Contracts['event']
type SignUpCall = BoundCall<C['signUp']>

/** How often a sign-up that lost a race looks again before it asks the person to. */
const TURNS = 3

const detailOf = (refusal: SignUpRefusal, event: EventDoc, now: Date): RefusalDetail =>
  refusal === 'signUpNotOpen' ? { at: event.signUp.opensAt.getTime(), now: now.getTime() } : {}

export const signUp: Handler<C['signUp']> = async (call, { eventId }) => {
  for (let turn = 0; turn < TURNS; turn++) {
    const found = await eventWithMine(eventId, call.actor.memberId)
    if (!found || !existsFor(call, found.event, found.mine)) throw call.refusal('notFound')
    const { event, mine } = found
    if (mine && isLive(facts(mine))) return mineView(mine)
    const refusal = signUpDecision(event, call.now)
    if (refusal) throw call.refusal(refusal, detailOf(refusal, event, call.now))
    // A cancelled registration whose place is still on its way back: bring it home first.
    if (mine?.releasing) await finishRelease(mine, mine.releasing, call.now)
    const signedUp = await seat(call, event, mine)
    if (signedUp) return mineView(signedUp)
  }
  throw call.refusal('busy')
}

const facts = ({ state, attendedAt }: RegistrationDoc) => ({ state, attendedAt })

/** A place, else a place in the waiting list; null when the event changed under our hands. */
const seat = async (
  call: SignUpCall,
  event: EventDoc,
  mine: RegistrationDoc | null,
): Promise<RegistrationDoc | null> => {
  // Once an event has begun nobody is moved up any more, so those who waited no longer stand before newcomers.
  const open = event.startsAt > call.now
  if ((event.queueing && open) || isFull(event)) return wait(call, event, mine)
  const taken = await takePlace(event, call.actor.memberId, call.now, {
    ...(open ? { queueing: _.neq(true) } : {}),
    'signUp.opensAt': _.lte(call.now),
    'signUp.closesAt': _.gt(call.now),
  })
  if (typeof taken === 'object') return hold(call, event, mine, taken.placeId)
  if (taken === 'unsettled') throw call.refusal('busy')
  if (taken === 'changed') return null
  if (!event.waitlist) throw call.refusal('full')
  return wait(call, event, mine)
}

/** Writes the registration that holds a place just taken. */
const hold = async (
  call: SignUpCall,
  event: EventDoc,
  mine: RegistrationDoc | null,
  placeId: string,
): Promise<RegistrationDoc | null> => {
  const fresh = newRegistration(event, call.actor.memberId, call.now, { state: 'registered', placeId })
  if (await write(call, fresh, mine)) return fresh
  // Somebody wrote this registration first, perhaps this person on another phone: what stands there counts.
  const standing = await giveBackUnlessHeld(event._id, call.actor.memberId, placeId)
  return standing && isLive(facts(standing)) ? standing : null
}

/**
 * Joins the waiting list. The registration comes first and the event's `queueing` second: if it turns out that a place is
 * free after all, or was freed between the two, the promotion that follows finds this person waiting.
 */
const wait = async (
  call: SignUpCall,
  event: EventDoc,
  mine: RegistrationDoc | null,
): Promise<RegistrationDoc | null> => {
  const fresh = newRegistration(event, call.actor.memberId, call.now, { state: 'waitlisted', placeId: null })
  if (!(await write(call, fresh, mine))) return null
  const full = event.capacity === null ? [] : [{ capacity: event.capacity, taken: _.gte(event.capacity) }]
  const queued = await events.change(every(event._id, [{ queueing: true }, ...full]), {
    queueing: true,
    queueRev: _.inc(1),
  })
  if (queued === 1) return fresh
  await promoteWaiting(event._id, call.now)
  return registrations.get(fresh._id)
}

const every = (_id: string, either: object[]) => _.and([{ _id }, _.or(either)])

const write = async (call: SignUpCall, fresh: RegistrationDoc, mine: RegistrationDoc | null): Promise<boolean> => {
  if (!mine) return (await registrations.add(fresh)) === 'added'
  const { state, placeId, signedUpAt, startsAt } = fresh
  const line = { at: call.now, by: call.actor.memberId, what: state }
  return changeRegistration(
    mine._id,
    // `signedUpAt` tells this cancellation from a later one: a slow second try must not write over what came between.
    { state: 'cancelled', releasing: null, signedUpAt: mine.signedUpAt },
    { state, placeId, signedUpAt, startsAt },
    line,
  )
}

export const cancelSignUp: Handler<C['cancelSignUp']> = async (call, { eventId }) => {
  for (let turn = 0; turn < TURNS; turn++) {
    const found = await eventWithMine(eventId, call.actor.memberId)
    if (!found?.mine) throw call.refusal('notSignedUp')
    const { event, mine } = found
    if (mine.state !== 'cancelled') {
      const refusal = cancelDecision(event, facts(mine), call.now)
      if (refusal) throw call.refusal(refusal)
      if (!(await letGo(call, mine))) continue
    }
    // Repeating a cancellation whose answer was lost finishes what may be left of it.
    const releasing = mine.state === 'cancelled' ? mine.releasing : mine.placeId
    if (releasing) await finishRelease(mine, releasing, call.now)
    if (event.waitlist) await promoteWaiting(eventId, call.now)
    return mineView({ ...mine, state: 'cancelled' })
  }
  throw call.refusal('busy')
}

/** The registration lets go of its place, unless it was checked in or cancelled meanwhile. */
const letGo = (call: BoundCall<C['cancelSignUp']>, mine: RegistrationDoc): Promise<boolean> =>
  changeRegistration(
    registrationId(mine.eventId, mine.memberId),
    { state: mine.state, attendedAt: null, placeId: mine.placeId },
    { state: 'cancelled', placeId: null, releasing: mine.placeId },
    { at: call.now, by: call.actor.memberId, what: 'cancelled' },
  )
