import type { Terms } from '../../kernel/db'
import { handOver, newFact } from '../../kernel/facts'
import { settleRight, takeRight, type ContactFact } from '../reactions'
import { markLeaving, moveContact, type ContactDoc } from '../store/contacts'
import { enterpriseReactions } from '../timers'

/**
 * Somebody stops speaking for an enterprise, or asking to. The right goes before the record says so: whoever the record
 * names as gone can see nothing, wherever the work may stop. A mark is written first, so that a right which was taken
 * for a leave that died comes back with the timer.
 *
 * @returns whether it was made; not, when somebody else moved the contact first
 */
export const endContact = async (contact: ContactDoc, fact: ContactFact, data: Terms = {}): Promise<boolean> => {
  const mark = newFact('contactLeaving' as const, fact.data, fact.at)
  if (fact.data.spoke) {
    if (!(await markLeaving(contact, mark))) return false
    await takeRight(mark)
  }
  const ended = await moveContact(contact, 'left', { at: fact.at, by: fact.data.by.memberId ?? '', data, fact })
  if (ended) await handOver(fact, enterpriseReactions(fact.kind))
  else if (fact.data.spoke) await settleRight(mark)
  return ended
}
