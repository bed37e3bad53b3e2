/** What `member` itself has to finish when one of its facts arrives. Each may arrive twice. */
import type { Grant } from '@/domain/kit'
import { addGrant, findActor, removeActor, removeGrant, syncActor } from '../kernel/actor'
import type { Fact } from '../kernel/facts'
import { logChange, type Who } from '../kernel/log'
import { members, type MemberDoc } from './store/members'
import { forgetSender } from './store/suggestions'

const identityOf = ({ _id, name, state, branch }: MemberDoc) => ({
  memberId: _id,
  name,
  state,
  branchId: state === 'confirmed' ? branch.id : null,
})

export type MemberChanged = Fact<'memberChanged', { memberId: string; what: string; by: Who }>

/** An imported record that a merge which died had claimed for this person: it gives back what it took over. */
const freeClaims = (memberId: string): Promise<number> =>
  members.change({ claimedBy: memberId }, { state: 'imported', claimedBy: null, phone: '', consents: [] })

/** A record was confirmed, declined or corrected: the person behind it follows, and the log says who did it. */
export const followChange = async (fact: MemberChanged): Promise<void> => {
  const { memberId, what, by } = fact.data
  const member = await members.get(memberId)
  if (!member || member.state === 'merged' || member.state === 'erased') return
  await syncActor(memberId, identityOf(member))
  // Confirmed by itself: no merge can follow that would still need the claim.
  if (member.state === 'confirmed') await freeClaims(memberId)
  if (by.memberId === memberId) return
  await logChange(by, fact.at, { what: `member.${what}`, object: memberId, subjects: [memberId] }, fact.id)
}

export type MemberMerged = Fact<'memberMerged', { from: string; to: string; by: Who }>

/** The person behind a merged binding becomes the imported record's person. */
export const followOwnMerge = async (fact: MemberMerged): Promise<void> => {
  const { from, to, by } = fact.data
  const into = await members.get(to)
  if (!into || into.state === 'erased') return
  await syncActor(from, identityOf(into))
  await logChange(by, fact.at, { what: 'member.merge', object: to, subjects: [to] }, fact.id)
}

/** What is left of an erased person: the sender of what they sent in, and last of all their identity, by which it is found. */
export const followOwnErasure = async (fact: Fact<'memberErased', { memberId: string }>): Promise<void> => {
  await freeClaims(fact.data.memberId)
  const actor = await findActor(fact.data.memberId)
  if (!actor) return
  await forgetSender(actor._id)
  await removeActor(fact.data.memberId)
}

export type ContactSettled = Fact<
  'contactSettled',
  { memberId: string; enterpriseId: string; holds: boolean; by: Who; what: string | null }
>

/**
 * Somebody speaks for an enterprise, or no longer: the right to what is its own comes and goes with that. The line in the
 * log says who decided, where `what` names it; who left by themselves needs none.
 */
export const followContact = async (fact: ContactSettled): Promise<void> => {
  const { memberId, enterpriseId, holds, by, what } = fact.data
  const right: Grant = { role: 'contact', scope: 'enterprise', scopeId: enterpriseId }
  await (holds ? addGrant(memberId, right) : removeGrant(memberId, right))
  if (what === null || by.memberId === memberId) return
  await logChange(by, fact.at, { what, object: enterpriseId, subjects: [memberId] }, fact.id)
}
