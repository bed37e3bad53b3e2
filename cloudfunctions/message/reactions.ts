/** What `message` does when a neighbour has something to tell. Each may arrive twice. */
import type { Notice } from '@/domain/message/rules'
import { addMessage } from './store/messages'

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
