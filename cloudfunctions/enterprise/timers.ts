import { settleFacts, type Fact, type Reaction } from '../kernel/facts'
import type { Timers } from '../kernel/serve'
import { followMeeting, logDecline, recount, settleRight, tellDeserted, tellPerson, tellWaiting } from './reactions'

/**
 * Who reacts to what happens to a contact and to a visit, in this order: the right first, so that who left sees nothing
 * any more when the rest is not done yet.
 */
const reactions: Record<string, readonly unknown[]> = {
  contactAsked: [recount, tellWaiting],
  contactConfirmed: [settleRight, recount, tellPerson],
  contactDeclined: [logDecline, recount, tellPerson],
  contactLeaving: [settleRight],
  contactLeft: [settleRight, recount, tellDeserted],
  contactRemoved: [settleRight, recount, tellPerson, tellDeserted],
  enterpriseVisited: [followMeeting],
}
export const enterpriseReactions = (kind: string) => (reactions[kind] ?? []) as readonly Reaction<Fact>[]

export const timers: Timers = {
  settle: async (now) => {
    await settleFacts('contacts', now, enterpriseReactions)
    await settleFacts('outreach', now, enterpriseReactions)
  },
}
