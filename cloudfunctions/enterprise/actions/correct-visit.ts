import type { Contracts } from '@/domain/contracts'
import { isOwnVisit, metAt } from '@/domain/enterprise/rules'
import { dayKey } from '@/domain/time'
import { isTextSafe } from '../../kernel/content'
import { handOver, newFact } from '../../kernel/facts'
import type { Handler } from '../../kernel/serve'
import { correctWriteUp, daysOf } from '../store/outreach'
import { enterpriseReactions } from '../timers'
import { answer, mustFind } from './plan-visit'

type C = Contracts['enterprise']

/** What stood there before is kept beside it; the day on which the enterprise counts as met moves along. */
export const correctVisit: Handler<C['correctVisit']> = async (call, { outreachId, corrected, day, note }) => {
  const { actor, now } = call
  const visit = await mustFind(call, outreachId)
  if (!isOwnVisit(actor, visit)) throw call.refusal('notYourVisit')
  if (visit.state !== 'done') throw call.refusal('notWritten')
  // Repeating a correction whose answer was lost, or one that changes nothing.
  if (visit.note === note && visit.day === day) return answer(call, outreachId)
  if (visit.corrections.length !== corrected) throw call.refusal('changedMeanwhile')
  if (day > dayKey(now)) throw call.refusal('dayToCome')
  if (!(await isTextSafe(actor.openid, note))) throw call.refusal('textRisky')
  const met = visit.day === day ? visit.metAt : metAt(day, now)
  const move = { enterpriseId: visit.enterpriseId, from: visit.metAt, to: met }
  const fact = newFact('visitMoved', move, now)
  const before = { at: now, by: actor.memberId, own: actor.memberId === visit.by, day: visit.day, note: visit.note }
  if (!(await correctWriteUp(visit, { note, ...daysOf(day), metAt: met }, before, fact)))
    throw call.refusal('changedMeanwhile')
  await handOver(fact, enterpriseReactions(fact.kind))
  return answer(call, outreachId)
}
