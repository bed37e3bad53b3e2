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
