import { isDeepStrictEqual } from 'node:util'
import { reaches, scopesReached } from '@/domain/access'
import type { Contracts } from '@/domain/contracts'
import type { ParsedOf } from '@/domain/kit'
import { service as contract } from '@/domain/service/contract'
import { enterprisesById } from '../../enterprise/public'
import { findActor, type Actor } from '../../kernel/actor'
import { isTextSafe } from '../../kernel/content'
import { handOver, newFact, type Fact } from '../../kernel/facts'
import { logChange } from '../../kernel/log'
import type { BoundCall, Handler } from '../../kernel/serve'
import { absencesOf } from '../store/absences'
import { holdsRole } from '../store/serving'
import { changeSpecialist, specialists, teamSpecialists, type SpecialistDoc } from '../store/specialists'
import { findTeams, nameTeam as nameAs } from '../store/teams'
import { specialistView } from '../store/views'
import { reactionsTo } from '../timers'

type C = Contracts['service']
type Profile = ParsedOf<C['saveSpecialist']>

/** These people with the names of whom they must not advise and when they are away: two round trips. */
export const viewsOf = async (people: readonly SpecialistDoc[], now: Date) => {
  const [names, away] = await Promise.all([
    enterprisesById(people.flatMap(({ conflicts }) => conflicts)),
    absencesOf(
      people.map(({ _id }) => _id),
      now,
    ),
  ])
  return people.map((one) => specialistView(one, names, away))
}

/** The teams of these people, and those of the reader. */
const teamsAround = ({ grants }: Pick<Actor, 'grants'>, people: readonly SpecialistDoc[]): string[] => {
  const own = grants.filter(({ scope }) => scope === 'team').map(({ scopeId }) => scopeId)
  return [...new Set([...own, ...people.map(({ teamId }) => teamId)])]
}

const namesOf = async (teamIds: readonly string[]) => {
  const names = new Map((await findTeams(teamIds)).map(({ _id, name }) => [_id, name]))
  return teamIds.map((id) => ({ id, name: names.get(id) ?? '' }))
}

export const team: Handler<C['team']> = async (call, { teamId }) => {
  if (teamId) call.mustReach({ teamId })
  const { allow } = contract.team
  const people = await teamSpecialists(teamId ? [teamId] : scopesReached(allow, call.actor, 'team'))
  const ids = teamId ? [teamId] : teamsAround(call.actor, people)
  const [views, teams] = await Promise.all([viewsOf(people, call.now), namesOf(ids)])
  // Why somebody is away is between them and who leads the team.
  const maySee = (id: string, of: string) =>
    id === call.actor.memberId || reaches(contract.saveSpecialist.allow, call.actor, { teamId: of })
  return {
    teams,
    items: views.map((view) => ({
      ...view,
      absences: view.absences.map((one) => ({ ...one, note: maySee(view.id, view.teamId) ? one.note : '' })),
    })),
  }
}

export const nameTeam: Handler<C['nameTeam']> = async (call, { teamId, name }) => {
  const { actor, now } = call
  call.mustReach({ teamId })
  if (!(await isTextSafe(actor.openid, name))) throw call.refusal('textRisky')
  const fact = newFact('teamNamed', { teamId }, now)
  if (await nameAs(teamId, name, fact))
    await logChange(actor, now, { what: 'service.nameTeam', object: teamId, subjects: [] }, fact.id)
  await handOver(fact, reactionsTo(fact.kind))
  return { id: teamId, name }
}

/** The person's name, if they hold a role over that team. */
const nameIn = async (call: BoundCall<C['saveSpecialist']>, { memberId, teamId }: Profile): Promise<string> => {
  const actor = await findActor(memberId)
  if (!actor || !holdsRole(actor, teamId)) throw call.refusal('notInTeam')
  return actor.name
}

/** Whether this very change stands there already, because the answer to it was lost. */
const standsAlready = (standing: SpecialistDoc | null, rev: number, by: string, data: object): boolean =>
  standing?.rev === rev + 1 &&
  standing.history.at(-1)?.by === by &&
  Object.entries(data).every(([field, value]) =>
    isDeepStrictEqual(standing[field as keyof SpecialistDoc] ?? null, value as unknown),
  )

/** They serve another team now, or none, or do so again: what they had to do follows. */
const servingFact = (standing: SpecialistDoc | null, { memberId, teamId, active }: Profile, now: Date) =>
  standing && (standing.teamId !== teamId || standing.active !== active)
    ? newFact('servingChanged', { memberId }, now)
    : null

/** Writes a change with what follows from it, and hands that over. */
const follow = async (fact: Fact | null, write: (fact: Fact | null) => Promise<boolean>): Promise<boolean> => {
  const changed = await write(fact)
  if (fact && changed) await handOver(fact, reactionsTo(fact.kind))
  return changed
}

export const saveSpecialist: Handler<C['saveSpecialist']> = async (call, input) => {
  const { memberId, teamId, rev, title, intro, topics, conflicts, active } = input
  call.mustReach({ teamId })
  const standing = await specialists.get(memberId)
  if (standing) call.mustReach({ teamId: standing.teamId })
  const name = await nameIn(call, input)
  if (!(await isTextSafe(call.actor.openid, title, intro))) throw call.refusal('textRisky')
  const by = call.actor.memberId
  const data = { teamId, name, title, intro, topics, conflicts: [...conflicts], active }
  const line = { at: call.now, by, what: 'changed' }
  const fresh: SpecialistDoc = { _id: memberId, ...data, rev: 1, facts: [], history: [line] }
  const changed =
    standing || rev > 0
      ? await follow(servingFact(standing, input, call.now), (fact) =>
          changeSpecialist(memberId, rev, data, line, fact),
        )
      : (await specialists.add(fresh)) === 'added'
  const saved = await specialists.get(memberId)
  if (!saved || (!changed && !standsAlready(saved, rev, by, data))) throw call.refusal('changedMeanwhile')
  const operation = { what: 'service.saveSpecialist', object: memberId, subjects: [memberId] }
  await logChange(call.actor, call.now, operation, String(saved.rev))
  const [view] = await viewsOf([saved], call.now)
  if (!view) throw call.refusal('notFound')
  return view
}
