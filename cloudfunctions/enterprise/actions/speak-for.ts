import type { Contracts } from '@/domain/contracts'
import { MOST_ASKED } from '@/domain/enterprise/rules'
import { isTextSafe } from '../../kernel/content'
import { handOver, newFact } from '../../kernel/facts'
import type { BoundCall, Handler } from '../../kernel/serve'
import type { ContactChange } from '../reactions'
import { endContact, partingAlone } from './end-contact'
import {
  confirmedContacts,
  contactIdOf,
  contacts,
  countAsked,
  moveContact,
  newContact,
  ownContacts,
  type ContactDoc,
} from '../store/contacts'
import { enterprises, type EnterpriseDoc } from '../store/enterprises'
import { listEnterprises } from '../store/register'
import { enterpriseView, ownView } from '../store/views'
import { enterpriseReactions } from '../timers'

type C = Contracts['enterprise']

export const find: Handler<C['find']> = async (_call, { words, cursor }) => {
  const { rows, nextCursor } = await listEnterprises('all', words, cursor)
  return { items: rows.map(enterpriseView), nextCursor }
}

export const mine: Handler<C['mine']> = async ({ actor }) => ({
  items: (await ownContacts(actor.memberId)).flatMap(ownView),
})

const oneOfMine = async (call: BoundCall<C['join']>, enterpriseId: string) => {
  const [own] = (await ownContacts(call.actor.memberId, { enterpriseId })).flatMap(ownView)
  // Left at this moment from another phone.
  if (!own) throw call.refusal('busy')
  return own
}

export const join: Handler<C['join']> = async (call, { enterpriseId, position }) => {
  const { actor } = call
  const [enterprise, standing] = await Promise.all([
    enterprises.get(enterpriseId),
    contacts.get(contactIdOf(enterpriseId, actor.memberId)),
  ])
  if (!enterprise) throw call.refusal('notFound')
  if (standing?.state !== 'waiting' && standing?.state !== 'confirmed') await ask(call, enterprise, standing, position)
  return oneOfMine(call, enterpriseId)
}

/** Asks for the first time, or once more after a decline or a leave. Of two at once one asks, and both are answered alike. */
const ask = async (
  call: BoundCall<C['join']>,
  enterprise: EnterpriseDoc,
  standing: ContactDoc | null,
  position: string,
): Promise<void> => {
  const { actor, now } = call
  if ((await countAsked(actor.memberId)) >= MOST_ASKED) throw call.refusal('tooManyAsked')
  if (!(await isTextSafe(actor.openid, position))) throw call.refusal('textRisky')
  const who = { enterpriseId: enterprise._id, memberId: actor.memberId, name: actor.name, position }
  const by = { memberId: actor.memberId, name: actor.name }
  const change: ContactChange = {
    enterpriseId: enterprise._id,
    enterprise: enterprise.name,
    memberId: actor.memberId,
    person: actor.name,
    by,
    to: null,
    spoke: false,
  }
  const fact = newFact('contactAsked', change, now)
  const asked = standing
    ? await moveContact(standing, 'waiting', {
        at: now,
        by: by.memberId,
        data: { name: who.name, position, declineReason: '' },
        fact,
      })
    : (await contacts.add(newContact(who, fact, now))) === 'added'
  if (asked) await handOver(fact, enterpriseReactions(fact.kind))
}

/** How often a leave is tried while others move the contact: each of them can do so once. */
const TRIES = 3

export const leave: Handler<C['leave']> = async (call, { enterpriseId, successor }) => {
  const id = contactIdOf(enterpriseId, call.actor.memberId)
  for (let turn = 0; turn < TRIES; turn++) {
    const contact = await contacts.get(id)
    if (!contact || contact.state === 'declined') throw call.refusal('notContact')
    // Repeating a leave whose answer was lost.
    if (contact.state === 'left') return { left: true as const }
    const go = () => leaves(call, contact, successor)
    if (await (contact.state === 'confirmed' ? partingAlone(call, enterpriseId, go) : go()))
      return { left: true as const }
  }
  throw call.refusal('busy')
}

const leaves = async (call: BoundCall<C['leave']>, contact: ContactDoc, successor?: string): Promise<boolean> => {
  const { actor, now } = call
  const spoke = contact.state === 'confirmed'
  const to = spoke ? await chosen(call, contact, successor) : null
  const enterprise = (await enterprises.get(contact.enterpriseId))?.name ?? ''
  const by = { memberId: actor.memberId, name: actor.name }
  const { enterpriseId, memberId, name: person } = contact
  const fact = newFact('contactLeft', { enterpriseId, enterprise, memberId, person, by, to, spoke }, now)
  return endContact(contact, fact)
}

/** Who takes over: one of the others, by name, where there are any. None of them leaves before this leave is done. */
const chosen = async (call: BoundCall<C['leave']>, contact: ContactDoc, successor?: string): Promise<string | null> => {
  const standing = await confirmedContacts([contact.enterpriseId])
  const others = standing.filter(({ memberId }) => memberId !== contact.memberId)
  if (successor !== undefined && !others.some(({ memberId }) => memberId === successor))
    throw call.refusal('successorUnknown')
  if (others.length > 0 && successor === undefined) throw call.refusal('successorMissing')
  return successor ?? null
}
