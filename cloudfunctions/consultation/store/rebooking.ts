/** Meetings that lose their slot: the day was moved or cancelled. Each finds another with the same person, or waits for one. */
import { courseWords } from '@/domain/consultation/labels'
import { outcomeDue } from '@/domain/consultation-clock'
import { DAY, dayKey, startOfDay } from '@/domain/time'
import type { Fact } from '../../kernel/facts'
import { isWorkingDay } from '../../kernel/working-days'
import { freeSlotsOf, releaseSlot, takeFreeSlot, type SlotDoc } from '../../service/public'
import { change, consultations } from './consultations'
import type { ConsultationDoc, Core } from './document'
import { aboutOf, contactsIn, ownerIn, released, said, told, topicOf } from './facts'
import { isStale, meetingOf, NO_SLOT, slotFields, whenOf } from './slots'

const TURNS = 3

/** Which slot a meeting loses; it is left alone once it has another. */
type Lost = Pick<SlotDoc, '_id' | 'holdId' | 'startsAt'>

const holds = (doc: ConsultationDoc | null, lost: Lost): doc is ConsultationDoc =>
  doc?.state === 'booked' && doc.slotId === lost._id && doc.holdId === lost.holdId

/**
 * Finds another slot for a meeting. A slot is claimed before the consultation says so; if this dies in between, its
 * repetition goes on with the claim, or the timer gives it back.
 *
 * @param candidates slots of the same person, the best first
 * @returns what is to be handed over; none when somebody moved or cancelled it meanwhile
 */
export const rebook = async (
  consultationId: string,
  lost: Lost,
  candidates: readonly SlotDoc[],
  now: Date,
): Promise<Fact[]> => {
  for (let turn = 0; turn < TURNS; turn++) {
    const doc = await consultations.get(consultationId)
    if (!holds(doc, lost)) return []
    const slot = await firstFree(doc, lost, candidates, now)
    const changed = slot ? await moveTo(doc, slot, now) : await unplace(doc, now)
    if (changed) return changed.facts.slice(doc.facts.length)
  }
  throw new Error(`consultation ${consultationId} changes under our hands`)
}

const firstFree = async (
  { _id, enterpriseId }: ConsultationDoc,
  lost: Lost,
  candidates: readonly SlotDoc[],
  now: Date,
): Promise<SlotDoc | null> => {
  for (const { _id: slotId } of candidates) {
    const claim = { consultationId: _id, enterpriseId, insteadOf: lost._id }
    const taken = await takeFreeSlot(slotId, claim, now)
    if (taken && !isStale(taken, now)) return taken
    if (!taken) continue
    // Claimed by a try that died: the timer may be giving it back at this moment, so it is taken anew under another hold.
    await releaseSlot(slotId, _id, now, taken.holdId)
    const again = await takeFreeSlot(slotId, claim, now)
    if (again && !isStale(again, now)) return again
  }
  return null
}

const bySystem = { kind: 'state', side: 'system', by: '', byName: '' } as const

const moveTo = (doc: ConsultationDoc, slot: SlotDoc, now: Date) => {
  const meeting = meetingOf(slot)
  const facts: Fact[] = [
    said(doc._id, { ...bySystem, text: courseWords.moved(whenOf(slot.startsAt), slot.placeName) }, now),
    told(doc, contactsIn(doc), 'meetingMoved', { ...topicOf(doc), ...meeting }, now),
    told(doc, ownerIn(doc), 'bookingMoved', { ...aboutOf(doc), ...meeting }, now),
    ...released(doc, now),
  ]
  const patch = { ...slotFields(slot), dueAt: outcomeDue(slot.endsAt, isWorkingDay) }
  return change(doc, patch, { at: now, by: '', what: 'rebooked', said: 1, facts })
}

/** No other slot was found: the enterprise chooses one, and is reminded of it if it does not. */
const unplace = (doc: ConsultationDoc, now: Date) => {
  const { patch, facts } = withoutSlot(doc, now)
  const at = (doc.startsAt ?? now).getTime()
  const tellOwner = told(doc, ownerIn(doc), 'bookingCancelled', { ...aboutOf(doc), at }, now)
  return change(doc, patch, { at: now, by: '', what: 'unplaced', said: 1, facts: [...facts, tellOwner] })
}

/** What a meeting becomes that loses its slot for none, with one line said. */
export const withoutSlot = (doc: ConsultationDoc, now: Date): { patch: Partial<Core>; facts: Fact[] } => {
  const at = (doc.startsAt ?? now).getTime()
  const facts: Fact[] = [
    said(doc._id, { ...bySystem, text: courseWords.lost }, now),
    told(doc, contactsIn(doc), 'meetingLost', { ...topicOf(doc), at }, now),
    ...released(doc, now),
  ]
  const patch = { ...NO_SLOT, state: 'unplaced' as const, dueAt: null, waitingSince: now }
  return { patch, facts }
}

/** The slot stays and the place is another: both sides are told where, as long as they still have to go there. */
export const replace = async (slot: SlotDoc, now: Date): Promise<Fact[]> => {
  const doc = slot.consultationId === null ? null : await consultations.get(slot.consultationId)
  if (!holds(doc, slot) || doc.placeName === slot.placeName) return []
  const facts: Fact[] =
    slot.startsAt <= now
      ? []
      : [
          said(doc._id, { ...bySystem, text: courseWords.elsewhere(slot.placeName) }, now),
          told(doc, contactsIn(doc), 'meetingMoved', { ...topicOf(doc), ...meetingOf(slot) }, now),
          told(doc, ownerIn(doc), 'bookingMoved', { ...aboutOf(doc), ...meetingOf(slot) }, now),
        ]
  const deed = { at: now, by: '', what: 'replaced', said: Math.min(facts.length, 1), facts }
  const changed = await change(doc, { placeName: slot.placeName }, deed)
  if (!changed) throw new Error(`consultation ${doc._id} changes under our hands`)
  return facts
}

const nearestTo = (at: number) => (a: SlotDoc, b: SlotDoc) =>
  Math.abs(a.startsAt.getTime() - at) - Math.abs(b.startsAt.getTime() - at)

/**
 * Slots of a moved day for a meeting that lost its own: what this very meeting claimed already, then the slot that comes
 * at the same place in the row of the same person, then the nearest to it.
 */
export const slotsAfterMove = (lost: SlotDoc, all: readonly SlotDoc[]): SlotDoc[] => {
  const own = all.filter(({ specialistId }) => specialistId === lost.specialistId)
  const nth = own.filter(({ edition }) => edition === lost.edition).findIndex(({ _id }) => _id === lost._id)
  const fresh = own.filter(({ withdrawnBy }) => withdrawnBy === null)
  const same = fresh[Math.min(nth, fresh.length - 1)]
  const open = fresh.filter(({ state, consultationId }) => state !== 'booked' || consultationId === lost.consultationId)
  const claimed = (slot: SlotDoc) => (slot.state === 'booked' ? 0 : 1)
  const near = nearestTo((same ?? lost).startsAt.getTime())
  return open.sort((a, b) => claimed(a) - claimed(b) || near(a, b))
}

const WITHIN_DAYS = 30
const MOST_FREE = 100
const timeOfDay = (at: Date): number => at.getTime() - startOfDay(at).getTime()

/** Free slots of the same person on their next day within thirty, the nearest time of day first. */
export const slotsOnNextDay = async (lost: SlotDoc, now: Date): Promise<SlotDoc[]> => {
  const free = await freeSlotsOf({ specialistId: lost.specialistId, from: now, limit: MOST_FREE })
  const others = free.filter(({ dayId, startsAt }) => {
    return dayId !== lost.dayId && startsAt.getTime() <= now.getTime() + WITHIN_DAYS * DAY
  })
  const [next] = others
  const wanted = timeOfDay(lost.startsAt)
  return others
    .filter(({ startsAt }) => next !== undefined && dayKey(startsAt) === dayKey(next.startsAt))
    .sort((a, b) => Math.abs(timeOfDay(a.startsAt) - wanted) - Math.abs(timeOfDay(b.startsAt) - wanted))
}
