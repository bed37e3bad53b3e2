/** Changes of hands that nobody has answered. */
import type { Fact } from '../../kernel/facts'
import { change } from './consultations'
import type { ConsultationDoc } from './document'
import { aboutOf, told } from './facts'

/** Who waits for the answer: who asked, and the owner if somebody else asked for them. */
export const askers = ({ transfer, ownerId }: ConsultationDoc): string[] =>
  transfer ? [...new Set([transfer.by, ownerId])] : []

/** Its time is over: it stays with whoever is responsible, and all who have to do with it know. @returns what to hand over */
export const lapseTransfer = async (doc: ConsultationDoc, now: Date): Promise<readonly Fact[]> => {
  const { transfer } = doc
  if (!transfer) return []
  const params = { ...aboutOf(doc), person: transfer.to.name }
  const whom = [...new Set([transfer.to.id, ...askers(doc)])]
  const facts = whom.map((member) => told(doc, { member }, 'transferLapsed', params, now))
  const changed = await change(doc, { transfer: null }, { at: now, by: '', what: 'transferLapsed', facts })
  return changed ? facts : []
}
