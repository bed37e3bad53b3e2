import type { Contracts } from '@/domain/contracts'
import type { Actions } from '../kernel/serve'
import { bind, branches, correct, me } from './actions/bind-member'
import { amend, confirm, decline, list, mergeCandidates } from './actions/confirm-member'
import { grant, revoke } from './actions/grant-role'
import { accesses, erase, myData } from './actions/keep-data'
import { answerSuggestion, mySuggestions, suggest, suggestions } from './actions/send-suggestion'

export const actions: Actions<Contracts['member']> = {
  me,
  branches,
  bind,
  correct,
  myData,
  accesses,
  erase,
  list,
  mergeCandidates,
  confirm,
  decline,
  amend,
  grant,
  revoke,
  suggest,
  mySuggestions,
  suggestions,
  answerSuggestion,
}
