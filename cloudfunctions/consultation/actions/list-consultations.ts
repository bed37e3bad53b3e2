import { scopesReached } from '@/domain/access'
import { standingsOf } from '@/domain/consultation/rules'
import type { Contracts } from '@/domain/contracts'
import type { ActionSpec } from '@/domain/kit'
import { dayKey } from '@/domain/time'
import type { BoundCall, Handler } from '../../kernel/serve'
import { serviceDayById } from '../../service/public'
import type { ConsultationDoc } from '../store/document'
import { askedOf, meetingsOf, ofDay, ofEnterprise, ofOwner, ofTeams } from '../store/lists'
import { confidential, outlineOf, standingsIn } from '../store/views'

type C = Contracts['consultation']

export const mine: Handler<C['mine']> = async (call, { enterpriseId, closed, cursor }) => {
  call.mustReach({ enterpriseId })
  // Who speaks for it, and nobody else: what a list shows is what can be opened.
  const asked = { enterpriseId, teamId: '', ownerId: '' }
  if (!standingsOf(call.actor, asked).includes('enterprise')) throw call.refusal('notAllowed')
  const { rows, nextCursor } = await ofEnterprise(enterpriseId, closed, cursor)
  return { items: rows.map((row) => outlineOf(row, call.now)), nextCursor }
}

/** Teams in which the caller has a part of their own. */
const ownTeams = (call: BoundCall<ActionSpec>): string[] => [
  ...new Set(
    call.actor.grants
      .filter(({ role, scope }) => call.allow[role] !== undefined && scope === 'team')
      .map(({ scopeId }) => scopeId),
  ),
]

export const work: Handler<C['work']> = async (call, { filter, cursor }) => {
  const { rows, nextCursor } = await ofOwner(call.actor.memberId, ownTeams(call), filter, cursor)
  return { items: rows.map((row) => ({ ...outlineOf(row, call.now), nextStep: row.nextStep })), nextCursor }
}

export const today: Handler<C['today']> = async (call, input) => {
  const { actor, now } = call
  const day = input.day ?? dayKey(now)
  const [meetings, asked] = await Promise.all([meetingsOf(actor.memberId, day), askedOf(actor.memberId)])
  const stands = (standing: 'owner' | 'asked') => (doc: ConsultationDoc) => standingsIn(doc, actor).includes(standing)
  return {
    now,
    day,
    items: meetings
      .filter(stands('owner'))
      .map((doc) => ({ ...outlineOf(doc, now), question: doc.question, files: doc.files.length, said: doc.said })),
    asked: asked.filter(stands('asked')).map((doc) => ({ ...outlineOf(doc, now), reason: doc.transfer?.reason ?? '' })),
  }
}

export const board: Handler<C['board']> = async (call, input) => {
  const { rows, nextCursor } = await ofTeams(scopesReached(call.allow, call.actor, 'team'), input, call.now)
  return { items: rows.map((row) => outlineOf(row, call.now)), nextCursor }
}

const MET = ['arrived', 'started', 'open', 'answered', 'closed']
const NO_MEETING = ['cancelled', 'unplaced']

export const onDay: Handler<C['onDay']> = async (call, { serviceDayId }) => {
  const [day, all] = await Promise.all([serviceDayById(serviceDayId), ofDay(serviceDayId)])
  if (!day) throw call.refusal('notFound')
  call.mustReach({ teamId: day.teamId })
  const meetings = all.filter(({ state }) => !NO_MEETING.includes(state))
  return {
    now: call.now,
    // A specialist sees their own meetings only, by list as by id.
    items: meetings
      .filter((doc) => standingsOf(call.actor, confidential(doc)).some((one) => one !== 'enterprise'))
      .map((doc) => outlineOf(doc, call.now)),
    counts: {
      slots: day.slots,
      booked: meetings.length,
      arrived: meetings.filter(({ state }) => MET.includes(state)).length,
      noShow: meetings.filter(({ state }) => state === 'noShow').length,
    },
  }
}
