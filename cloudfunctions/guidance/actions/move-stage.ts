import type { Contracts } from '@/domain/contracts'
import { NO_NEED_TO_MEET, resultWords, stageLabels } from '@/domain/guidance/labels'
import { changeMeetingDecision, resultDecision, stageDecision, type Stage } from '@/domain/guidance/rules'
import { textCheck } from '../../kernel/content'
import { newFact } from '../../kernel/facts'
import { derivedId } from '../../kernel/secrets'
import type { Handler } from '../../kernel/serve'
import { released, tellContacts, topicOf } from '../store/facts'
import type { StageLine } from '../store/guidances'
import type { Known } from '../store/views'
import { mustBeOpen, perform, TEAM } from './perform-change'

type C = Contracts['guidance']

const STAGE_LINES = 40

/** The stage with how it came to it. */
const stagePatch = ({ guidance }: Known, line: StageLine): { stage: Stage; stageHistory: StageLine[] } => ({
  stage: line.to,
  stageHistory: [...guidance.stageHistory, line].slice(-STAGE_LINES),
})

export const moveStage: Handler<C['moveStage']> = (call, { consultationId, from, to, reason }) => {
  const check = textCheck(call, reason)
  const { actor, now } = call
  return perform(call, consultationId, TEAM, async (known) => {
    const { stage } = known.guidance
    if (stage === to && stage !== from) return null
    mustBeOpen(call, known)
    // Somebody else has moved it since the caller looked: going on from there would be another step than they meant.
    if (stage !== from) throw call.refusal('changedMeanwhile')
    const refusal = stageDecision(from, to, reason)
    if (refusal) throw call.refusal(refusal)
    await check()
    const params = { ...topicOf(known.consultation), stage: stageLabels[to] }
    return {
      patch: stagePatch(known, { at: now, by: actor.memberId, byName: actor.name, from, to, reason }),
      what: `stage:${to}`,
      facts: [tellContacts(known.consultation, 'guidanceMoved', params, now)],
    }
  })
}

const KEY_LENGTH = 26

export const finish: Handler<C['finish']> = (call, input) => {
  const { consultationId, requestId, ...result } = input
  const key = derivedId(KEY_LENGTH, consultationId, requestId)
  const check = textCheck(call, input.words)
  const { actor, now } = call
  return perform(call, consultationId, TEAM, async (known) => {
    const { guidance, consultation } = known
    if (guidance.result?.key === key) return null
    mustBeOpen(call, known)
    const refusal = resultDecision(input, guidance.stage, now)
    if (refusal) throw call.refusal(refusal)
    await check()
    const signed = { by: actor.memberId, byName: actor.name }
    const line = { at: now, ...signed, from: guidance.stage, to: 'result' as const, reason: '' }
    // Nobody meets for what has come to its end.
    const ahead = guidance.meetings.filter((one) => changeMeetingDecision(one, now) === null)
    const planned = ahead.filter(({ state }) => state === 'planned')
    return {
      patch: {
        ...(guidance.stage === 'result' ? {} : stagePatch(known, line)),
        result: { ...result, key },
        meetings: guidance.meetings.map((one) =>
          ahead.includes(one) ? { ...one, state: 'cancelled' as const, reason: NO_NEED_TO_MEET } : one,
        ),
      },
      what: 'finished',
      facts: [
        newFact('guidanceFinished', { consultationId, words: resultWords(input), ...signed }, now),
        ...planned.map((one) => released(consultation, one, now)),
        ...planned.map((one) =>
          tellContacts(consultation, 'meetingLost', { ...topicOf(consultation), at: one.startsAt.getTime() }, now),
        ),
      ],
    }
  })
}
