import type { Contracts } from '@/domain/contracts'
import { HOUR } from '@/domain/time'
import { isTextSafe } from '../../kernel/content'
import { logChange } from '../../kernel/log'
import { derivedId } from '../../kernel/secrets'
import type { Handler } from '../../kernel/serve'
import {
  addSuggestion,
  answerSuggestion as writeAnswer,
  countSince,
  findSuggestion,
  suggestionsByState,
  suggestionsOf,
} from '../store/suggestions'
import { suggestionView } from '../store/views'

type C = Contracts['member']

const AN_HOUR = 5
const ID_LENGTH = 16

export const suggest: Handler<C['suggest']> = async (call, { requestId, kind, text, contact }) => {
  const { openid } = call.actor
  if (openid === '') throw call.refusal('notBound')
  const _id = derivedId(ID_LENGTH, openid, requestId)
  const sent = await findSuggestion(_id)
  if (sent) return suggestionView(sent)
  if ((await countSince(openid, new Date(call.now.getTime() - HOUR))) >= AN_HOUR) throw call.refusal('tooMany')
  if (!(await isTextSafe(openid, text))) throw call.refusal('textRisky')
  const suggestion = { _id, openid, kind, text, contact, at: call.now, answer: '', answeredAt: null, answeredBy: '' }
  await addSuggestion(suggestion)
  return suggestionView(suggestion)
}

export const mySuggestions: Handler<C['mySuggestions']> = async ({ actor, refusal }, { cursor }) => {
  // Texts whose sender is gone have no openid either: nobody's list is not everybody's.
  if (actor.openid === '') throw refusal('notBound')
  const { rows, nextCursor } = await suggestionsOf(actor.openid, cursor)
  return { items: rows.map(suggestionView), nextCursor }
}

export const suggestions: Handler<C['suggestions']> = async (_call, { open, cursor }) => {
  const { rows, nextCursor } = await suggestionsByState(open, cursor)
  return { items: rows.map(suggestionView), nextCursor }
}

export const answerSuggestion: Handler<C['answerSuggestion']> = async (call, { suggestionId, answer }) => {
  const suggestion = await findSuggestion(suggestionId)
  if (!suggestion) throw call.refusal('notFound')
  const { memberId } = call.actor
  const written = await writeAnswer(suggestionId, answer, memberId, call.now)
  // The same answer once more is a repetition whose first answer was lost.
  const repeated = suggestion.answer === answer && suggestion.answeredBy === memberId
  if (!written && !repeated) throw call.refusal('alreadyAnswered')
  await logChange(
    call.actor,
    call.now,
    { what: 'member.answerSuggestion', object: suggestionId, subjects: [] },
    'answered',
  )
  return suggestionView({ ...suggestion, answer, answeredAt: suggestion.answeredAt ?? call.now, answeredBy: memberId })
}
