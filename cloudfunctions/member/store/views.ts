/** What leaves the server of a member. The contract strips whatever it does not declare. */
import { maskPhone } from '@/domain/member/rules'
import type { BranchLevel } from '@/domain/member/rules'
import type { Grant } from '@/domain/kit'
import type { MemberDoc } from './members'
import type { SuggestionDoc } from './suggestions'

export const memberView = (member: MemberDoc, grants: readonly Grant[]) => ({
  ...member,
  id: member._id,
  phoneMasked: maskPhone(member.phone),
  grants: [...grants],
})

export const selfView = (member: MemberDoc, level: BranchLevel) => ({
  ...member,
  id: member._id,
  branch: { ...member.branch, level },
})

export const suggestionView = (suggestion: SuggestionDoc) => ({ ...suggestion, id: suggestion._id })
