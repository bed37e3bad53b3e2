/** Reads that a neighbour may use. */
import { _ } from '../kernel/db'
import { findBranches } from './store/branches'
import { members, type MemberDoc } from './store/members'

export { countUnconfirmed } from './store/members'

export const branchesById = findBranches

export type MemberCard = Pick<MemberDoc, '_id' | 'name' | 'branch' | 'state'>

/** Names and branches of members by id; an erased one has no name. */
export const membersById = async (ids: readonly string[]): Promise<Map<string, MemberCard>> => {
  if (ids.length === 0) return new Map()
  const without = ['history', 'facts', 'consents', 'tokens', 'phone']
  const found = await members.list({ where: { _id: _.in([...ids]) }, limit: ids.length, without })
  return new Map(found.map((member) => [member._id, member]))
}

/** Who it is, as desks show them; an erased person has no name. */
export const nameIn = (members: Map<string, MemberCard>, memberId: string) => {
  const member = members.get(memberId)
  // An imported record is the branch's own: only a binding that nobody has looked at is marked.
  const confirmed = member?.state === 'confirmed' || member?.state === 'imported'
  return { name: member?.name ?? '', branchName: member?.branch.name ?? '', confirmed }
}
