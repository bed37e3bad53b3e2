/** What becomes of consultations when the people in them change: a contact leaves, a record is merged, a person is erased. */
import { FORMER_CONTACT, LEADER_TITLE } from '@/domain/consultation/labels'
import { isOver } from '@/domain/consultation/rules'
import { _, type Terms } from '../../kernel/db'
import { holdersOf } from '../../kernel/actor'
import type { Fact } from '../../kernel/facts'
import { change, consultations, type Deed } from './consultations'
import type { ConsultationDoc, Core } from './document'
import { aboutOf, contactsIn, leadersIn, told, topicOf, type ToldFact } from './facts'
import { answersFor, type ServiceDayDoc } from '../../service/public'
import { forgetSpeaker, moveLines } from './lines'
import { forgetLooker } from './looks'
import { withoutSlot } from './rebooking'

const MOST = 1000
const TURNS = 3

/** Changes each of these documents as it stands then; what no longer fits is left alone. */
const changeEach = async (
  where: Terms,
  plan: (doc: ConsultationDoc) => { patch: Partial<Core>; deed: Deed } | null,
): Promise<Fact[]> => {
  const facts: Fact[] = []
  for (const { _id } of await consultations.list({ where, limit: MOST })) facts.push(...(await changeOne(_id, plan)))
  return facts
}

const changeOne = async (
  id: string,
  plan: (doc: ConsultationDoc) => { patch: Partial<Core>; deed: Deed } | null,
): Promise<Fact[]> => {
  for (let turn = 0; turn < TURNS; turn++) {
    const doc = await consultations.get(id)
    const planned = doc && plan(doc)
    if (!planned) return []
    if (await change(doc, planned.patch, planned.deed)) return [...(planned.deed.facts ?? [])]
  }
  throw new Error(`consultation ${id} changes under our hands`)
}

/** Meetings on these slots, each with what the team's leaders are to hear of it. */
export const meetingsOnSlots = async (
  slotIds: readonly string[],
  at: Date,
): Promise<{ _id: string; fact: ToldFact }[]> => {
  if (slotIds.length === 0) return []
  const docs = await consultations.list({ where: { slotId: _.in([...slotIds]), state: 'booked' }, limit: MOST })
  return docs.flatMap((doc) => {
    if (!doc.startsAt) return []
    const params = { ...aboutOf(doc), at: doc.startsAt.getTime() }
    return [{ _id: doc._id, fact: told(doc, leadersIn(doc), 'bookingWithoutPerson', params, at) }]
  })
}

/** Consultations of a team without a slot that a day could suit, each with what the enterprise is to hear of it. */
export const unplacedFor = async (
  {
    teamId,
    topics,
    tables,
    startsAt,
    place,
  }: Pick<ServiceDayDoc, 'teamId' | 'topics' | 'tables' | 'startsAt' | 'place'>,
  at: Date,
): Promise<{ _id: string; fact: ToldFact }[]> => {
  const docs = await consultations.list({ where: { teamId, state: 'unplaced' }, limit: MOST })
  const suits = ({ topic, ownerId }: ConsultationDoc) =>
    topics.includes(topic) || tables.some(({ specialistId }) => specialistId !== '' && specialistId === ownerId)
  return docs.filter(suits).map((doc) => {
    const params = { ...topicOf(doc), at: startsAt.getTime(), place: place.name }
    return { _id: doc._id, fact: told(doc, contactsIn(doc), 'timesOpened', params, at) }
  })
}

/** What one contact of an enterprise has open goes to another, who is told of each. */
export const handContactOn = (
  enterpriseId: string,
  { from, fromName, to }: { from: string; fromName: string; to: { memberId: string; name: string } },
  at: Date,
): Promise<Fact[]> =>
  changeEach({ enterpriseId, contactId: from, over: false }, (doc) => {
    if (doc.contactId !== from || isOver(doc.state)) return null
    const params = { ...aboutOf(doc), person: fromName || FORMER_CONTACT }
    // About the enterprise's side of it, so it leads there.
    const fact = told(doc, { contact: to.memberId }, 'consultationHandedToYou', params, at)
    const patch = { contactId: to.memberId, contactName: to.name }
    return { patch, deed: { at, by: '', what: 'contactChanged', facts: [fact] } }
  })

/** Nobody who is merged held a right before, so there is nothing to decide: ids follow. Safe to repeat. */
export const mergePeople = async (from: string, to: string): Promise<void> => {
  await consultations.change({ contactId: from }, { contactId: to })
  await moveLines(from, to)
}

/** Their name as the member record says it now, in what is not over. What was said stays under the name of its day. */
export const renamePeople = async (memberId: string, name: string): Promise<void> => {
  const open = { over: false }
  await consultations.change({ ...open, ownerId: memberId, 'owner.name': _.neq(name) }, { 'owner.name': name })
  await consultations.change({ ...open, contactId: memberId, contactName: _.neq(name) }, { contactName: name })
  await consultations.change({ 'transfer.to.id': memberId }, { 'transfer.to.name': name })
}

/**
 * The name of a contact goes; what the enterprise asked stays the enterprise's. By their id what is open is found once
 * more, when it goes over to who speaks for the enterprise then.
 */
export const forgetContact = async (memberId: string): Promise<void> => {
  await consultations.change({ contactId: memberId, contactName: _.neq('') }, { contactName: '' })
  await consultations.change({ contactId: memberId, over: true }, { contactId: '' })
  await forgetLooker(memberId)
  await forgetSpeaker(memberId)
}

const NOBODY = { memberId: '', name: '' }

/** Somebody who leads a team and is not who leaves it. */
const leaderOf = async (teamId: string, leaving: string): Promise<{ memberId: string; name: string }> => {
  for (const scope of [{ scope: 'team', scopeId: teamId } as const, { scope: 'zone', scopeId: '' } as const]) {
    const leaders = await holdersOf('teamLeader', scope)
    const leader = leaders.find(({ memberId }) => memberId !== leaving)
    if (leader) return leader
  }
  return NOBODY
}

/** Who goes on with what was over: whoever was responsible, or the team's leader where they may answer for it no more. */
export const successorOf = async ({
  ownerId,
  owner,
  teamId,
}: ConsultationDoc): Promise<Pick<Core, 'ownerId' | 'owner'>> => {
  if (ownerId !== '' && (await answersFor(ownerId))(teamId)) return { ownerId, owner }
  const { memberId, name } = await leaderOf(teamId, '')
  return { ownerId: memberId, owner: memberId === '' ? owner : { name, title: LEADER_TITLE } }
}

/** In which teams somebody may still answer. */
type Stays = (teamId: string) => boolean
const nowhere: Stays = () => false

/** What an erased person was responsible for or asked to take over. Facts are for handing over. */
export const eraseOwner = async (memberId: string, at: Date): Promise<Fact[]> => {
  const facts = await handOwnerOn(memberId, nowhere, at, true)
  await changeEach({ ownerId: memberId, over: true }, (doc) => {
    const owner = { name: '', title: doc.owner.title }
    return doc.ownerId === memberId
      ? { patch: { ownerId: '', owner }, deed: { at, by: '', what: 'ownerErased' } }
      : null
  })
  return facts
}

/**
 * What somebody was responsible for, or asked to take over, in teams that they may answer for no longer: it falls to the
 * team's leader, or is the staff's to give to somebody. Safe to repeat.
 *
 * @param nameless they are called by their title
 * @returns facts for handing over
 */
export const handOwnerOn = async (memberId: string, stays: Stays, at: Date, nameless = false): Promise<Fact[]> => {
  const left = { memberId, stays, at, nameless }
  const asked = await changeEach({ 'transfer.to.id': memberId }, (doc) => withoutTransfer(doc, left))
  const leaders = new Map<string, { memberId: string; name: string }>()
  for (const { teamId } of await consultations.list({ where: { ownerId: memberId, over: false }, limit: MOST }))
    if (!stays(teamId) && !leaders.has(teamId)) leaders.set(teamId, await leaderOf(teamId, memberId))
  const fallen = await changeEach({ ownerId: memberId, over: false }, (doc) =>
    fallTo(doc, leaders.get(doc.teamId) ?? NOBODY, left),
  )
  return [...asked, ...fallen]
}

interface Left {
  memberId: string
  stays: Stays
  at: Date
  nameless: boolean
}

const withoutTransfer = (doc: ConsultationDoc, { memberId, stays, at, nameless }: Left) => {
  const { to } = doc.transfer ?? {}
  if (to?.id !== memberId || stays(doc.teamId)) return null
  const params = { ...aboutOf(doc), person: nameless ? to.title : to.name }
  const facts = [told(doc, { member: doc.ownerId }, 'transferDeclined', params, at)]
  return { patch: { transfer: null }, deed: { at, by: '', what: 'askedLeft', facts } }
}

/** Their meeting ahead is nobody's any more, since the slot is theirs: the enterprise chooses another. */
const meetingOf = (doc: ConsultationDoc, now: Date) =>
  doc.state === 'booked' && doc.startsAt !== null && doc.startsAt > now
    ? withoutSlot(doc, now)
    : { patch: {}, facts: [] }

const fallTo = (
  doc: ConsultationDoc,
  leader: { memberId: string; name: string },
  { memberId, stays, at, nameless }: Left,
): { patch: Partial<Core>; deed: Deed } | null => {
  if (doc.ownerId !== memberId || isOver(doc.state) || stays(doc.teamId)) return null
  const { title, name } = doc.owner
  const meeting = meetingOf(doc, new Date())
  const params = { ...aboutOf(doc), person: nameless ? title : name }
  const facts =
    leader.memberId === ''
      ? [told(doc, { staff: true }, 'consultationHandedToYou', params, at)]
      : [
          told(doc, { member: leader.memberId }, 'consultationHandedToYou', params, at),
          told(doc, contactsIn(doc), 'ownerChanged', { ...topicOf(doc), person: leader.name }, at),
        ]
  const owner = { name: leader.name, title: leader.memberId === '' ? title : LEADER_TITLE }
  return {
    patch: { ...meeting.patch, ownerId: leader.memberId, owner, transfer: null },
    deed: {
      at,
      by: '',
      what: 'ownerLeft',
      facts: [...meeting.facts, ...facts],
      said: meeting.facts.length > 0 ? 1 : 0,
    },
  }
}
