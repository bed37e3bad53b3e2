/**
 * What neighbours may ask of the team, its days and its slots, and how a consultation takes and gives back a slot.
 *
 * The order that survives a death at any moment: a slot is claimed first, under the consultation's id, then the
 * consultation is written. `unsettledSlots` tells which claims are older than any call that could still be writing one; the
 * consultation's timer looks whether each stands and answers with `settleSlot`, or with `releaseSlot` when it does not.
 */
import type { Topic } from '@/domain/service/rules'
import { handOver } from '../kernel/facts'
import { randomId } from '../kernel/secrets'
import { followFreed } from './reactions'
import { serviceDays, type ServiceDayDoc } from './store/days'
import {
  dropInterval,
  meetingInterval,
  reserve,
  settleInterval,
  sheetsToSettle,
  slotInterval,
  unreserve,
  type Whose,
} from './store/sheets'
import { daySlots, findSlots, freeSlots, slotsToSettle, type FreeFilter } from './store/slot-lists'
import {
  bookFreeSlot,
  claimHeld,
  letGo,
  serviceSlots,
  settleBooking,
  type Changed,
  type FreedFact,
  type SlotDoc,
} from './store/slots'
import { activeSpecialists, specialists, teamSpecialists, type SpecialistDoc } from './store/specialists'
import { waitView } from './store/views'
import { endWait, keptFor } from './store/waits'

export type { DayCancelledFact, DayMovedFact, DayPublishedFact, PersonAwayFact, ServingFact } from './reactions'
export { answersFor } from './store/serving'
export type { SlotDoc, SpecialistDoc, ServiceDayDoc }

const enterpriseSheet = (enterpriseId: string): Whose => ({ owner: 'enterprise', ownerId: enterpriseId })
const specialistSheet = (specialistId: string): Whose => ({ owner: 'specialist', ownerId: specialistId })

const TURNS = 3

const freed = async (changed: Changed | null): Promise<void> => {
  if (changed?.fact) await handOver(changed.fact as FreedFact, [followFreed])
}

// ── slots ───────────────────────────────────────────────────────────────────────────────────────

/** `consultationId` of a held slot is the id that its consultation is to get: booking it twice makes one. */
export const slotById = (id: string): Promise<SlotDoc | null> => serviceSlots.get(id)

/** Of these slots the ones at which nobody sits: their day or their person is gone. One round trip; none for no ids. */
export const slotsWithoutPerson = async (ids: readonly string[]): Promise<Set<string>> =>
  new Set((await findSlots(ids)).filter(({ withdrawnBy }) => withdrawnBy !== null).map(({ _id }) => _id))

/**
 * Turns a hold into a booking: one held by this member for this enterprise, or offered to the enterprise, and not lapsed.
 * Again with the same consultation it answers the slot.
 *
 * @param claim without a consultation it is for the one whose id the hold made
 * @returns the booked slot; null when somebody else has it, or the hold has lapsed
 */
export const claimSlot = async (
  slotId: string,
  claim: { consultationId?: string; memberId: string; enterpriseId: string },
  now: Date,
): Promise<SlotDoc | null> => {
  const won = await claimHeld(slotId, claim, now)
  const slot = await serviceSlots.get(slotId)
  if (!slot || !isClaimed(slot, claim)) return null
  if (won && slot.offered && slot.holdId) await endWait(slot.holdId)
  return slot
}

const isClaimed = (
  { state, consultationId, heldBy, enterpriseId }: SlotDoc,
  claim: { consultationId?: string; memberId: string; enterpriseId: string },
): boolean =>
  state === 'booked' &&
  enterpriseId === claim.enterpriseId &&
  (claim.consultationId ? consultationId === claim.consultationId : heldBy === claim.memberId)

/**
 * Gives back the slot of a consultation: free at once, or withdrawn where its day has gone elsewhere. The enterprise's time
 * and the waiting list follow. Safe to repeat; a slot that is another consultation's by now is left alone, and so is one
 * that came back to the same consultation under another hold.
 */
export const releaseSlot = async (
  slotId: string,
  consultationId: string,
  now: Date,
  holdId: string | null = null,
): Promise<void> => {
  for (let turn = 0; turn < TURNS; turn++) {
    const slot = await serviceSlots.get(slotId)
    if (slot?.state !== 'booked' || slot.consultationId !== consultationId) return
    if (holdId !== null && slot.holdId !== holdId) return
    const changed = await letGo(slot, 'cancelled', now, { consultationId })
    // It was withdrawn or reopened between the read and the write otherwise.
    if (changed) return freed(changed)
  }
  throw new Error(`slot ${slotId} changes under our hands`)
}

/**
 * Books a free slot at once, the enterprise's time included: for those whose day was moved or cancelled. Again with the
 * same consultation it answers the slot.
 *
 * @param insteadOf the slot that is given up for this one, so that the two may overlap
 * @returns the booked slot; null when somebody else has it, or the enterprise is elsewhere then
 */
export const takeFreeSlot = async (
  slotId: string,
  { consultationId, enterpriseId, insteadOf }: { consultationId: string; enterpriseId: string; insteadOf?: string },
  now: Date,
): Promise<SlotDoc | null> => {
  const slot = await serviceSlots.get(slotId)
  if (!slot) return null
  if (slot.state === 'booked') return slot.consultationId === consultationId ? slot : null
  const holdId = randomId()
  const interval = slotInterval(slot, holdId)
  const reserved = await reserve(enterpriseSheet(enterpriseId), interval, now, {
    beside: insteadOf ? [insteadOf] : [],
  })
  if (!reserved.ok) return null
  const taken = await bookFreeSlot(slot, { consultationId, enterpriseId, holdId }, now)
  if (!taken) {
    await unreserve(enterpriseSheet(enterpriseId), interval.key, interval.from)
    const standing = await serviceSlots.get(slotId)
    return standing?.state === 'booked' && standing.consultationId === consultationId ? standing : null
  }
  await freed(taken)
  return taken.slot
}

/** Slots that can be booked at this moment and begin at `from` or later, soonest first. One round trip. */
export const freeSlotsOf = (filter: FreeFilter): Promise<SlotDoc[]> => freeSlots(filter, new Date())

/**
 * Every slot of a day in order, those of the time before it was moved too: booked ones with `withdrawnBy` other than null
 * are those whose consultation has to find another.
 */
export const slotsOfDay = (dayId: string): Promise<SlotDoc[]> => daySlots(dayId)

/** Slots booked before `cutoff` of which nobody has seen yet that their consultation stands. */
export const unsettledSlots = (cutoff: Date, limit: number): Promise<SlotDoc[]> => slotsToSettle(cutoff, limit)

/** The consultation of this slot stands. */
export const settleSlot = async (slotId: string, consultationId: string): Promise<void> => {
  await settleBooking(slotId, consultationId)
}

/** Slots that are kept for these enterprises at this moment, the first to lapse first. One round trip. */
export const keptSlots = async (enterpriseIds: readonly string[], now: Date) =>
  (await keptFor(enterpriseIds, now)).map((wait) => waitView(wait, now))

// ── days and people ─────────────────────────────────────────────────────────────────────────────

export const serviceDayById = (id: string): Promise<ServiceDayDoc | null> => serviceDays.get(id)

/** Who advises at present, on this topic or on any. `conflicts` names enterprises that they must not advise. */
export const specialistsFor = (topic?: Topic): Promise<SpecialistDoc[]> => activeSpecialists(topic)
export const specialistById = (id: string): Promise<SpecialistDoc | null> => specialists.get(id)
export const specialistsOfTeam = (teamId: string): Promise<SpecialistDoc[]> => teamSpecialists([teamId])

// ── meetings outside service days ───────────────────────────────────────────────────────────────

/** A meeting of one specialist and one enterprise within one day; its key, `<meeting>~<n>`, is new when its time changes. */
export interface Meeting {
  key: string
  specialistId: string
  enterpriseId: string
  from: Date
  to: Date
}

/**
 * Takes the time of both. Under the same key it changes nothing; what was taken of one when the other is busy is given
 * back. The meeting is written after it: `unsettledMeetings` tells those that nobody has seen written yet.
 *
 * @returns who is taken then, and since when
 */
export const reserveMeeting = async ({
  key,
  specialistId,
  enterpriseId,
  from,
  to,
}: Meeting): Promise<{ ok: true } | { ok?: undefined; busy: 'specialist' | 'enterprise'; at: Date }> => {
  const interval = meetingInterval(key, { from, to })
  const now = new Date()
  const person = await reserve(specialistSheet(specialistId), interval, now)
  if (!person.ok) return { busy: 'specialist', at: person.busy[0]?.from ?? from }
  const enterprise = await reserve(enterpriseSheet(enterpriseId), interval, now)
  if (enterprise.ok) return { ok: true }
  await unreserve(specialistSheet(specialistId), interval.key, from)
  return { busy: 'enterprise', at: enterprise.busy[0]?.from ?? from }
}

/** Gives the time of both back. Safe to repeat. */
export const releaseMeeting = async (
  key: string,
  { specialistId, enterpriseId, from }: Pick<Meeting, 'specialistId' | 'enterpriseId' | 'from'>,
): Promise<void> => {
  const { key: intervalKey } = meetingInterval(key, { from, to: from })
  await unreserve(specialistSheet(specialistId), intervalKey, from)
  await unreserve(enterpriseSheet(enterpriseId), intervalKey, from)
}

/** Time taken for a meeting before `cutoff`, of which nobody has seen yet that the meeting was written. */
export interface UnsettledMeeting {
  key: string
  sheetId: string
}
export const unsettledMeetings = async (cutoff: Date, limit: number): Promise<UnsettledMeeting[]> => {
  const sheets = await sheetsToSettle('meetings', cutoff, limit)
  return sheets.flatMap(({ _id, meetings }) =>
    meetings.filter(({ at }) => at < cutoff).map((note) => ({ key: note.key.slice('meeting~'.length), sheetId: _id })),
  )
}

/** The meeting is there (`stands`), or the time taken for it is given back. */
export const settleMeeting = async ({ key, sheetId }: UnsettledMeeting, stands: boolean): Promise<void> => {
  const { key: intervalKey } = meetingInterval(key, { from: new Date(0), to: new Date(0) })
  if (stands) await settleInterval(sheetId, intervalKey)
  else await dropInterval(sheetId, intervalKey)
}
