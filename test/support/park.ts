/** The people and events that tests of the functions are about, put into the running cloud. */
import type { EventDoc } from '../../cloudfunctions/event/store/events'
import type { RegistrationDoc } from '../../cloudfunctions/event/store/registrations'
import { buildActor, buildBranch, buildEvent, buildMember } from '../../config/seed/builders'
import type { Grant } from '@/domain/kit'
import { cloud } from './cloud'

/** Saturday morning at the park, in no night and in no window's edge. */
export const NOW = new Date('2026-11-21T02:00:00Z')
export const HOUR = 3600_000
export const MINUTE = 60_000

export const branch = buildBranch(1)
export const otherBranch = buildBranch(2)

/** An event of `branch` that starts so many hours from NOW. */
export const eventIn = (hours: number, overrides: Partial<EventDoc> = {}): EventDoc =>
  buildEvent('EV0001', branch, new Date(NOW.getTime() + hours * HOUR), overrides)

/** `n` confirmed members of `branch`; their openids are `person-001` … and their member ids `m-person-001` …. */
export const raiseMembers = async (n: number): Promise<string[]> => {
  const openids = cloud.raise(n)
  const members = openids.map((openid) => buildMember(`m-${openid}`, `演示${openid}`, branch))
  await cloud.put('members', ...members)
  await cloud.put('actors', ...members.map((member) => buildActor(member._id.slice(2), member)))
  return openids
}

/** One more person, with grants. */
export const raise = async (openid: string, grants: Grant[] = [], home = branch, overrides = {}): Promise<string> => {
  const member = buildMember(`m-${openid}`, `演示${openid}`, home, overrides)
  await cloud.put('members', member)
  await cloud.put('actors', buildActor(openid, member, ...grants))
  return openid
}

export const secretaryOf = (home: { _id: string }): Grant => ({ role: 'secretary', scope: 'branch', scopeId: home._id })
export const staff: Grant = { role: 'staff', scope: 'zone', scopeId: '' }

/** What the database knows of an event's places: the count beside those who hold one. */
export const places = async (eventId = 'EV0001') => {
  const [event] = (await cloud.all<EventDoc>('events')).filter(({ _id }) => _id === eventId)
  const all = (await cloud.all<RegistrationDoc>('registrations')).filter((row) => row.eventId === eventId)
  const holding = all.filter(({ placeId }) => placeId !== null)
  return {
    taken: event?.taken,
    registered: all.filter(({ state }) => state === 'registered').length,
    waitlisted: all.filter(({ state }) => state === 'waitlisted').length,
    holding: new Set(holding.map(({ placeId }) => placeId)).size,
    releasing: all.filter(({ releasing }) => releasing !== null).length,
    queueing: event?.queueing,
  }
}

/** How many answers there were of each kind: `ok`, or the refusal's code. */
export const tally = (answers: { ok: boolean; error?: { code: string } }[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const answer of answers) {
    const kind = answer.ok ? 'ok' : (answer.error?.code ?? 'none')
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}
