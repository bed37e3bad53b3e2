import { followContactLeft } from '../consultation/reactions'
import { settleFacts, type Fact, type Reaction } from '../kernel/facts'
import type { Timers } from '../kernel/serve'
import { followContactGone } from '../service/reactions'
import {
  followMeeting,
  followVisitMoved,
  logDecline,
  recount,
  settleRight,
  successorOf,
  tellDeserted,
  tellPerson,
  tellWaiting,
  type ContactFact,
} from './reactions'

/** What somebody had open goes over to who speaks for the enterprise now. */
const handOn = async (fact: ContactFact): Promise<void> => {
  const { enterpriseId, memberId, person, spoke } = fact.data
  if (!spoke) return
  const data = { enterpriseId, from: memberId, fromName: person, to: await successorOf(fact) }
  await followContactLeft({ ...fact, data })
}

/**
 * Who reacts to what happens to a contact and to a visit, in this order: the right first, so that who left sees nothing
 * any more when the rest is not done yet.
 */
const reactions: Record<string, readonly unknown[]> = {
  contactAsked: [recount, tellWaiting],
  contactConfirmed: [settleRight, recount, tellPerson],
  contactDeclined: [logDecline, recount, tellPerson],
  contactLeaving: [settleRight],
  contactLeft: [settleRight, recount, handOn, followContactGone, tellDeserted],
  contactRemoved: [settleRight, recount, handOn, followContactGone, tellPerson, tellDeserted],
  enterpriseVisited: [followMeeting],
  visitMoved: [followVisitMoved],
}
export const enterpriseReactions = (kind: string) => (reactions[kind] ?? []) as readonly Reaction<Fact>[]

export const timers: Timers = {
  settle: async (now) => {
    await settleFacts('contacts', now, enterpriseReactions)
    await settleFacts('outreach', now, enterpriseReactions)
  },
}
