import { SETTLE_MS, settleFacts } from '../kernel/facts'
import type { Timers } from '../kernel/serve'
import { releaseSlot, settleSlot, unsettledSlots } from '../service/public'
import { handOverAll, reactionsTo } from './reactions'
import { consultations } from './store/consultations'
import { remindAll } from './store/reminders'

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
    await settleFacts('consultations', now, reactionsTo)
    await settleSlots(now)
    await handOverAll(await remindAll(now))
  },
}
