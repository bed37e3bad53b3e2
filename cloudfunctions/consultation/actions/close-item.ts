import { verdictLabels } from '@/domain/consultation/labels'
import { VERDICT_MAKES, type Verdict } from '@/domain/consultation/rules'
import type { Contracts } from '@/domain/contracts'
import type { ParsedOf } from '@/domain/kit'
import type { MessageKind } from '@/domain/message/rules'
import { dueAfter } from '@/domain/working-time'
import { textCheck } from '../../kernel/content'
import type { Fact } from '../../kernel/facts'
import { logged } from '../../kernel/logged'
import type { BoundCall, Handler } from '../../kernel/serve'
import { isWorkingDay } from '../../kernel/working-days'
import { change } from '../store/consultations'
import type { ConsultationDoc, Core } from '../store/document'
import { aboutOf, ownerIn, requestKey, said, told } from '../store/facts'
import { ENTERPRISE, perform } from './perform-change'

type C = Contracts['consultation']
type Word = ParsedOf<C['close']>

const TOLD = {
  solved: 'closedSolved',
  partly: 'closedPartly',
  notSolved: 'closedNotSolved',
} as const satisfies Record<Verdict, MessageKind>

export const close: Handler<C['close']> = (call, input) => {
  const key = requestKey(input.consultationId, input.requestId)
  const check = textCheck(call, input.words)
  return perform(call, input.consultationId, ENTERPRISE, async (doc) => {
    if (doc.requests.includes(key)) return null
    if (doc.state !== 'answered') throw call.refusal('notAnswered')
    if (input.verdict !== 'solved' && input.words === '') throw call.refusal('wordsMissing')
    await check()
    return () => giveVerdict(call, doc, { input, key })
  })
}

const giveVerdict = (
  call: BoundCall<C['close']>,
  doc: ConsultationDoc,
  { input: { verdict, words }, key }: { input: Word; key: string },
) => {
  const { now, actor } = call
  const text = [verdictLabels[verdict], words].filter(Boolean).join('：')
  const by = { by: actor.memberId, byName: actor.name }
  const facts: Fact[] = [
    said(doc._id, { kind: 'verdict', side: 'enterprise', ...by, text }, now, key),
    told(doc, ownerIn(doc), TOLD[verdict], aboutOf(doc), now),
    // That it was not solved stays on record, whatever comes after.
    ...(verdict === 'notSolved' ? [logged(actor, 'consultation.notSolved', doc, [doc.ownerId], now)] : []),
  ]
  const deed = { at: now, by: actor.memberId, what: verdict, request: key, said: 1, facts }
  return change(doc, afterVerdict(doc, { verdict, words }, now), deed)
}

/** `solved` ends it; the rest goes on with the same person and the enterprise's words as the next step. */
const afterVerdict = (
  { reopened, nextStep }: ConsultationDoc,
  { verdict, words }: Pick<Word, 'verdict' | 'words'>,
  now: Date,
): Partial<Core> => {
  const { state, dueDays } = VERDICT_MAKES[verdict]
  const closed = state === 'closed'
  return {
    state,
    verdict,
    waitingSince: null,
    dueAt: closed ? null : dueAfter(now, dueDays, isWorkingDay),
    nextStep: closed ? nextStep : words,
    reopened: reopened + (verdict === 'notSolved' ? 1 : 0),
    closedAt: closed ? now : null,
    ...(closed ? { transfer: null } : {}),
  }
}

export const rate: Handler<C['rate']> = (call, { consultationId, stars, words }) => {
  const check = textCheck(call, words)
  return perform(call, consultationId, ENTERPRISE, async (doc) => {
    if (doc.state !== 'closed') throw call.refusal('notClosed')
    if (doc.rating?.stars === stars && doc.rating.words === words) return null
    if (doc.rating) throw call.refusal('alreadyRated')
    await check()
    const deed = { at: call.now, by: call.actor.memberId, what: 'rated' }
    return () => change(doc, { rating: { stars, words }, ratedAt: call.now }, deed)
  })
}
