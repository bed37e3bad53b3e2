import { courseWords } from '@/domain/consultation/labels'
import { VERDICT_MAKES } from '@/domain/consultation/rules'
import { lapseDecision, reopenDecision, reopenUntil } from '@/domain/consultation-clock'
import type { Contracts } from '@/domain/contracts'
import { dueAfter } from '@/domain/working-time'
import { textCheck } from '../../kernel/content'
import type { Fact } from '../../kernel/facts'
import { logged } from '../../kernel/logged'
import type { Handler } from '../../kernel/serve'
import { isWorkingDay } from '../../kernel/working-days'
import { change } from '../store/consultations'
import { aboutOf, contactsIn, requestKey, said, teamIn, told, topicOf } from '../store/facts'
import { successorOf } from '../store/people'
import { ENTERPRISE, perform, TEAM } from './perform-change'

type C = Contracts['consultation']

/** What nobody answers is closed as that, and as nothing else: the enterprise's word on it stays open. */
export const closeUnanswered: Handler<C['closeUnanswered']> = (call, input) => {
  const key = requestKey(input.consultationId, input.requestId)
  const check = textCheck(call, input.words)
  return perform(call, input.consultationId, TEAM, async (doc) => {
    if (doc.requests.includes(key)) return null
    const refusal = lapseDecision(doc, doc.silence, call.now)
    if (refusal) throw call.refusal(refusal)
    await check()
    const { now, actor } = call
    const until = reopenUntil(now, isWorkingDay)
    const by = { side: 'team' as const, by: actor.memberId, byName: actor.name }
    const facts: Fact[] = [
      said(doc._id, { kind: 'state', ...by, text: courseWords.unanswered(input.words) }, now, key),
      told(doc, contactsIn(doc), 'closedUnanswered', { ...topicOf(doc), until: until.getTime() }, now),
      logged(actor, 'consultation.closeUnanswered', doc, [doc.contactId], now),
    ]
    const deed = { at: now, by: actor.memberId, what: 'closedUnanswered', request: key, said: 1, facts }
    const end = { waitingSince: null, dueAt: null, transfer: null }
    return () => change(doc, { state: 'closed', ...end, closedAt: now, reopenUntil: until }, deed)
  })
}

/** It goes on with whoever was responsible, and with the enterprise's words as the next step. */
export const reopen: Handler<C['reopen']> = (call, input) => {
  const key = requestKey(input.consultationId, input.requestId)
  const check = textCheck(call, input.words)
  return perform(call, input.consultationId, ENTERPRISE, async (doc) => {
    if (doc.requests.includes(key)) return null
    const refusal = reopenDecision(doc, call.now)
    if (refusal) throw call.refusal(refusal)
    await check()
    const { now, actor } = call
    const { state, dueDays } = VERDICT_MAKES.partly
    const owner = await successorOf(doc)
    const by = { side: 'enterprise' as const, by: actor.memberId, byName: actor.name }
    const facts: Fact[] = [
      said(doc._id, { kind: 'state', ...by, text: courseWords.reopened(input.words) }, now, key),
      told(doc, teamIn({ ...doc, ...owner }), 'reopened', aboutOf(doc), now),
    ]
    const deed = { at: now, by: actor.memberId, what: 'reopened', request: key, said: 1, facts }
    const clock = { dueAt: dueAfter(now, dueDays, isWorkingDay), closedAt: null, reopenUntil: null }
    return () => change(doc, { state, ...clock, ...owner, nextStep: input.words }, deed)
  })
}
