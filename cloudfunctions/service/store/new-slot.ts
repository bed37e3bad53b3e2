/** A slot as it is first written, and as it is again when it is let go of: what makes it and the demo's alike. */
import { serviceSlotIdOf, type SlotTime } from '@/domain/service/rules'
import type { ServiceDayDoc, Table } from './days'
import type { SlotDoc } from './slots'

/** Nobody's: what a slot loses when it is let go of. */
export const NOBODY = {
  enterpriseId: null,
  enterpriseName: '',
  heldBy: null,
  until: null,
  offered: false,
  holdId: null,
  consultationId: null,
  settleAt: null,
  letGoBy: null,
} as const

/** A free slot of a day's table. */
export const newSlot = (
  day: Pick<ServiceDayDoc, '_id' | 'edition' | 'teamId' | 'place'>,
  { specialistId, seat, name, title, topics }: Table,
  { startsAt, endsAt }: SlotTime,
): SlotDoc => ({
  _id: serviceSlotIdOf(day._id, seat, startsAt),
  dayId: day._id,
  edition: day.edition,
  teamId: day.teamId,
  specialistId,
  specialist: { name, title },
  topics: [...topics],
  placeName: day.place.name,
  startsAt,
  endsAt,
  state: 'free',
  ...NOBODY,
  withdrawnBy: null,
  facts: [],
  history: [],
})
