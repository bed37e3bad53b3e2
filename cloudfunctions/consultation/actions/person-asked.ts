/** Who may be asked to take a consultation over, and what asking leaves behind: with an outcome, or at any other time. */
import { overrideOf } from '@/domain/consultation/rules'
import type { Actor } from '../../kernel/actor'
import type { Fact } from '../../kernel/facts'
import { logged } from '../../kernel/logged'
import type { Refusal } from '../../kernel/refusal'
import { specialistById } from '../../service/public'
import type { ConsultationDoc, Person, Transfer } from '../store/document'
import { aboutOf, said, told } from '../store/facts'
import { ownerOf } from '../store/views'

interface AskCall {
  actor: Actor & { memberId: string }
  now: Date
  refusal(code: 'samePerson' | 'notInTeam' | 'personConflict' | 'offTopic'): Refusal
}
/** Why somebody is asked, and whether on purpose although they do not know the topic. */
interface Asking {
  reason: string
  override: boolean
}

/** Whether somebody may take a consultation over, and whether they know its topic. */
export const personFor = async (
  doc: ConsultationDoc,
  id: string,
): Promise<'notInTeam' | 'personConflict' | { person: Person; offTopic: boolean }> => {
  const found = await specialistById(id)
  if (!found?.active || found.teamId !== doc.teamId) return 'notInTeam'
  const need = overrideOf(found, doc)
  if (need === 'conflict') return 'personConflict'
  return { person: { id, name: found.name, title: found.title }, offTopic: need === 'offTopic' }
}

/** Whoever is to be asked; who does not know the topic only on purpose. */
export const personToAsk = async (
  call: AskCall,
  doc: ConsultationDoc,
  { to, override }: { to: string; override: boolean },
): Promise<Person> => {
  if (to === doc.ownerId) throw call.refusal('samePerson')
  const found = await personFor(doc, to)
  if (found === 'notInTeam' || found === 'personConflict') throw call.refusal(found)
  if (found.offTopic && !override) throw call.refusal('offTopic')
  return found.person
}

/** The person is asked, with one line said; the present owner stays responsible, and the clock goes on. @param at when it is said */
export const asked = (
  { actor, now }: AskCall,
  doc: ConsultationDoc,
  { to, reason, override }: Asking & { to: Person },
  at = now,
): { transfer: Transfer; facts: Fact[] } => ({
  transfer: { to, from: ownerOf(doc), by: actor.memberId, reason, override, at: now },
  facts: [
    said(doc._id, { kind: 'transfer', side: 'team', by: actor.memberId, byName: actor.name, text: reason }, at),
    told(doc, { member: to.id }, 'transferAsked', { ...aboutOf(doc), person: actor.name }, now),
    ...(override ? [logged(actor, 'consultation.override', doc, [to.id, doc.ownerId], now)] : []),
  ],
})
