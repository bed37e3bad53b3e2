/** What leaves the server of the centre, a slot and a visit. The contract strips whatever it does not declare. */
import { CENTRE, FIRST_CENTRE } from '@/domain/centre/rules'
import type { CentreFields } from './centres'
import { closedReasonOf, type SlotDoc } from './slots'
import type { OwnVisit, VisitDoc } from './visits'

export const centreView = (fields: CentreFields) => ({ ...fields, ...CENTRE })

type ClosingFacts = Pick<CentreFields, 'week' | 'closures'>

/** @param slot where it says of itself that it is closed; null for one that nobody has written yet */
export const visitView = (visit: VisitDoc, slot: Pick<SlotDoc, 'closedReason'> | null, centre: ClosingFacts) => ({
  ...visit,
  id: visit._id,
  closedReason: closedReasonOf(visit.slotId, slot, centre),
})

export const ownVisitView = (visit: OwnVisit) =>
  visitView(visit, visit.slot[0] ?? null, visit.centre[0] ?? FIRST_CENTRE)
