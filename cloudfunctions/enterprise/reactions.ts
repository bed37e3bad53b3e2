/** What follows from the facts of this context and its neighbours. Each may arrive twice, late, and in any order. */
import type { MeetingWay } from '@/domain/enterprise/rules'
import { findActor, holdersOf } from '../kernel/actor'
import { newFact, type Fact } from '../kernel/facts'
import { logChange, type Who } from '../kernel/log'
import { followContact } from '../member/reactions'
import { tell } from '../message/reactions'
import {
  allContactsOf,
  confirmedContacts,
  contactIdOf,
  contacts,
  contactsAround,
  lastLeft,
  moveContact,
  renameContact,
} from './store/contacts'
import { enterprises, moveMeeting, noteMeeting } from './store/enterprises'
import { allVisitsBy, endVisit, outreach, renameGoer } from './store/outreach'

/** What every fact about a contact says. Names stand in it as they were: they are gone with the fact. */
export interface ContactChange {
  enterpriseId: string
  enterprise: string
  memberId: string
  person: string
  by: Who
  /** Of one who left: to whom what is open goes over; null when they named nobody. */
  to: string | null
  /** Whether they spoke for it until then, or only asked to. */
  spoke: boolean
}
export type ContactFact = Fact<
  'contactAsked' | 'contactConfirmed' | 'contactDeclined' | 'contactLeaving' | 'contactLeft' | 'contactRemoved',
  ContactChange
>

/**
 * The right follows what the record says now, not what the fact says: a confirmation may be settled after a leave. Read
 * again afterwards, because it may have changed meanwhile; whoever changed it settles it once more by their own fact.
 *
 * @param gone whatever the record says: the right is taken before the record does
 */
const followRecord = async ({ id, at, kind, data }: ContactFact, gone: boolean): Promise<void> => {
  const { enterpriseId, memberId, by } = data
  const speaks = async () => (await contacts.get(contactIdOf(enterpriseId, memberId)))?.state === 'confirmed'
  // A mark says only that something is about to be decided.
  const what = kind === 'contactLeaving' ? null : `enterprise.${kind}`
  const follow = (holds: boolean) =>
    followContact({ id, at, kind: 'contactSettled', data: { enterpriseId, memberId, holds, by, what } })
  if (gone) return follow(false)
  const before = await speaks()
  await follow(before)
  const after = await speaks()
  if (after !== before) await follow(after)
}
export const settleRight = (fact: ContactFact): Promise<void> => followRecord(fact, false)
export const takeRight = (fact: ContactFact): Promise<void> => followRecord(fact, true)

/** Counts anew who speaks for an enterprise and who asks to: lists are told apart by it. */
export const recount = async ({ data }: ContactFact): Promise<void> => {
  const around = await contactsAround(data.enterpriseId, ['waiting', 'confirmed'])
  const confirmed = around.filter(({ state }) => state === 'confirmed').length
  await enterprises.change({ _id: data.enterpriseId }, { confirmed, waiting: around.length - confirmed })
}

/** Whom what is open goes over to: the one named, if they still speak for it, else who does so the longest, else nobody. */
export const successorOf = async ({ data }: ContactFact): Promise<string | null> => {
  const standing = await confirmedContacts([data.enterpriseId])
  const longest = [...standing].sort((a, b) => a.since.getTime() - b.since.getTime())
  return (standing.find(({ memberId }) => memberId === data.to) ?? longest[0])?.memberId ?? null
}

const about = (page: 'enterprises' | 'deskEnterprises', data: ContactChange) => ({ page, id: data.enterpriseId })

/** The person hears what was decided about them; what they did themselves they know. */
export const tellPerson = async ({ id, at, kind, data }: ContactFact): Promise<void> => {
  const told = kind === 'contactConfirmed' || kind === 'contactDeclined' || kind === 'contactRemoved' ? kind : null
  if (!told) return
  const { memberId, enterprise } = data
  const params = { enterprise }
  await tell([{ key: `${id}:${memberId}`, to: memberId, kind: told, params, about: about('enterprises', data), at }])
}

const staffBut = async (by: Who): Promise<string[]> =>
  (await holdersOf('staff')).map(({ memberId }) => memberId).filter((memberId) => memberId !== by.memberId)

/** Staff hear that somebody waits for them. */
export const tellWaiting = async ({ id, at, data }: ContactFact): Promise<void> => {
  const { enterprise, person } = data
  const notice = {
    kind: 'contactWaiting' as const,
    params: { enterprise, person },
    about: about('deskEnterprises', data),
  }
  await tell((await staffBut(data.by)).map((to) => ({ key: `${id}:${to}`, to, ...notice, at })))
}

/** Staff hear that nobody speaks for an enterprise any more: of several who left at once, once. */
export const tellDeserted = async ({ at, data }: ContactFact): Promise<void> => {
  const { enterpriseId, enterprise, spoke } = data
  if (!spoke || (await confirmedContacts([enterpriseId])).length > 0) return
  const since = (await lastLeft(enterpriseId)).getTime()
  const notice = { kind: 'enterpriseWithoutContact' as const, params: { enterprise } }
  const tellOne = ({ memberId: to }: { memberId: string }) => ({
    key: `deserted:${enterpriseId}:${since}:${to}`,
    to,
    ...notice,
    about: about('deskEnterprises', data),
    at,
  })
  await tell((await holdersOf('staff')).map(tellOne))
}

/** A declined wish leaves its line in the log; rights that are given and taken leave theirs with the right. */
export const logDecline = ({ id, at, data }: ContactFact): Promise<void> =>
  logChange(
    data.by,
    at,
    { what: 'enterprise.contactDeclined', object: data.enterpriseId, subjects: [data.memberId] },
    id,
  )

/** An enterprise was met: the latest meeting is the one that is kept. */
export const followMeeting = async ({
  data,
}: Fact<string, { enterpriseId: string; at: Date; how: MeetingWay }>): Promise<void> => {
  await noteMeeting(data.enterpriseId, data.at, data.how)
}

/** A visit was on another day than was written: also when a later meeting had been known, that day counts. */
export const followVisitMoved = async ({
  data: { enterpriseId, from, to },
}: Fact<string, { enterpriseId: string; from: Date | null; to: Date | null }>): Promise<void> => {
  if (!to || from?.getTime() === to.getTime()) return
  if (from) await moveMeeting(enterpriseId, from, to)
  await noteMeeting(enterpriseId, to, 'outreach')
}

/** A member's name was corrected: who speaks for an enterprise is called by it. */
export const followName = async ({ data }: Fact<string, { memberId: string }>): Promise<void> => {
  const actor = await findActor(data.memberId)
  if (!actor || actor.name === '') return
  await renameContact(actor.memberId, actor.name)
  await renameGoer(actor.memberId, actor.name)
}

/**
 * A binding was merged into an imported record: what it asked for goes on under the record's id. Nobody who is merged
 * was confirmed before, so there is no right to move.
 */
export const followMerge = async ({ data, at }: Fact<string, { from: string; to: string }>): Promise<void> => {
  const { from, to } = data
  for (const contact of await allContactsOf(from)) {
    await contacts.add({ ...contact, _id: contactIdOf(contact.enterpriseId, to), memberId: to })
    await contacts.remove({ _id: contact._id })
  }
  await outreach.change({ by: from }, { by: to })
  // The record may have the name that was corrected on the way.
  await followName({ id: '', kind: '', at, data: { memberId: to } })
}

/**
 * A person's data was erased: they speak for nobody any more, and their name goes. The facts that are written here are
 * settled by the timer: counts, and word to staff where nobody is left.
 */
export const followErasure = async ({ data, at }: Fact<string, { memberId: string }>): Promise<void> => {
  const { memberId } = data
  const nobody = { name: '', position: '', declineReason: '' }
  for (const contact of await allContactsOf(memberId)) {
    const { enterpriseId, state } = contact
    const enterprise = (await enterprises.get(enterpriseId))?.name ?? ''
    const by = { memberId, name: '' }
    const spoke = state === 'confirmed'
    const fact = newFact('contactLeft', { enterpriseId, enterprise, memberId, person: '', by, to: null, spoke }, at)
    if (!(await moveContact(contact, 'left', { at, by: memberId, data: nobody, fact })))
      await contacts.change({ _id: contact._id }, nobody)
  }
  for (const { _id, state } of await allVisitsBy(memberId))
    if (state === 'planned') await endVisit(_id, { state: 'cancelled' }, { at, by: '', what: 'cancelled' })
  await renameGoer(memberId, '')
}
