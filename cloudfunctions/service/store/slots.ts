/**
 * Collection `serviceSlots`: one document per bookable slot, `dayId:specialistId:start`. Every change of state is one
 * conditional update of it; whoever finds the condition broken was second.
 */
import { BOOK_BEFORE_MINUTES, HOLD_MS, type SlotState, type Topic } from '@/domain/service/rules'
import { MINUTE } from '@/domain/time'
import { _, collection, every, type Terms } from '../../kernel/db'
import { newFact, withFact, type Fact, type WithFacts } from '../../kernel/facts'
import { NOBODY } from './new-slot'

export interface SlotDoc extends WithFacts {
  dayId: string
  /** The day's edition that the slot belongs to; the day itself says which one is in force. */
  edition: number
  teamId: string
  specialistId: string
  specialist: { name: string; title: string }
  topics: Topic[]
  placeName: string
  startsAt: Date
  endsAt: Date
  state: SlotState
  enterpriseId: string | null
  /** Its name when it was held, so that booking it reads no more than the slot; missing on one that was offered or rebooked. */
  enterpriseName: string
  /** Member id of who holds or booked it. */
  heldBy: string | null
  /** Of a held one: until when. */
  until: Date | null
  /** Held for the first of the waiting list, whoever of that enterprise comes. */
  offered: boolean
  /** New with every hold; the enterprise's sheet knows the time under it. */
  holdId: string | null
  /** Whose consultation it is, or would become: it is made with the hold, so that booking twice makes one. */
  consultationId: string | null
  /** Booked then, and nobody has seen yet that its consultation stands. */
  settleAt: Date | null
  /** The enterprise that had it last and let go of it: it is kept for others. */
  letGoBy: string | null
  /** Why it can be booked no more: `moved`, `cancelled`, `erased`, `absence:<id>`, `left:<member>`. A booked one becomes `withdrawn` when it is let go of. */
  withdrawnBy: string | null
  history: { at: Date; by: string; what: string }[]
}

/** Whose the slot was before it became free. */
export interface Former {
  enterpriseId: string
  holdId: string
  startsAt: Date
  offered: boolean
}
export type FreedFact = Fact<'slotFreed', { slotId: string; former: Former | null }>
export type OfferedFact = Fact<'slotOffered', { slotId: string; holdId: string; waitId: string; until: Date }>

export const serviceSlots = collection<SlotDoc>('serviceSlots')

const HISTORY = 12
const line = (at: Date, by: string, what: string) => ({
  history: _.push({ each: [{ at, by, what }], slice: -HISTORY }),
})

/** The condition of a slot that can be taken at this moment: a hold that has lapsed counts as none. */
export const freeAt = (now: Date) => _.or([{ state: 'free' }, { state: 'held', until: _.lte(now) }])
/** The earliest start that can still be booked. */
export const bookableFrom = (now: Date): Date => new Date(now.getTime() + BOOK_BEFORE_MINUTES * MINUTE)

export const formerOf = ({ enterpriseId, holdId, startsAt, offered }: SlotDoc): Former | null =>
  enterpriseId && holdId ? { enterpriseId, holdId, startsAt, offered } : null

const freedFact = (slot: SlotDoc, now: Date): FreedFact =>
  newFact('slotFreed', { slotId: slot._id, former: formerOf(slot) }, now)

export interface Holding {
  memberId: string
  enterpriseId: string
  enterpriseName?: string
  /** Under which the enterprise's sheet has the time already. */
  holdId: string
}

/** What a change of a slot answers: the slot as it is now, and what is to be handed over. */
export interface Changed {
  slot: SlotDoc
  fact: Fact | null
}

/** The one write of every change: it holds only while the slot is whose it was when it was read. */
const change = async (
  slot: SlotDoc,
  condition: unknown,
  data: Partial<SlotDoc>,
  { at, by, what, fact = null }: { at: Date; by: string; what: string; fact?: Fact | null },
): Promise<Changed | null> => {
  const read = { _id: slot._id, state: slot.state, holdId: slot.holdId, withdrawnBy: slot.withdrawnBy }
  const won = await serviceSlots.change(every(read, condition), {
    ...data,
    ...line(at, by, what),
    ...(fact ? withFact(fact) : {}),
  })
  return won === 1 ? { slot: { ...slot, ...data }, fact } : null
}

/** Facts of whoever held it before and did not come back; a slot that was free had nobody. */
const leftBehind = (slot: SlotDoc, now: Date): Fact | null => (slot.state === 'held' ? freedFact(slot, now) : null)

const taking = (slot: SlotDoc, now: Date) =>
  every(freeAt(now), { startsAt: _.gte(bookableFrom(now)), withdrawnBy: null, _id: slot._id })

/**
 * Keeps a free slot for an enterprise for five minutes. Closes the race of many for one slot: the first update leaves it
 * held, and no other finds it free.
 */
export const holdSlot = (slot: SlotDoc, { memberId, enterpriseId, enterpriseName = '', holdId }: Holding, now: Date) =>
  change(
    slot,
    taking(slot, now),
    {
      ...NOBODY,
      state: 'held',
      enterpriseId,
      enterpriseName,
      heldBy: memberId,
      until: new Date(now.getTime() + HOLD_MS),
      holdId,
      consultationId: holdId,
    },
    { at: now, by: memberId, what: 'held', fact: leftBehind(slot, now) },
  )

/**
 * Keeps a free slot for the first of the waiting list. Closes the race of two offers, and of an offer with a hold. The
 * slot carries the fact of its offer: the waiting list and the people follow it.
 */
export const offerSlot = (
  slot: SlotDoc,
  { memberId, enterpriseId, holdId, until, waitId }: Holding & { until: Date; waitId: string },
  now: Date,
) =>
  change(
    slot,
    every({ state: 'free' }, taking(slot, now)),
    {
      ...NOBODY,
      state: 'held',
      enterpriseId,
      heldBy: memberId,
      until,
      offered: true,
      holdId,
      consultationId: holdId,
    },
    {
      at: now,
      by: '',
      what: 'offered',
      fact: newFact('slotOffered', { slotId: slot._id, holdId, waitId, until }, now) satisfies OfferedFact,
    },
  )

/** Takes a free slot for a consultation at once: for those whose day was moved or cancelled. */
export const bookFreeSlot = (
  slot: SlotDoc,
  { consultationId, enterpriseId, holdId }: { consultationId: string; enterpriseId: string; holdId: string },
  now: Date,
) =>
  change(
    slot,
    // Nobody chose it, so it need not be a quarter of an hour ahead: only still to come.
    every(freeAt(now), { startsAt: _.gt(now), withdrawnBy: null, _id: slot._id }),
    { ...NOBODY, state: 'booked', enterpriseId, holdId, consultationId, settleAt: now },
    { at: now, by: '', what: 'rebooked', fact: leftBehind(slot, now) },
  )

/**
 * Turns a hold into a booking: of the member who holds it, or of anybody of the enterprise that it was offered to. Closes
 * the race with its lapse: whichever update comes first makes the other find nothing.
 */
export const claimHeld = async (
  slotId: string,
  { consultationId, memberId, enterpriseId }: { consultationId?: string; memberId: string; enterpriseId: string },
  now: Date,
): Promise<boolean> => {
  const mine = _.or([{ heldBy: memberId, offered: false }, { offered: true }])
  const held = { _id: slotId, state: 'held', enterpriseId, until: _.gt(now), withdrawnBy: null }
  const data: Terms = {
    state: 'booked',
    heldBy: memberId,
    until: null,
    settleAt: now,
    ...(consultationId ? { consultationId } : {}),
  }
  return (await serviceSlots.change(every(held, mine), { ...data, ...line(now, memberId, 'booked') })) === 1
}

/** Takes a slot away from whoever has it: it is free, or withdrawn where it was to be. The fact lets others follow. */
export const letGo = (slot: SlotDoc, what: 'released' | 'lapsed' | 'cancelled', now: Date, condition: unknown = null) =>
  change(
    slot,
    condition,
    { ...NOBODY, state: slot.withdrawnBy === null ? 'free' : 'withdrawn', letGoBy: slot.enterpriseId },
    { at: now, by: slot.heldBy ?? '', what, fact: freedFact(slot, now) },
  )

/**
 * Nobody can book it any more. A booked one stays with its consultation until that lets go of it. Closes the race with a
 * hold or a booking: that one finds `withdrawnBy`, or this one finds another state than it read.
 */
export const withdrawSlot = (slot: SlotDoc, by: string, now: Date) =>
  change(
    slot,
    null,
    slot.state === 'booked' ? { withdrawnBy: by } : { ...NOBODY, state: 'withdrawn', withdrawnBy: by },
    {
      at: now,
      by: '',
      what: 'withdrawn',
      fact: formerOf(slot) && slot.state !== 'booked' ? freedFact(slot, now) : null,
    },
  )

/** It can be booked again after all. */
export const reopenSlot = (slot: SlotDoc, now: Date) =>
  change(slot, null, slot.state === 'withdrawn' ? { state: 'free', withdrawnBy: null } : { withdrawnBy: null }, {
    at: now,
    by: '',
    what: 'reopened',
    fact: slot.state === 'withdrawn' ? freedFact(slot, now) : null,
  })

/** Somebody has seen that the consultation of a booked slot stands. */
export const settleBooking = (slotId: string, consultationId: string): Promise<number> =>
  serviceSlots.change({ _id: slotId, consultationId, state: 'booked' }, { settleAt: null })
