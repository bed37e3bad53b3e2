/** What `event` does when a fact arrives, its own or a neighbour's. Each may arrive twice. */
import type { Fact } from '../kernel/facts'
import { _ } from '../kernel/db'
import { ClaimMover } from '../kernel/place-merge'
import { eventPlaces, finishRelease, promoteWaiting } from './store/places'
import { changeRegistration, registrations } from './store/registrations'

const MAX_REGISTRATIONS = 1000

/** An event starts at another time: the copies in its registrations follow. */
export const followMove = async (fact: Fact<'eventMoved', { eventId: string; startsAt: Date }>): Promise<void> => {
  const { eventId, startsAt } = fact.data
  await registrations.change({ eventId, startsAt: _.neq(startsAt) }, { startsAt })
}

const claims = new ClaimMover(eventPlaces, {
  held: 'registered',
  at: 'attendedAt',
  fields: ['attendedAt', 'attendedBy', 'reason', 'recordedBy'],
})

/** A binding was merged into an imported record: what the person did moves to the record's id. */
export const followMerge = ({ data, at }: Fact<'memberMerged', { from: string; to: string }>): Promise<void> =>
  claims.moveAll(data.from, data.to, at)

/** A person's data was erased: places they still held go to others; past attendance stays as a figure without a name. */
export const followErasure = async (fact: Fact<'memberErased', { memberId: string }>): Promise<void> => {
  const { memberId } = fact.data
  // What an organiser wrote about them goes too.
  await registrations.change({ memberId, reason: _.neq('') }, { reason: '' })
  const held = await registrations.list({ where: { memberId, attendedAt: null }, limit: MAX_REGISTRATIONS })
  for (const registration of held) {
    if (registration.state !== 'cancelled' && registration.startsAt > fact.at) {
      const { state, placeId } = registration
      const line = { at: fact.at, by: '', what: 'erased' }
      await changeRegistration(
        registration._id,
        { state, placeId, attendedAt: null },
        { state: 'cancelled', placeId: null, releasing: placeId },
        line,
      )
      if (placeId) await finishRelease(registration, placeId, fact.at)
      await promoteWaiting(registration.eventId, fact.at)
    }
  }
}
