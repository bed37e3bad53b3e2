/** What `event` does when a fact arrives, its own or a neighbour's. Each may arrive twice. */
import type { Fact } from '../kernel/facts'
import { _ } from '../kernel/db'
import { finishRelease, isGivenBack, promoteWaiting } from './store/places'
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
    await moveRegistration(old, to, fact.at)
  }
}

const TURNS = 5

/**
 * Moves one registration. A call that began under the old id may still write to it: the original goes only as it was
 * copied, and what was written meanwhile is carried over first.
 */
const moveRegistration = async (first: RegistrationDoc, to: string, at: Date): Promise<void> => {
  let old: RegistrationDoc | null = first
  for (let turn = 0; old && turn < TURNS; turn++) {
    const moved: RegistrationDoc = { ...old, _id: registrationId(old.eventId, to), memberId: to }
    if ((await registrations.add(moved)) === 'exists') await combine(old, moved, at)
    const { _id, state, placeId, releasing, attendedAt } = old
    if ((await registrations.remove({ _id, state, placeId, releasing, attendedAt })) === 1) return
    old = await registrations.get(_id)
  }
}

const merged = (at: Date) => ({ at, by: '', what: 'merged' })

/** What stands under the record's id. A place that was given back under the old id after it was copied is not held here. */
const standingBeside = async (old: RegistrationDoc, id: string, at: Date): Promise<RegistrationDoc | null> => {
  const standing = await registrations.get(id)
  const placeId = standing?.placeId
  if (!placeId || !(placeId === old.releasing || (await isGivenBack(old.eventId, placeId)))) return standing
  await changeRegistration(id, { placeId, attendedAt: null }, { state: 'cancelled', placeId: null }, merged(at))
  return registrations.get(id)
}

/**
 * Both records were in the same event: the first attendance stays, and only one place, which goes to the one that has
 * none. The old registration lets go of its own before it is given back, so that a repetition, however late, finds
 * nothing more to give.
 */
const combine = async (old: RegistrationDoc, moved: RegistrationDoc, at: Date): Promise<void> => {
  const standing = await standingBeside(old, moved._id, at)
  if (!standing) return
  if (moved.attendedAt && !standing.attendedAt) {
    const { attendedAt, attendedBy, reason, recordedBy } = moved
    await changeRegistration(
      moved._id,
      { attendedAt: null },
      { attendedAt, attendedBy, reason, recordedBy },
      merged(at),
    )
  }
  if (standing.placeId === moved.placeId && !old.releasing) return
  if (old.placeId && standing.placeId === null && (await handPlace(standing, old.placeId, at))) return
  await letGo(old, at)
}

/** Hands a place over, unless it was given back under the record's id since it was copied there. */
const handPlace = async ({ _id, eventId, state }: RegistrationDoc, placeId: string, at: Date): Promise<boolean> =>
  !(await isGivenBack(eventId, placeId)) &&
  changeRegistration(_id, { state, placeId: null, releasing: null }, { state: 'registered', placeId }, merged(at))

const letGo = async (old: RegistrationDoc, at: Date): Promise<void> => {
  const { state, placeId } = old
  if (placeId) await changeRegistration(old._id, { state, placeId }, { placeId: null, releasing: placeId }, merged(at))
  const releasing = placeId ?? old.releasing
  if (releasing) await finishRelease(old, releasing, at)
}

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
