import { scopesReached } from '@/domain/access'
import type { Contracts } from '@/domain/contracts'
import { isOwnVisit, mayArrange, metAt } from '@/domain/enterprise/rules'
import type { Grant } from '@/domain/kit'
import { dayKey } from '@/domain/time'
import { holdersOf, type ActorDoc } from '../../kernel/actor'
import { isTextSafe } from '../../kernel/content'
import { handOver, newFact } from '../../kernel/facts'
import type { BoundCall, Handler } from '../../kernel/serve'
import { enterprises } from '../store/enterprises'
import {
  daysOf,
  endVisit,
  latestVisit,
  listVisits,
  newVisit,
  outreach,
  type OutreachDoc,
  type Reached,
} from '../store/outreach'
import { unmetEnterprises } from '../store/register'
import { enterpriseView, outreachView } from '../store/views'
import { enterpriseReactions } from '../timers'

type C = Contracts['enterprise']
type Wanted = Parameters<Handler<C['planVisit']>>[1]
type VisitCall =
  BoundCall<C['planVisit']> | BoundCall<C['writeUp']> | BoundCall<C['correctVisit']> | BoundCall<C['cancelVisit']>

export const unmet: Handler<C['unmet']> = async ({ now }, { cursor }) => {
  const { rows, nextCursor } = await unmetEnterprises(cursor, now)
  const planned = (visits: OutreachDoc[]) => visits.map((visit) => ({ ...visit, id: visit._id }))[0] ?? null
  return { items: rows.map((row) => ({ ...enterpriseView(row), visit: planned(row.visits) })), nextCursor }
}

const GOING: readonly Grant['role'][] = ['specialist', 'teamLeader']

/** A person's teams, each once: one may lead a team and sit in it. */
const teamsOf = ({ grants }: Pick<ActorDoc, 'grants'>): string[] => [
  ...new Set(
    grants.filter(({ role, scope }) => GOING.includes(role) && scope === 'team').map(({ scopeId }) => scopeId),
  ),
]

export const goers: Handler<C['goers']> = async ({ actor, allow }) => {
  const reached = scopesReached(allow, actor, 'team')
  const arranges = (memberId: string, teamId: string) => mayArrange(actor, { by: memberId, teamId })
  const [specialists, leaders] = await Promise.all([holdersOf('specialist'), holdersOf('teamLeader')])
  const people = new Map([...specialists, ...leaders].map((person) => [person.memberId, person]))
  const items = [...people.values()].flatMap((person) =>
    teamsOf(person)
      .filter((teamId) => (reached === 'all' || reached.includes(teamId)) && arranges(person.memberId, teamId))
      .map((teamId) => ({ memberId: person.memberId, name: person.name, teamId })),
  )
  return { items }
}

/** Somebody of the team, by the rights that the team's people hold. */
const goerIn = async (teamId: string, memberId: string): Promise<ActorDoc | undefined> => {
  const team = { scope: 'team', scopeId: teamId } as const
  const people = await Promise.all(GOING.map((role) => holdersOf(role, team)))
  return people.flat().find((person) => person.memberId === memberId)
}

export const planVisit: Handler<C['planVisit']> = async (call, input) => {
  const { requestId, enterpriseId, teamId, memberId, day } = input
  const { actor, now } = call
  call.mustReach({ teamId })
  if (!mayArrange(actor, { teamId, by: memberId })) throw call.refusal('notYourVisit')
  const [enterprise, last] = await Promise.all([enterprises.get(enterpriseId), latestVisit(enterpriseId)])
  if (!enterprise) throw call.refusal('notFound')
  // Repeating a planning whose answer was lost.
  const repeated = last?.requestId === requestId && last.plannedBy === actor.memberId
  if (repeated) return outreachView(last, enterprise.name, actor)
  if (last?.state === 'planned') throw call.refusal('alreadyPlanned')
  if (day < dayKey(now)) throw call.refusal('dayPassed')
  return outreachView(await plan(call, input, last), enterprise.name, actor)
}

const plan = async (
  call: BoundCall<C['planVisit']>,
  wanted: Wanted,
  last: OutreachDoc | null,
): Promise<OutreachDoc> => {
  const { requestId, enterpriseId, teamId, memberId, day } = wanted
  const goer = await goerIn(teamId, memberId)
  if (!goer) throw call.refusal('goerUnknown')
  const who = { by: memberId, byName: goer.name, plannedBy: call.actor.memberId }
  const visit = newVisit({ enterpriseId, requestId, teamId, day, ...who, seq: (last?.seq ?? 0) + 1 }, call.now)
  // The next number is the natural key: of two plannings at once one takes it.
  if ((await outreach.add(visit)) === 'exists') throw call.refusal('alreadyPlanned')
  return visit
}

export const mustFind = async (call: VisitCall, outreachId: string): Promise<OutreachDoc> => {
  const visit = await outreach.get(outreachId)
  if (!visit) throw call.refusal('notFound')
  call.mustReach({ teamId: visit.teamId })
  return visit
}

export const answer = async (call: VisitCall, outreachId: string) => {
  const visit = await outreach.get(outreachId)
  if (!visit) throw call.refusal('notFound')
  const enterprise = await enterprises.get(visit.enterpriseId)
  return outreachView(visit, enterprise?.name ?? '', call.actor)
}

export const writeUp: Handler<C['writeUp']> = async (call, { outreachId, day, note }) => {
  const { actor, now } = call
  const visit = await mustFind(call, outreachId)
  if (!isOwnVisit(actor, visit)) throw call.refusal('notYourVisit')
  // Repeating a write-up whose answer was lost.
  if (visit.state === 'done' && visit.note === note && visit.day === day) return answer(call, outreachId)
  if (visit.state !== 'planned') throw call.refusal('notPlanned')
  if (day > dayKey(now)) throw call.refusal('dayToCome')
  if (!(await isTextSafe(actor.openid, note))) throw call.refusal('textRisky')
  const at = metAt(day, now)
  const fact = newFact('enterpriseVisited', { enterpriseId: visit.enterpriseId, at, how: 'outreach' as const }, now)
  const line = { at: now, by: actor.memberId, what: 'done' }
  const done = { state: 'done', note, ...daysOf(day), metAt: at, writtenAt: now }
  if (!(await endVisit(outreachId, done, line, fact))) throw call.refusal('notPlanned')
  await handOver(fact, enterpriseReactions(fact.kind))
  return answer(call, outreachId)
}

export const cancelVisit: Handler<C['cancelVisit']> = async (call, { outreachId }) => {
  const visit = await mustFind(call, outreachId)
  if (!mayArrange(call.actor, visit)) throw call.refusal('notYourVisit')
  if (visit.state === 'cancelled') return answer(call, outreachId)
  const line = { at: call.now, by: call.actor.memberId, what: 'cancelled' }
  if (!(await endVisit(outreachId, { state: 'cancelled' }, line))) throw call.refusal('notPlanned')
  return answer(call, outreachId)
}

/** Staff reach all visits, a leader the team's, a specialist those they go to. */
const reachedBy = ({ actor }: BoundCall<C['visits']>): Reached => {
  if (actor.grants.some(({ role }) => role === 'staff')) return 'all'
  const led = actor.grants.filter(({ role }) => role === 'teamLeader')
  if (led.some(({ scope }) => scope === 'zone')) return 'all'
  return { teamIds: led.map(({ scopeId }) => scopeId), by: actor.memberId }
}

export const visits: Handler<C['visits']> = async (call, { state, mine, cursor }) => {
  const narrowed = { ...(state && { state }), ...(mine && { by: call.actor.memberId }) }
  const { rows, nextCursor } = await listVisits(reachedBy(call), narrowed, cursor)
  return { items: rows.map((row) => outreachView(row, row.enterprise[0]?.name ?? '', call.actor)), nextCursor }
}
