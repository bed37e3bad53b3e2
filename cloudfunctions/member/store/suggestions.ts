/** Collection `suggestions`: complaints and suggestions, and what was answered. */
import type { SuggestionKind } from '@/domain/member/rules'
import { _, afterCursor, collection, dateCursor, every, pageOf, type Stored } from '../../kernel/db'

export interface SuggestionDoc extends Stored {
  openid: string
  kind: SuggestionKind
  text: string
  contact: string
  at: Date
  answer: string
  answeredAt: Date | null
  answeredBy: string
}

const suggestions = collection<SuggestionDoc>('suggestions')
const PAGE = 20

export const addSuggestion = (suggestion: SuggestionDoc) => suggestions.add(suggestion)
export const findSuggestion = (id: string) => suggestions.get(id)

export const countSince = (openid: string, since: Date): Promise<number> =>
  suggestions.count({ openid, at: _.gt(since) })

const paged = async (where: unknown, cursor: string | null) => {
  const rows = await suggestions.list({
    where: every(where, afterCursor(cursor, 'at', 'desc')),
    order: [
      ['at', 'desc'],
      ['_id', 'desc'],
    ],
    limit: PAGE + 1,
  })
  return pageOf(rows, PAGE, (row) => dateCursor(row.at, row._id))
}

export const suggestionsOf = (openid: string, cursor: string | null) => paged({ openid }, cursor)
export const suggestionsByState = (open: boolean, cursor: string | null) =>
  paged({ answeredAt: open ? null : _.gt(new Date(0)) }, cursor)

/** Answers once; a second answer at the same time is refused, not lost. */
export const answerSuggestion = async (id: string, answer: string, by: string, at: Date): Promise<boolean> =>
  (await suggestions.change({ _id: id, answeredAt: null }, { answer, answeredAt: at, answeredBy: by })) === 1

/** Takes the person out of what they sent: the text was about the service and stays. */
export const forgetSender = (openid: string): Promise<number> =>
  suggestions.change({ openid }, { openid: '', contact: '' })
