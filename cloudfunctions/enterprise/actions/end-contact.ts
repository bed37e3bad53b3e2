import type { Terms } from '../../kernel/db'
import { handOver, newFact } from '../../kernel/facts'
import type { Refusal } from '../../kernel/refusal'
import { settleRight, takeRight, type ContactFact } from '../reactions'
import { markLeaving, moveContact, type ContactDoc } from '../store/contacts'
import { beginParting, endParting } from '../store/enterprises'
import { enterpriseReactions } from '../timers'

interface PartingCall {
  actor: { memberId: string }
  now: Date
  refusal(code: 'busy'): Refusal
}
const TURNS = 10
const TURN_MS = 120
const aTurn = () => new Promise((resolve) => setTimeout(resolve, TURN_MS))

/**
 * Does something about who no longer speaks for an enterprise while nobody else does: what is decided on here stands
 * until it is done. Waits for its turn, a little more than a second.
 */
export const partingAlone = async <T>(call: PartingCall, enterpriseId: string, act: () => Promise<T>): Promise<T> => {
  const { memberId } = call.actor
  for (let turn = 0; turn < TURNS; turn++) {
    if (await beginParting(enterpriseId, memberId, call.now))
      return act().finally(() => endParting(enterpriseId, memberId))
    await aTurn()
  }
  throw call.refusal('busy')
}

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
