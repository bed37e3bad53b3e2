import type { Contracts } from '@/domain/contracts'
import { findActor } from '../../kernel/actor'
import { isTextSafe } from '../../kernel/content'
import type { Terms } from '../../kernel/db'
import { handOver, newFact } from '../../kernel/facts'
import { logRead } from '../../kernel/log'
import type { BoundCall, Handler } from '../../kernel/serve'
import type { ContactFact } from '../reactions'
import {
  confirmedContacts,
  contactIdOf,
  contacts,
  contactsAround,
  moveContact,
  waitingContacts,
  type ContactDoc,
} from '../store/contacts'
import { enterprises, type EnterpriseDoc } from '../store/enterprises'
import { contactView, enterpriseView } from '../store/views'
import { enterpriseReactions } from '../timers'
import { endContact, partingAlone } from './end-contact'

type C = Contracts['enterprise']
type DecisionCall = BoundCall<C['confirmContact']> | BoundCall<C['declineContact']> | BoundCall<C['removeContact']>
interface Standing {
  contact: ContactDoc
  enterprise: EnterpriseDoc
}

export const waiting: Handler<C['waiting']> = async (call, { cursor }) => {
  const { rows, nextCursor } = await waitingContacts(cursor)
  const subjects = rows.map(({ memberId }) => memberId)
  await logRead(call.actor, call.now, { what: 'enterprise.waiting', object: 'all', subjects })
  return { items: rows.map((row) => contactView(row, row.enterprise[0])), nextCursor }
}

export const get: Handler<C['get']> = async (call, { enterpriseId }) => {
  const [enterprise, around] = await Promise.all([
    enterprises.get(enterpriseId),
    contactsAround(enterpriseId, ['waiting', 'confirmed', 'declined']),
  ])
  if (!enterprise) throw call.refusal('notFound')
  const subjects = around.map(({ memberId }) => memberId)
  await logRead(call.actor, call.now, { what: 'enterprise.get', object: enterpriseId, subjects })
  return {
    enterprise: enterpriseView(enterprise),
    contacts: around.map((contact) => contactView(contact, enterprise)),
  }
}

const mustFind = async (call: DecisionCall, enterpriseId: string, memberId: string): Promise<Standing> => {
  const [enterprise, contact] = await Promise.all([
    enterprises.get(enterpriseId),
    contacts.get(contactIdOf(enterpriseId, memberId)),
  ])
  if (!enterprise || !contact) throw call.refusal('notFound')
  return { enterprise, contact }
}

const factOf = (
  call: DecisionCall,
  { contact, enterprise }: Standing,
  kind: ContactFact['kind'],
  to: string | null = null,
): ContactFact => {
  const { enterpriseId, memberId, name: person, state } = contact
  const by = { memberId: call.actor.memberId, name: call.actor.name }
  const change = { enterpriseId, enterprise: enterprise.name, memberId, person, by, to, spoke: state === 'confirmed' }
  return newFact(kind, change, call.now)
}

/** Decides on one who waits, as they were read; `notWaiting` when somebody was first. */
const decide = async (
  call: BoundCall<C['confirmContact']> | BoundCall<C['declineContact']>,
  found: Standing,
  state: 'confirmed' | 'declined',
  data: Terms,
): Promise<void> => {
  const fact = factOf(call, found, state === 'confirmed' ? 'contactConfirmed' : 'contactDeclined')
  const change = { at: call.now, by: call.actor.memberId, data, fact }
  if (!(await moveContact(found.contact, state, change))) throw call.refusal('notWaiting')
  await handOver(fact, enterpriseReactions(fact.kind))
}

const answer = async (call: DecisionCall, { contact, enterprise }: Standing) => {
  const standing = await contacts.get(contact._id)
  if (!standing) throw call.refusal('notFound')
  return contactView(standing, enterprise)
}

export const confirmContact: Handler<C['confirmContact']> = async (call, { enterpriseId, memberId }) => {
  const found = await mustFind(call, enterpriseId, memberId)
  // Repeating a confirmation whose answer was lost; what may be left of it, the timer finishes.
  if (found.contact.state === 'confirmed') return answer(call, found)
  if (found.contact.state !== 'waiting') throw call.refusal('notWaiting')
  const actor = await findActor(memberId)
  // A right goes to somebody whose name a branch has vouched for, as every other right does.
  if (actor?.state !== 'confirmed') throw call.refusal('personUnconfirmed')
  await decide(call, found, 'confirmed', { name: actor.name })
  return answer(call, found)
}

export const declineContact: Handler<C['declineContact']> = async (call, { enterpriseId, memberId, reason }) => {
  const found = await mustFind(call, enterpriseId, memberId)
  const { contact } = found
  if (contact.state === 'declined' && contact.declineReason === reason) return answer(call, found)
  if (contact.state !== 'waiting') throw call.refusal('notWaiting')
  if (!(await isTextSafe(call.actor.openid, reason))) throw call.refusal('textRisky')
  await decide(call, found, 'declined', { declineReason: reason })
  return answer(call, found)
}

export const removeContact: Handler<C['removeContact']> = async (call, input) => {
  const { enterpriseId, memberId, reason, successor } = input
  const found = await mustFind(call, enterpriseId, memberId)
  if (found.contact.state !== 'confirmed') throw call.refusal('notContact')
  if (!(await isTextSafe(call.actor.openid, reason))) throw call.refusal('textRisky')
  await partingAlone(call, enterpriseId, async () => {
    if (successor !== undefined) await mustSpeak(call, found.contact, successor)
    const fact = factOf(call, found, 'contactRemoved', successor ?? null)
    if (!(await endContact(found.contact, fact, { declineReason: reason }))) throw call.refusal('notContact')
  })
  return answer(call, found)
}

const mustSpeak = async (
  call: BoundCall<C['removeContact']>,
  { enterpriseId, memberId: leaving }: ContactDoc,
  successor: string,
): Promise<void> => {
  const standing = await confirmedContacts([enterpriseId])
  if (successor === leaving || !standing.some(({ memberId }) => memberId === successor))
    throw call.refusal('successorUnknown')
}
