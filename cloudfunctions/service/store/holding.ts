/** What holding a slot reads: the slot, its person, what the enterprise has already, and what is free when it was lost. */
import { overlaps, partsOfSlotId, sheetIdOf } from '@/domain/service/rules'
import { _, subPipeline } from '../../kernel/db'
import { SETTLE_MS } from '../../kernel/facts'
import { daySheets, unreserve, type Interval, type Whose } from './sheets'
import { freeSlots } from './slot-lists'
import { letGo, serviceSlots, type SlotDoc } from './slots'
import { inConflict, type SpecialistDoc } from './specialists'

export interface HoldingSheet {
  slot: SlotDoc
  /** Slots ahead that the enterprise holds or has booked, lapsed ones too. */
  own: SlotDoc[]
  specialist: SpecialistDoc | null
  /** Whether the enterprise has a sheet of that day. */
  known: boolean
}

const MOST_OWN = 50

/** Everything that a hold is decided on: one round trip. */
export const holdingSheet = async (slotId: string, enterpriseId: string, now: Date): Promise<HoldingSheet | null> => {
  const startsAt = partsOfSlotId(slotId)?.startsAt ?? now
  const sheet = subPipeline()
    .match({ _id: sheetIdOf('enterprise', enterpriseId, startsAt) })
    .limit(1)
    .project({ rev: 1 })
    .done()
  type Found = SlotDoc & { own: SlotDoc[]; person: SpecialistDoc[]; sheet: unknown[] }
  const [found] = await serviceSlots.pipeline<Found>((start) =>
    start
      .match({ _id: slotId })
      .limit(1)
      .lookup({
        from: 'serviceSlots',
        pipeline: subPipeline()
          .match({ enterpriseId, startsAt: _.gt(now) })
          .limit(MOST_OWN)
          .done(),
        as: 'own',
      })
      .lookup({ from: 'specialists', localField: 'specialistId', foreignField: '_id', as: 'person' })
      .lookup({ from: 'daySheets', pipeline: sheet, as: 'sheet' })
      .project({ history: 0, facts: 0 }),
  )
  if (!found) return null
  const { own, person, sheet: sheets, ...slot } = found
  return { slot, own, specialist: person[0] ?? null, known: sheets.length > 0 }
}

const MOST_OF_DAY = 200

/**
 * The slot of the same day that is free for this enterprise: of the same person before another of the same topic, by time.
 * Null when there is none.
 */
export const nextAfterLoss = async (
  lost: SlotDoc,
  enterpriseId: string,
  own: readonly SlotDoc[],
  now: Date,
): Promise<SlotDoc | null> => {
  const [free, conflicts] = await Promise.all([
    freeSlots({ dayId: lost.dayId, from: now, limit: MOST_OF_DAY }, now),
    inConflict(enterpriseId),
  ])
  const elsewhere = (slot: SlotDoc) =>
    own.some(
      (one) =>
        one.state === 'booked' &&
        overlaps({ from: one.startsAt, to: one.endsAt }, { from: slot.startsAt, to: slot.endsAt }),
    )
  const rank = (slot: SlotDoc) =>
    slot.specialistId === lost.specialistId ? 0 : slot.topics.some((topic) => lost.topics.includes(topic)) ? 1 : 2
  // By time already; sorting by rank keeps that order.
  const able = free.filter((slot) => !conflicts.has(slot.specialistId) && !elsewhere(slot))
  return able.sort((a, b) => rank(a) - rank(b))[0] ?? null
}

/** Whether the slot of an interval is still the enterprise's under the hold that the interval was taken for. */
export const holdOf = (key: string): { slotId: string; holdId: string } | null => {
  const [kind, slotId, holdId] = key.split('~')
  return kind === 'slot' && slotId && holdId ? { slotId, holdId } : null
}

/** Clears one interval that stands for nothing any more. What is being written at this moment is left alone. */
const clearOne = async (whose: Whose, interval: Interval, now: Date): Promise<boolean> => {
  const hold = holdOf(interval.key)
  if (!hold) return false
  const slot = await serviceSlots.get(hold.slotId)
  if (slot?.holdId === hold.holdId) {
    const lapsed = slot.state === 'held' && slot.until !== null && slot.until <= now
    if (!lapsed || !(await letGo(slot, 'lapsed', now))) return false
  } else {
    const fresh = new Date(now.getTime() - SETTLE_MS)
    const writing = { ownerId: whose.ownerId, pending: _.elemMatch({ key: interval.key, at: _.gte(fresh) }) }
    if ((await daySheets.count(writing)) > 0) return false
  }
  await unreserve(whose, interval.key, interval.from)
  return true
}

/** Clears intervals of an enterprise's own past out of the way: of lapsed holds, and of calls that died. */
export const clearDead = async (whose: Whose, busy: readonly Interval[], now: Date): Promise<boolean> => {
  let cleared = false
  for (const interval of busy) cleared = (await clearOne(whose, interval, now)) || cleared
  return cleared
}
