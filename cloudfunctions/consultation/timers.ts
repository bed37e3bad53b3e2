import { followGuideChanged } from '../guidance/reactions'
import { handOver, SETTLE_MS, settleFacts, type Fact, type Reaction } from '../kernel/facts'
import type { Timers } from '../kernel/serve'
import { releaseSlot, settleSlot, unsettledSlots } from '../service/public'
import { handOverAll, reactionsTo } from './reactions'
import { consultations } from './store/consultations'
import { remindAll } from './store/reminders'

/** What a neighbour follows that hands facts to this context itself: reactions.ts cannot name it. */
const neighbours: Record<string, readonly Reaction<Fact>[]> = {
  guideChanged: [followGuideChanged as Reaction<Fact>],
}
const followersOf = (kind: string): readonly Reaction<Fact>[] => [...reactionsTo(kind), ...(neighbours[kind] ?? [])]

/** First hand-over of all that a change left behind, to neighbours too. */
export const handOverToAll = async (facts: readonly Fact[]): Promise<void> => {
  await Promise.all(facts.map((fact) => handOver(fact, followersOf(fact.kind))))
}

const SLOTS = 100

/**
 * Slots that were claimed for a consultation: it stands on them, or the claim is of a call that died, and goes back. No
 * call runs as long as a claim is left alone, and none goes on with one that is older.
 */
const settleSlots = async (now: Date): Promise<void> => {
  const cutoff = new Date(now.getTime() - SETTLE_MS)
  for (const { _id, consultationId, holdId } of await unsettledSlots(cutoff, SLOTS)) {
    if (consultationId === null) continue
    const doc = await consultations.get(consultationId)
    if (doc?.slotId === _id && doc.holdId === holdId) await settleSlot(_id, consultationId)
    else await releaseSlot(_id, consultationId, now, holdId)
  }
}

export const timers: Timers = {
  sweep: async (now) => {
    await settleFacts('consultations', now, followersOf)
    await settleSlots(now)
    await handOverAll(await remindAll(now))
  },
}
