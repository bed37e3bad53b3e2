/** What `event` does when a fact arrives, its own or a neighbour's. Each may arrive twice. */
import type { Fact } from '../kernel/facts'
import { _ } from '../kernel/db'
import { finishRelease, promoteWaiting } from './store/places'
import { changeRegistration, registrationId, registrations, type RegistrationDoc } from './store/registrations'

const MAX_REGISTRATIONS = 1000

/** An event starts at another time: the copies in its registrations follow. */
export const followMove = async (fact: Fact<'eventMoved', { eventId: string; startsAt: Date }>): Promise<void> => {
  const { eventId, startsAt } = fact.data
  await registrations.change({ eventId, startsAt: _.neq(startsAt) }, { startsAt })
}

/**
 * A binding was merged into an imported record: what the person did moves to the record's id. The copy is written before
 * the original goes, so that a crash leaves both and the repetition finishes; the place keeps its id throughout.
 */
export const followMerge = async (fact: Fact<'memberMerged', { from: string; to: string }>): Promise<void> => {
  const { from, to } = fact.data
  for (const old of await registrations.list({ where: { memberId: from }, limit: MAX_REGISTRATIONS })) {
    const moved: RegistrationDoc = { ...old, _id: registrationId(old.eventId, to), memberId: to }
    if ((await registrations.add(moved)) === 'exists') await combine(old, moved, fact.at)
    await registrations.remove({ _id: old._id })
  }
}

/**
 * Both records were in the same event: the first attendance stays, and only one place. The old registration lets go of its
 * own before it is given back, so that a repetition, however late, finds nothing more to give.
 */
const combine = async (old: RegistrationDoc, moved: RegistrationDoc, at: Date): Promise<void> => {
  const standing = await registrations.get(moved._id)
  if (!standing || (standing.placeId === moved.placeId && !old.releasing)) return
  if (moved.attendedAt && !standing.attendedAt) {
    const { attendedAt, attendedBy, reason, recordedBy } = moved
    await changeRegistration(
      moved._id,
      { attendedAt: null },
      { attendedAt, attendedBy, reason, recordedBy },
      { at, by: '', what: 'merged' },
    )
  }
  const { state, placeId } = old
  const line = { at, by: '', what: 'merged' }
  if (placeId) await changeRegistration(old._id, { state, placeId }, { placeId: null, releasing: placeId }, line)
  const releasing = placeId ?? old.releasing
  if (releasing) await finishRelease(old, releasing, at)
}

/** A person's data was erased: places they still held go to others; past attendance stays as a figure without a name. */
export const followErasure = async (fact: Fact<'memberErased', { memberId: string }>): Promise<void> => {
  const { memberId } = fact.data
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
