/** Why slots are closed without their day being so, and how they are opened again. */
import type { Fact } from '../../kernel/facts'
import { absencesOf, absentThen, type AbsenceDoc } from './absences'
import { findDays, type ServiceDayDoc } from './days'
import { slotsWithdrawnBy } from './slot-lists'
import { reopenSlot, serviceSlots, type SlotDoc } from './slots'

export const absenceMark = (absenceId: string): string => `absence:${absenceId}`
export const leftMark = (memberId: string): string => `left:${memberId}`

/**
 * What was withdrawn for one reason, still lies ahead and is open by all others can be booked again.
 *
 * @param person whose slots they are, and the team that they serve
 * @returns facts for handing over
 */
export const reopenAhead = async (
  mark: string,
  { specialistId, teamId }: { specialistId: string; teamId: string | null },
  now: Date,
): Promise<Fact[]> => {
  const slots = (await slotsWithdrawnBy(mark)).filter(({ startsAt }) => startsAt > now)
  if (slots.length === 0) return []
  const days = new Map((await findDays(slots.map(({ dayId }) => dayId))).map((day) => [day._id, day]))
  const others = await absencesOf([specialistId], now)
  const facts: Fact[] = []
  for (const slot of slots) {
    const other = teamId === slot.teamId ? stillClosed(slot, days.get(slot.dayId), others) : leftMark(specialistId)
    if (other !== null)
      await serviceSlots.change({ _id: slot._id, withdrawnBy: slot.withdrawnBy }, { withdrawnBy: other })
    const changed = other === null ? await reopenSlot(slot, now) : null
    if (changed?.fact) facts.push(changed.fact)
  }
  return facts
}

/** Why a slot stays closed although its person is back; null when it does not. */
const stillClosed = (slot: SlotDoc, day: ServiceDayDoc | undefined, others: readonly AbsenceDoc[]): string | null => {
  if (day?.state === 'cancelled') return 'cancelled'
  if (day?.edition !== slot.edition) return 'moved'
  const away = absentThen(others, slot)
  return away ? absenceMark(away._id) : null
}
