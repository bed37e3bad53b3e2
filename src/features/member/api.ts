import type { InputFor } from '@/domain/contracts'
import { call } from '@/lib/cloud'

/** Everything the app asks of context `member`, one line per action; what an action means stands in its contract. */
export const listMembers = (input: InputFor<'member.list'>) => call('member.list', input)
export const mergeCandidates = (memberId: string) => call('member.mergeCandidates', { memberId })
export const confirmMember = (input: InputFor<'member.confirm'>) => call('member.confirm', input)
export const declineMember = (input: InputFor<'member.decline'>) => call('member.decline', input)
export const amendMember = (input: InputFor<'member.amend'>) => call('member.amend', input)
export const grantRole = (input: InputFor<'member.grant'>) => call('member.grant', input)
export const revokeRole = (input: InputFor<'member.revoke'>) => call('member.revoke', input)
export const listSuggestions = (input: InputFor<'member.suggestions'>) => call('member.suggestions', input)
export const answerSuggestion = (input: InputFor<'member.answerSuggestion'>) => call('member.answerSuggestion', input)
export const bind = (input: InputFor<'member.bind'>) => call('member.bind', input)
export const correct = (input: InputFor<'member.correct'>) => call('member.correct', input)
export const eraseMe = () => call('member.erase', { confirm: '删除' })
export const suggest = (input: InputFor<'member.suggest'>) => call('member.suggest', input)
