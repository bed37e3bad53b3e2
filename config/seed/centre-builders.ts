/** The centre, its visiting slots and visits as their stores would have written them: see builders.ts. */
import { FIRST_CENTRE, slotIdOf, type Party } from '@/domain/centre/rules'
import { dayKey, HOUR, sayTime } from '@/domain/time'
import type { CentreDoc } from '../../cloudfunctions/centre/store/centres'
import type { SlotDoc } from '../../cloudfunctions/centre/store/slots'
import type { VisitDoc } from '../../cloudfunctions/centre/store/visits'

/** The one centre; its key is made up, so that the same code stands at every demo's door. */
export const buildCentre = (overrides: Partial<CentreDoc> = {}): CentreDoc => ({
  ...FIRST_CENTRE,
  _id: 'centre',
  secret: Buffer.from('centre-secret').toString('hex').padEnd(64, '0'),
  rev: 0,
  history: [],
  ...overrides,
})

/** A slot of an hour that somebody booked or closed. `taken` and `guided` are the caller's to count. */
export const buildVisitSlot = (startsAt: Date, overrides: Partial<SlotDoc> = {}): SlotDoc => ({
  _id: slotIdOf(dayKey(startsAt), sayTime(startsAt).padStart(5, '0')),
  startsAt,
  endsAt: new Date(startsAt.getTime() + HOUR),
  capacity: FIRST_CENTRE.visiting.capacity,
  guides: FIRST_CENTRE.visiting.guides,
  taken: 0,
  guided: 0,
  closedReason: '',
  takes: [],
  releases: [],
  rev: 0,
  history: [],
  ...overrides,
})

type Slot = Pick<SlotDoc, '_id' | 'startsAt' | 'endsAt'>

/** A visit of one person without a guide that holds its places; the caller counts them in the slot. */
export const buildVisit = (slot: Slot, memberId: string, overrides: Partial<VisitDoc> = {}): VisitDoc => {
  const state = overrides.state ?? 'booked'
  return {
    _id: `${slot._id}:${memberId}`,
    slotId: slot._id,
    memberId,
    state,
    size: 1,
    guide: false,
    groupName: '',
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    bookedAt: new Date(slot.startsAt.getTime() - 24 * HOUR),
    placeId: state === 'booked' ? `place-${slot._id}-${memberId}` : null,
    releasing: null,
    arrivedAt: null,
    arrivedBy: null,
    reason: '',
    recordedBy: '',
    history: [],
    ...overrides,
  }
}

/** What the visits of a slot count for together. */
export const countedIn = (
  visits: readonly (Party & Pick<VisitDoc, 'placeId'>)[],
): { taken: number; guided: number } => {
  const holding = visits.filter(({ placeId }) => placeId !== null)
  return {
    taken: holding.reduce((sum, { size }) => sum + size, 0),
    guided: holding.filter(({ guide }) => guide).length,
  }
}
