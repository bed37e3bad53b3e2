/** How a slot that came free finds the first of the waiting list who can come. */
import { isBookable, offerUntil } from '@/domain/service/rules'
import { newFact, withFact } from '../../kernel/facts'
import { randomId } from '../../kernel/secrets'
import { serviceDays } from './days'
import { reserve, slotInterval, takenThen, unreserve, type Whose } from './sheets'
import { offerSlot, serviceSlots, type OfferedFact, type SlotDoc } from './slots'
import { specialists } from './specialists'
import { queueFor, type WaitDoc } from './waits'

export const enterpriseSheet = (enterpriseId: string): Whose => ({ owner: 'enterprise', ownerId: enterpriseId })

/** Who waits for the slot, in order, without those who are elsewhere then or must not be advised by this person. */
const ableToCome = async (slot: SlotDoc): Promise<WaitDoc[]> => {
  const queue = await queueFor(slot.topics, slot._id)
  if (queue.length === 0) return []
  const sheets = queue.map(({ enterpriseId }) => enterpriseSheet(enterpriseId))
  const [specialist, taken] = await Promise.all([
    specialists.get(slot.specialistId),
    takenThen(sheets, { from: slot.startsAt, to: slot.endsAt }),
  ])
  if (!specialist?.active) return []
  return queue.filter(
    ({ enterpriseId }) =>
      !taken.has(enterpriseId) && !specialist.conflicts.includes(enterpriseId) && enterpriseId !== slot.letGoBy,
  )
}

/**
 * Keeps a free slot for the first who waits for it and can come; not for who let go of it.
 *
 * @returns the fact of the offer; null when there is none
 */
export const offerNext = async (slotId: string, now: Date): Promise<OfferedFact | null> => {
  const slot = await serviceSlots.get(slotId)
  const until = slot && offerUntil(slot, now)
  // One whose hold has lapsed is offered when the sweeper has freed it.
  if (!slot || !until || slot.withdrawnBy !== null || slot.state !== 'free') return null
  for (const { _id: waitId, memberId, enterpriseId } of await ableToCome(slot)) {
    const holdId = randomId()
    const interval = slotInterval(slot, holdId)
    if (!(await reserve(enterpriseSheet(enterpriseId), interval, now)).ok) continue
    const offered = await offerSlot(slot, { memberId, enterpriseId, holdId, until, waitId }, now)
    if (offered) return offered.fact as OfferedFact
    // Somebody took it meanwhile: they have it, and the time is given back.
    await unreserve(enterpriseSheet(enterpriseId), interval.key, interval.from)
    return null
  }
  return null
}

export const isOfferable = (slot: SlotDoc, now: Date): boolean =>
  slot.state === 'free' && slot.withdrawnBy === null && isBookable(slot, now)

/** Slots of a day after this one are still to be offered: the timer goes on with them. */
export const noteOpened = async (dayId: string, after: string | null, now: Date): Promise<void> => {
  await serviceDays.change({ _id: dayId }, withFact(newFact('slotsOpened', { dayId, after }, now)))
}
