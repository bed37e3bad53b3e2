import {
  concludeDecision,
  followDecision,
  markDecision,
  type ConcludeRefusal,
  type Outcome,
} from '@/domain/consultation/rules'
import { markLabels, outcomeLabels } from '@/domain/consultation/labels'
import type { Contracts } from '@/domain/contracts'
import type { ParsedOf } from '@/domain/kit'
import { dueAfter } from '@/domain/working-time'
import { textCheck } from '../../kernel/content'
import type { Fact } from '../../kernel/facts'
import type { Refusal } from '../../kernel/refusal'
import type { BoundCall, Handler } from '../../kernel/serve'
import { isWorkingDay } from '../../kernel/working-days'
import { change } from '../store/consultations'
import type { ConsultationDoc, Core, Person } from '../store/document'
import { contactsIn, met, requestKey, said, told, topicOf } from '../store/facts'
import { perform, TEAM } from './perform-change'
import { asked, personToAsk } from './person-asked'

type C = Contracts['consultation']
type Conclusion = ParsedOf<C['conclude']>

const byTeam = (call: { actor: { memberId: string; name: string } }) => ({
  side: 'team' as const,
  by: call.actor.memberId,
  byName: call.actor.name,
})

export const mark: Handler<C['mark']> = (call, { consultationId, as }) =>
  perform(call, consultationId, TEAM, (doc) => {
    if (doc.state === as) return null
    const refusal = markDecision(doc, as, call.now)
    if (refusal) throw call.refusal(refusal)
    const { now, actor } = call
    const missed = as === 'noShow'
    const deed = {
      at: now,
      by: actor.memberId,
      what: as,
      ...(missed ? { facts: missedFacts(call, doc), said: 1 } : {}),
    }
    // Whoever comes after all brings the due time of the outcome back.
    const clock = missed ? { dueAt: null, waitingSince: null } : { dueAt: doc.dueAt ?? dueAfter(now, 1, isWorkingDay) }
    return () => change(doc, { state: as, ...clock }, deed)
  })

/** Nobody came: that stands in the course of things, and the enterprise hears of it. */
const missedFacts = (call: BoundCall<C['mark']>, doc: ConsultationDoc): Fact[] => {
  const { now } = call
  const at = (doc.startsAt ?? now).getTime()
  return [
    said(doc._id, { kind: 'state', ...byTeam(call), text: markLabels.noShow }, now),
    told(doc, contactsIn(doc), 'meetingMissed', { ...topicOf(doc), at }, now),
  ]
}

/** What the outcome needs besides its words. */
const missing = ({ outcome, nextStep, to, reason, problem }: Conclusion) => {
  if (outcome === 'handedOver' && to === undefined) return 'personMissing'
  if (outcome === 'handedOver' && reason === '') return 'reasonMissing'
  if (outcome === 'chainProblem' && problem === undefined) return 'problemMissing'
  return (outcome === 'followUp' || outcome === 'chainProblem') && nextStep === '' ? 'nextStepMissing' : null
}

export const conclude: Handler<C['conclude']> = (call, input) => {
  const key = requestKey(input.consultationId, input.requestId)
  const check = textCheck(call, input.words, input.nextStep, input.reason, input.problem?.statement ?? '')
  return perform(call, input.consultationId, TEAM, async (doc) => {
    if (doc.requests.includes(key)) return null
    const refusal: ConcludeRefusal | null = concludeDecision(doc, call.now)
    const lack = missing(input)
    if (refusal ?? lack) throw call.refusal(refusal ?? lack ?? 'busy')
    const to =
      input.outcome === 'handedOver' && input.to ? await personToAsk(call, doc, { ...input, to: input.to }) : null
    await check()
    const { patch, facts } = conclusionOf(call, doc, { input, to, key })
    const deed = { at: call.now, by: call.actor.memberId, what: 'concluded', request: key, facts }
    return () => change(doc, patch, { ...deed, said: facts.filter(({ kind }) => kind === 'said').length })
  })
}

/** The next step that the enterprise reads when nobody wrote one. */
const nextStepOf = ({ outcome, nextStep }: Conclusion): string =>
  nextStep !== '' || outcome === 'answered' ? nextStep : outcomeLabels[outcome]

const conclusionOf = (
  call: BoundCall<C['conclude']>,
  doc: ConsultationDoc,
  { input, to, key }: { input: Conclusion; to: Person | null; key: string },
): { patch: Partial<Core>; facts: Fact[] } => {
  const { now, actor } = call
  const { outcome, words, problem } = input
  const nextStep = nextStepOf(input)
  const dueAt = outcome === 'answered' ? null : dueAfter(now, input.dueDays, isWorkingDay)
  const outcomeLine = said(doc._id, { kind: 'outcome', ...byTeam(call), text: words }, now, key)
  // A moment later each, so that they are read after the outcome.
  const [after, last] = [new Date(now.getTime() + 1), new Date(now.getTime() + 2)]
  const steps = nextStep ? [said(doc._id, { kind: 'nextStep', ...byTeam(call), text: nextStep }, after)] : []
  const handing = to && asked(call, doc, { ...input, to }, last)
  return {
    patch: {
      ...afterOutcome(outcome, now),
      outcome,
      nextStep,
      dueAt,
      problem: outcome === 'chainProblem' && problem ? problem : null,
      firstAnswerAt: doc.firstAnswerAt ?? now,
      ...(handing ? { transfer: handing.transfer } : {}),
    },
    facts: [
      ...[outcomeLine, ...steps, ...metFacts(doc, now)],
      ...[tellOutcome(doc, actor.name, dueAt, now), ...(handing?.facts ?? [])],
    ],
  }
}

/** Written up later it counts from the meeting; written up early, from now. What lost its slot was settled without one. */
const metFacts = (doc: ConsultationDoc, now: Date): Fact[] => {
  const { startsAt, state } = doc
  return state === 'unplaced' ? [] : [met(doc, startsAt && startsAt < now ? startsAt : now)]
}

/** An answer waits for the enterprise's word; everything else goes on. */
const afterOutcome = (outcome: Outcome, now: Date): Pick<Core, 'state' | 'waitingSince'> =>
  outcome === 'answered' ? { state: 'answered', waitingSince: now } : { state: 'open', waitingSince: null }

const tellOutcome = (doc: ConsultationDoc, person: string, dueAt: Date | null, now: Date) =>
  dueAt === null
    ? told(doc, contactsIn(doc), 'answerWritten', { ...topicOf(doc), person }, now)
    : told(doc, contactsIn(doc), 'nextStepSet', { ...topicOf(doc), due: dueAt.getTime() }, now)

interface FollowCall {
  refusal(code: 'notOpen' | 'guided'): Refusal
}
/** Only what the team is at work on goes on; a guidance goes on by its own steps, and ends by its own result. */
const mustBeOpen = (call: FollowCall, doc: ConsultationDoc): void => {
  const refusal = followDecision(doc)
  if (refusal) throw call.refusal(refusal)
}

export const plan: Handler<C['plan']> = (call, input) => {
  const key = requestKey(input.consultationId, input.requestId)
  const check = textCheck(call, input.nextStep)
  return perform(call, input.consultationId, TEAM, async (doc) => {
    if (doc.requests.includes(key)) return null
    mustBeOpen(call, doc)
    await check()
    const { now, actor } = call
    const dueAt = dueAfter(now, input.dueDays, isWorkingDay)
    const facts = [
      said(doc._id, { kind: 'nextStep', ...byTeam(call), text: input.nextStep }, now, key),
      tellOutcome(doc, actor.name, dueAt, now),
    ]
    const deed = { at: now, by: actor.memberId, what: 'planned', request: key, said: 1, facts }
    return () => change(doc, { nextStep: input.nextStep, dueAt, waitingSince: null }, deed)
  })
}

export const answer: Handler<C['answer']> = (call, input) => {
  const key = requestKey(input.consultationId, input.requestId)
  const check = textCheck(call, input.words)
  return perform(call, input.consultationId, TEAM, async (doc) => {
    if (doc.requests.includes(key)) return null
    mustBeOpen(call, doc)
    await check()
    const { now, actor } = call
    const facts = [
      said(doc._id, { kind: 'outcome', ...byTeam(call), text: input.words }, now, key),
      tellOutcome(doc, actor.name, null, now),
    ]
    const deed = { at: now, by: actor.memberId, what: 'answered', request: key, said: 1, facts }
    const patch = { ...afterOutcome('answered', now), dueAt: null, firstAnswerAt: doc.firstAnswerAt ?? now }
    return () => change(doc, patch, deed)
  })
}
