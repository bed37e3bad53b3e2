/** What `message` does when a neighbour has something to tell. Each may arrive twice. */
import type { Notice } from '@/domain/message/rules'
import type { Fact } from '../kernel/facts'
import { moveCredits, removeCredits } from './store/credits'
import { addMessage, moveMessages, removeMessages } from './store/messages'

/** How many are written at once: a cancelled service day tells hundreds. */
const AT_ONCE = 50

/**
 * Puts each notice into its recipient's inbox; phones ring later, by the timer. Telling again what was told changes
 * nothing. One round trip for each notice.
 */
export const tell = async (notices: readonly Notice[]): Promise<void> => {
  for (let first = 0; first < notices.length; first += AT_ONCE)
    await Promise.all(notices.slice(first, first + AT_ONCE).map(addMessage))
}

/** A binding was merged into an imported record: what the person was told, and agreed to, comes along. */
export const followMerge = async ({ data }: Fact<'memberMerged', { from: string; to: string }>): Promise<void> => {
  await moveMessages(data.from, data.to)
  await moveCredits(data.from, data.to)
}

/** A person's data was erased: nobody keeps what they were told or agreed to. */
export const followErasure = async ({ data }: Fact<'memberErased', { memberId: string }>): Promise<void> => {
  await removeMessages(data.memberId)
  await removeCredits(data.memberId)
}
