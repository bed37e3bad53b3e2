/**
 * Who serves where. A specialist serves the team of their profile while that is active, and it is active only as long as
 * they hold a role over that team.
 */
import { findActor, type ActorDoc } from '../../kernel/actor'
import { changeSpecialist, specialists, type SpecialistDoc } from './specialists'

/** Whether a role lets somebody sit for a team. */
export const holdsRole = (actor: ActorDoc | null, teamId: string): boolean =>
  actor?.grants.some(
    ({ role, scope, scopeId }) =>
      (role === 'specialist' || role === 'teamLeader') && scope === 'team' && scopeId === teamId,
  ) ?? false

const teamOf = (profile: SpecialistDoc | null): string | null => (profile?.active ? profile.teamId : null)

/** The team whose tables somebody may sit at; null when there is none. */
export const teamServed = async (memberId: string): Promise<string | null> => teamOf(await specialists.get(memberId))

const TURNS = 3

/**
 * Takes a profile out of use whose person holds no role over its team any more.
 *
 * @returns the team that they serve still
 */
export const settleProfile = async (memberId: string, at: Date): Promise<string | null> => {
  for (let turn = 0; turn < TURNS; turn++) {
    const [profile, actor] = await Promise.all([specialists.get(memberId), findActor(memberId)])
    if (!profile?.active || holdsRole(actor, profile.teamId)) return teamOf(profile)
    if (await changeSpecialist(memberId, profile.rev, { active: false }, { at, by: '', what: 'left' })) return null
  }
  throw new Error(`specialist ${memberId} changes under our hands`)
}

/** For which teams somebody may answer: those that they lead, and the one that they serve. Two round trips. */
export const answersFor = async (memberId: string): Promise<(teamId: string) => boolean> => {
  const [profile, actor] = await Promise.all([specialists.get(memberId), findActor(memberId)])
  const leads = (teamId: string) =>
    actor?.grants.some(
      ({ role, scope, scopeId }) => role === 'teamLeader' && (scope === 'zone' || scopeId === teamId),
    ) ?? false
  const serves = (teamId: string) => holdsRole(actor, teamId) && (profile === null || teamOf(profile) === teamId)
  return (teamId) => leads(teamId) || serves(teamId)
}
