/** What `centre` does when a neighbour's fact arrives. Each may arrive twice. */
import { isOpenVisit } from '@/domain/centre/rules'
import type { Fact } from '../kernel/facts'
import { ClaimMover } from '../kernel/place-merge'
import { allVisitsOf, changeVisit, forgetWords, visitPlaces } from './store/visits'

const claims = new ClaimMover(visitPlaces, {
  held: 'booked',
  at: 'arrivedAt',
  fields: ['arrivedAt', 'arrivedBy', 'reason', 'recordedBy'],
  details: ['groupName', 'bookedAt'],
})

/** A binding was merged into an imported record: what the person booked moves to the record's id. */
export const followMerge = ({ data, at }: Fact<'memberMerged', { from: string; to: string }>): Promise<void> =>
  claims.moveAll(data.from, data.to, at)

/**
 * A person's data was erased: places they still hold go back; past visits stay as figures without a name, and what was
 * written about them or their group goes too.
 */
export const followErasure = async ({ data, at }: Fact<'memberErased', { memberId: string }>): Promise<void> => {
  await forgetWords(data.memberId)
  for (const visit of await allVisitsOf(data.memberId)) {
    const { _id, placeId } = visit
    if (isOpenVisit(visit, at)) {
      const condition = { state: 'booked', placeId, arrivedAt: null }
      const erased = { at, by: '', what: 'erased' }
      if (!(await changeVisit(_id, condition, { state: 'cancelled', placeId: null, releasing: placeId }, erased)))
        continue
    }
    // Also what a cancellation of theirs that died has left.
    const releasing = isOpenVisit(visit, at) ? placeId : visit.releasing
    if (releasing) await visitPlaces.release(visit, releasing, at)
  }
}
