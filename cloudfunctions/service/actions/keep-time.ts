import type { Contracts } from '@/domain/contracts'
import { ABSENCE_MAX_DAYS, MAX_ABSENCES } from '@/domain/service/rules'
import { DAY } from '@/domain/time'
import { isTextSafe } from '../../kernel/content'
import { handOver, newFact } from '../../kernel/facts'
import { derivedId } from '../../kernel/secrets'
import type { BoundCall, Handler } from '../../kernel/serve'
import { reactionsTo } from '../timers'
import { absences, absencesOf, markRemoved, type AbsenceDoc } from '../store/absences'
import { daysWith } from '../store/days'
import { countFree, slotsWithdrawnBy } from '../store/slot-lists'
import { countMeetings } from '../store/sheets'
import { specialists } from '../store/specialists'
import { absenceView, dayCard } from '../store/views'
import { viewsOf } from './keep-team'

type C = Contracts['service']

const ABSENCE_ID_LENGTH = 16

export const myTime: Handler<C['myTime']> = async ({ actor, now }) => {
  const [profile, days, away] = await Promise.all([
    specialists.get(actor.memberId),
    daysWith(actor.memberId, now),
    absencesOf([actor.memberId], now),
  ])
  const [free, views] = await Promise.all([
    countFree(
      days.map(({ _id }) => _id),
      now,
    ),
    profile ? viewsOf([profile], now) : [],
  ])
  return {
    now,
    profile: views[0] ?? null,
    days: days.map((day) => dayCard(day, free.get(day._id) ?? 0)),
    absences: away.map(absenceView),
  }
}

type AddCall = BoundCall<C['addAbsence']>

const refuse = (call: AddCall, from: Date, to: Date): void => {
  if (to <= from) throw call.refusal('timesWrong')
  if (to.getTime() - from.getTime() > ABSENCE_MAX_DAYS * DAY) throw call.refusal('absenceTooLong')
  if (to <= call.now) throw call.refusal('dayPassed')
}

/** What became of the slots in it, and what is booked or agreed on then. */
const answer = async (absence: AbsenceDoc) => {
  const { specialistId, from, to } = absence
  const [slots, meetings] = await Promise.all([
    slotsWithdrawnBy(`absence:${absence._id}`),
    countMeetings({ owner: 'specialist', ownerId: specialistId }, from, to),
  ])
  const booked = slots.filter(({ state }) => state === 'booked').length
  return { absence: absenceView(absence), withdrawn: slots.length - booked, booked: booked + meetings }
}

export const addAbsence: Handler<C['addAbsence']> = async (call, { requestId, from, to, note }) => {
  const _id = derivedId(ABSENCE_ID_LENGTH, call.actor.memberId, requestId)
  const written = (await absences.get(_id)) ?? (await write(call, _id, { from, to, note }))
  // Repeating it finishes what a call that died has left, under the fact that it wrote.
  const open = written.facts.find(({ kind }) => kind === 'absenceAdded')
  if (open) await handOver(open, reactionsTo(open.kind))
  return answer(written)
}

/** A new absence; of two calls of one request the first writes it. */
const write = async (
  call: BoundCall<C['addAbsence']>,
  _id: string,
  { from, to, note }: Pick<AbsenceDoc, 'from' | 'to' | 'note'>,
): Promise<AbsenceDoc> => {
  const { memberId, openid } = call.actor
  refuse(call, from, to)
  // Two at one moment may both read nineteen: one more harms nobody.
  if ((await absencesOf([memberId], call.now)).length >= MAX_ABSENCES) throw call.refusal('tooManyAbsences')
  if (!(await isTextSafe(openid, note))) throw call.refusal('textRisky')
  const teamId = (await specialists.get(memberId))?.teamId ?? ''
  const fact = newFact('absenceAdded', { absenceId: _id, specialistId: memberId }, call.now)
  const fresh: AbsenceDoc = { _id, specialistId: memberId, teamId, from, to, note, removedAt: null, facts: [fact] }
  if ((await absences.add(fresh)) === 'added') return fresh
  return (await absences.get(_id)) ?? fresh
}

export const removeAbsence: Handler<C['removeAbsence']> = async (call, { absenceId }) => {
  const { memberId } = call.actor
  const absence = await absences.get(absenceId)
  // Another person's is not there for them.
  if (absence?.specialistId !== memberId) throw call.refusal('notFound')
  const fact = newFact('absenceRemoved', { absenceId, specialistId: memberId }, call.now)
  if (await markRemoved(absenceId, memberId, fact)) await handOver(fact, reactionsTo(fact.kind))
  return { removed: true as const }
}
