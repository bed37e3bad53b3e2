import type { Contracts } from '@/domain/contracts'
import type { Actions } from '../kernel/serve'
import { book, cancel, reschedule } from './actions/book-meeting'
import { answerTransfer, transfer, withdrawTransfer } from './actions/change-hands'
import { close, rate } from './actions/close-item'
import { closeUnanswered, reopen } from './actions/close-unanswered'
import { colleagues, offer } from './actions/find-person'
import { board, mine, onDay, today, work } from './actions/list-consultations'
import { get, reveal } from './actions/read-one'
import { ask, lines, say } from './actions/say-things'
import { answer, conclude, mark, plan } from './actions/work-item'

export const actions: Actions<Contracts['consultation']> = {
  offer,
  book,
  mine,
  reschedule,
  cancel,
  close,
  closeUnanswered,
  reopen,
  rate,
  get,
  lines,
  say,
  today,
  work,
  ask,
  mark,
  conclude,
  plan,
  answer,
  colleagues,
  transfer,
  withdrawTransfer,
  answerTransfer,
  board,
  onDay,
  reveal,
}
