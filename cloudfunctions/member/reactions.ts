/** What `member` itself has to finish when one of its facts arrives. Each may arrive twice. */
import { changeActor, findActor, removeActor } from '../kernel/actor'
import type { Fact } from '../kernel/facts'
import { members } from './store/members'
import { forgetSender } from './store/suggestions'

/** The person behind a merged binding becomes the imported record's person. */
export const followOwnMerge = async (fact: Fact<'memberMerged', { from: string; to: string }>): Promise<void> => {
  const [actor, into] = await Promise.all([findActor(fact.data.from), members.get(fact.data.to)])
  if (!actor || !into) return
  const membership = { role: 'member' as const, scope: 'branch' as const, scopeId: into.branch.id }
  const others = actor.grants.filter(({ role }) => role !== 'member')
  await changeActor(fact.data.from, {
    memberId: fact.data.to,
    name: into.name,
    state: 'confirmed',
    grants: [membership, ...others],
  })
}

/** What is left of an erased person: the sender of what they sent in, and last of all their identity, by which it is found. */
export const followOwnErasure = async (fact: Fact<'memberErased', { memberId: string }>): Promise<void> => {
  const actor = await findActor(fact.data.memberId)
  if (!actor) return
  await forgetSender(actor._id)
  await removeActor(fact.data.memberId)
}
