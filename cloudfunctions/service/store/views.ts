/** What leaves the server of a day, a slot, a specialist. The contract strips whatever it does not declare. */
import { isBookable, isFree } from '@/domain/service/rules'
import type { AbsenceDoc } from './absences'
import type { ServiceDayDoc } from './days'
import type { SlotDoc } from './slots'
import type { SpecialistDoc } from './specialists'
import type { WaitDoc } from './waits'

export const dayCard = (day: ServiceDayDoc, free: number) => ({
  ...day,
  id: day._id,
  people: day.tables
    .filter(({ gone }) => !gone)
    .map(({ specialistId, name, title }) => ({ id: specialistId, name, title })),
  free: day.state === 'published' ? free : 0,
})

/** A slot as somebody sees it who speaks for these enterprises. */
export const slotView = (slot: SlotDoc, enterpriseIds: readonly string[], now: Date) => {
  const free = isFree(slot, now)
  const mine = !free && slot.enterpriseId !== null && enterpriseIds.includes(slot.enterpriseId)
  const open = free ? ('free' as const) : ('taken' as const)
  const { _id: id, specialistId, startsAt, endsAt } = slot
  return {
    id,
    specialistId,
    startsAt,
    endsAt,
    is: mine ? ('mine' as const) : isBookable(slot, now) ? open : ('past' as const),
  }
}

export const heldView = (slot: SlotDoc, now: Date) => ({
  id: slot._id,
  dayId: slot.dayId,
  startsAt: slot.startsAt,
  endsAt: slot.endsAt,
  placeName: slot.placeName,
  specialist: { id: slot.specialistId, ...slot.specialist },
  until: slot.until ?? now,
  now,
})

export const editedView = (day: ServiceDayDoc, booked: number) => ({
  id: day._id,
  teamId: day.teamId,
  rev: day.rev,
  state: day.state,
  draft: { ...day, tables: day.tables.map(({ specialistId }) => ({ specialistId })) },
  booked,
  cancelReason: day.cancelReason,
})

export const waitView = (wait: WaitDoc, now: Date) => {
  const { enterpriseId, topic, slotId, startsAt, until } = wait
  const standing = wait.state === 'offered' && slotId && startsAt && until && until > now
  return { enterpriseId, topic, since: wait.at, offer: standing ? { slotId, startsAt, until } : null }
}

export const absenceView = ({ _id, from, to, note }: AbsenceDoc) => ({ id: _id, from, to, note })

export const specialistCardView = ({ _id, name, title, intro, topics }: SpecialistDoc) => ({
  id: _id,
  name,
  title,
  intro,
  topics,
})

/** @param names of the enterprises that they must not advise, as far as there are such */
export const specialistView = (
  specialist: SpecialistDoc,
  names: ReadonlyMap<string, { name: string }>,
  absences: readonly AbsenceDoc[],
) => ({
  ...specialistCardView(specialist),
  teamId: specialist.teamId,
  active: specialist.active,
  rev: specialist.rev,
  conflicts: specialist.conflicts.map((id) => ({ id, name: names.get(id)?.name ?? '' })),
  absences: absences.filter(({ specialistId }) => specialistId === specialist._id).map(absenceView),
})
