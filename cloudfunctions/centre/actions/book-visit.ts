import {
  bookDecision,
  cancelVisitDecision,
  isOpenVisit,
  MAX_OPEN_VISITS,
  slotBehind,
  type Party,
  type SlotTimes,
} from '@/domain/centre/rules'
import type { Contracts } from '@/domain/contracts'
import type { ParsedOf } from '@/domain/kit'
import { isTextSafe } from '../../kernel/content'
import type { BoundCall, Handler } from '../../kernel/serve'
import type { CentreDoc } from '../store/centres'
import { slotFacts, type SlotDoc } from '../store/slots'
import { ownVisitView, visitView } from '../store/views'
import {
  bookingSheet,
  changeVisit,
  newVisit,
  takeSlot,
  visitIdOf,
  visitOf,
  visitPlaces,
  visits as allVisits,
  type VisitDoc,
} from '../store/visits'

type C = Contracts['centre']
type BookCall = BoundCall<C['book']>
type Booking = ParsedOf<C['book']>
/** What one look at the database says of a booking. */
interface Sheet {
  centre: CentreDoc
  slot: SlotDoc | null
  visits: VisitDoc[]
}

/** How often a booking that lost a race looks again before it asks the person to. */
const TURNS = 3

export const book: Handler<C['book']> = async (call, input) => {
  const id = visitIdOf(input.slotId, call.actor.memberId)
  for (let turn = 0; turn < TURNS; turn++) {
    const sheet = await bookingSheet(input.slotId, call.actor.memberId, call.now)
    if (!sheet) break
    const mine = sheet.visits.find(({ _id }) => _id === id) ?? null
    if (mine?.state === 'booked') return visitView(mine, sheet.slot, sheet.centre)
    if (mine?.releasing) {
      // Their own places are still on their way back: bring them home before it is said that none are free.
      await visitPlaces.release(mine, mine.releasing, call.now)
      continue
    }
    const times = decide(call, input, sheet)
    if (!(await isTextSafe(call.actor.openid, input.groupName))) throw call.refusal('textRisky')
    const booked = await seat(call, input, { ...sheet, times, mine })
    if (booked) return visitView(booked, sheet.slot, sheet.centre)
  }
  throw call.refusal('busy')
}

/** The slot, if it can be booked; refuses as far as can be read. For the last places the conditional update decides. */
const decide = (call: BookCall, input: Booking, { centre, slot, visits }: Sheet): SlotTimes => {
  const times = slotBehind(centre, centre.visiting, input.slotId, call.now)
  if (!times) throw call.refusal('slotUnknown')
  const facts = withoutOwn(slotFacts(times, slot, centre, call.now), slot, call.actor.memberId)
  const refusal = bookDecision(facts, input, centre.visiting, call.now)
  if (refusal === 'slotFull') throw call.refusal(refusal, { left: Math.max(0, facts.capacity - facts.taken) })
  if (refusal) throw call.refusal(refusal)
  // Two bookings of one person at the same moment may both read two: a fourth visit harms nobody, and no lock is worth it.
  if (visits.filter((visit) => isOpenVisit(visit, call.now)).length >= MAX_OPEN_VISITS)
    throw call.refusal('tooManyVisits')
  return times
}

/** The counts without what an earlier try of this person took, whose answer was lost: it will be adopted. */
const withoutOwn = <F extends { taken: number; guided: number }>(
  facts: F,
  slot: SlotDoc | null,
  memberId: string,
): F => {
  const own = slot?.takes.find((take) => take.memberId === memberId) as (Party & object) | undefined
  return own ? { ...facts, taken: facts.taken - own.size, guided: facts.guided - Number(own.guide) } : facts
}

/** Takes the places and writes the visit that holds them; null when the slot or the visit changed under our hands. */
const seat = async (
  call: BookCall,
  input: Booking,
  { centre, slot, times, mine }: Sheet & { times: SlotTimes; mine: VisitDoc | null },
): Promise<VisitDoc | null> => {
  const taken = await takeSlot({ ...times, known: slot !== null }, centre, call.actor.memberId, input, call.now)
  if ('unsettled' in taken) throw call.refusal('busy')
  if (!('take' in taken)) return null
  const fresh = newVisit(times, taken.take, input.groupName, call.now)
  if (await write(fresh, mine)) return fresh
  // Somebody wrote this visit first, perhaps this person on another phone: what stands there counts.
  const standing = await visitPlaces.giveBackUnlessHeld(times.id, taken.take)
  return standing?.state === 'booked' ? standing : null
}

const write = async (fresh: VisitDoc, mine: VisitDoc | null): Promise<boolean> => {
  if (!mine) return (await allVisits.add(fresh)) === 'added'
  const { _id, slotId, memberId, history, ...data } = fresh
  const [line] = history
  if (!line) return false
  // `bookedAt` tells this cancellation from a later one: a slow second try must not write over what came between.
  return changeVisit(
    _id,
    { state: 'cancelled', releasing: null, bookedAt: mine.bookedAt, slotId, memberId },
    data,
    line,
  )
}

export const cancelVisit: Handler<C['cancelVisit']> = async (call, { visitId }) => {
  for (let turn = 0; turn < TURNS; turn++) {
    const mine = await visitOf(visitId, call.actor.memberId)
    if (!mine) throw call.refusal('notFound')
    if (mine.state === 'booked') {
      const refusal = cancelVisitDecision(mine, call.now)
      if (refusal) throw call.refusal(refusal)
      if (!(await letGo(call, mine))) continue
    }
    // Repeating a cancellation whose answer was lost finishes what may be left of it.
    const releasing = mine.state === 'cancelled' ? mine.releasing : mine.placeId
    if (releasing) await visitPlaces.release(mine, releasing, call.now)
    return ownVisitView({ ...mine, state: 'cancelled' })
  }
  throw call.refusal('busy')
}

/** The visit lets go of its places, unless its party arrived or cancelled meanwhile. */
const letGo = (call: BoundCall<C['cancelVisit']>, { _id, placeId }: VisitDoc): Promise<boolean> =>
  changeVisit(
    _id,
    { state: 'booked', arrivedAt: null, placeId },
    { state: 'cancelled', placeId: null, releasing: placeId },
    { at: call.now, by: call.actor.memberId, what: 'cancelled' },
  )
