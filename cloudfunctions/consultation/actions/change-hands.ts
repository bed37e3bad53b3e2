import { isMeeting, isOver, overrideOf } from '@/domain/consultation/rules'
import type { Contracts } from '@/domain/contracts'
import type { ParsedOf } from '@/domain/kit'
import { serviceSlotIdOf } from '@/domain/service/rules'
import type { Fact } from '../../kernel/facts'
import { logged } from '../../kernel/logged'
import type { BoundCall, Handler } from '../../kernel/serve'
import { freeSlotsOf, specialistById, takeFreeSlot, type SlotDoc } from '../../service/public'
import { change, consultations } from '../store/consultations'
import type { ConsultationDoc, Core, Person } from '../store/document'
import { aboutOf, contactsIn, released, said, told, topicOf } from '../store/facts'
import { isStale, slotFields } from '../store/slots'
import { ownerOf, standingsIn, viewOf } from '../store/views'
import { perform, TEAM, textCheck } from './perform-change'

type C = Contracts['consultation']

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

/** Whether a meeting lies ahead that has a slot: a change of hands has to find another at the same time. */
const hasSlotAhead = (doc: ConsultationDoc, now: Date): doc is ConsultationDoc & { startsAt: Date; dayId: string } =>
  isMeeting(doc.state) && doc.slotId !== null && doc.dayId !== null && doc.startsAt !== null && doc.startsAt > now

/** A slot of somebody at the very time of a meeting: of the same day, or wherever else they sit then. */
const slotThen = async (doc: ConsultationDoc & { startsAt: Date }, personId: string): Promise<SlotDoc | null> => {
  const [slot] = await freeSlotsOf({ specialistId: personId, from: doc.startsAt, limit: 1 })
  return slot?.startsAt.getTime() === doc.startsAt.getTime() ? slot : null
}

export const transfer: Handler<C['transfer']> = (call, input) => {
  const check = textCheck(call, input.reason)
  return perform(call, input.consultationId, TEAM, async (doc) => {
    if (doc.transfer?.to.id === input.to && doc.transfer.reason === input.reason) return null
    if (isOver(doc.state)) throw call.refusal('over')
    if (input.to === doc.ownerId) throw call.refusal('samePerson')
    if (doc.transfer) throw call.refusal('alreadyAsked')
    const to = await newOwner(call, doc, input)
    await check(() => call.refusal('textRisky'))
    return () => propose(call, doc, { to, input })
  })
}

const newOwner = async (
  call: BoundCall<C['transfer']>,
  doc: ConsultationDoc,
  input: ParsedOf<C['transfer']>,
): Promise<Person> => {
  const found = await personFor(doc, input.to)
  if (found === 'notInTeam' || found === 'personConflict') throw call.refusal(found)
  if (found.offTopic && !input.override) throw call.refusal('offTopic')
  if (hasSlotAhead(doc, call.now) && !(await slotThen(doc, input.to))) throw call.refusal('personBusy')
  return found.person
}

/** The person is asked; the present owner stays responsible, and the clock goes on. */
const propose = (
  call: BoundCall<C['transfer']>,
  doc: ConsultationDoc,
  { to, input: { reason, override } }: { to: Person; input: ParsedOf<C['transfer']> },
) => {
  const { now, actor } = call
  const facts: Fact[] = [
    said(doc._id, { kind: 'transfer', side: 'team', by: actor.memberId, byName: actor.name, text: reason }, now),
    told(doc, { member: to.id }, 'transferAsked', { ...aboutOf(doc), person: actor.name }, now),
    ...(override ? [logged(actor, 'consultation.override', doc, [to.id, doc.ownerId], now)] : []),
  ]
  const asked = { to, from: ownerOf(doc), by: actor.memberId, reason, override, at: now }
  return change(doc, { transfer: asked }, { at: now, by: actor.memberId, what: 'transferAsked', said: 1, facts })
}

export const answerTransfer: Handler<C['answerTransfer']> = async (call, input) => {
  const doc = await consultations.get(input.consultationId)
  if (!doc) throw call.refusal('notFound')
  call.mustReach({ enterpriseId: doc.enterpriseId, teamId: doc.teamId })
  if (doc.transfer?.to.id !== call.actor.memberId) {
    // They took it over already, and the answer to that was lost.
    if (input.accept && doc.ownerId === call.actor.memberId && standingsIn(doc, call.actor).includes('owner'))
      return viewOf(doc, call.actor, call.now)
    throw call.refusal('notAsked')
  }
  const check = textCheck(call, input.reason)
  return perform(call, input.consultationId, ['asked'], async (standing) => {
    await check(() => call.refusal('textRisky'))
    return input.accept ? accept(call, standing) : () => decline(call, standing, input.reason)
  }).then((view) => (input.accept ? view : asAsked(view)))
}

type AnswerCall = BoundCall<C['answerTransfer']>

/**
 * Takes it over. Of a meeting ahead the new person's slot is claimed first, under the same consultation: if this dies
 * before the consultation says so, the claim is found to be nobody's and goes back.
 */
const accept = async (call: AnswerCall, doc: ConsultationDoc) => {
  const { now, actor } = call
  const { transfer: asked } = doc
  if (!asked) throw call.refusal('notAsked')
  const moved = hasSlotAhead(doc, now) ? await otherSlot(call, doc, asked.to.id) : null
  const { id, name, title } = asked.to
  const facts: Fact[] = [
    told(doc, contactsIn(doc), 'ownerChanged', { ...topicOf(doc), person: name }, now),
    ...askers(doc).map((member) => told(doc, { member }, 'transferAccepted', { ...aboutOf(doc), person: name }, now)),
    ...(moved ? released(doc, now) : []),
  ]
  const patch: Partial<Core> = {
    ownerId: id,
    owner: { name, title },
    transfer: null,
    ...(moved ? slotFields(moved) : {}),
  }
  return () => change(doc, patch, { at: now, by: actor.memberId, what: 'transferAccepted', facts })
}

const otherSlot = async (
  call: AnswerCall,
  doc: ConsultationDoc & { startsAt: Date; dayId: string },
  personId: string,
): Promise<SlotDoc> => {
  const { _id, enterpriseId, slotId } = doc
  const claim = { consultationId: _id, enterpriseId, ...(slotId ? { insteadOf: slotId } : {}) }
  const beside = await takeFreeSlot(serviceSlotIdOf(doc.dayId, personId, doc.startsAt), claim, call.now)
  const elsewhere = beside ? null : await slotThen(doc, personId)
  const taken = beside ?? (elsewhere && (await takeFreeSlot(elsewhere._id, claim, call.now)))
  if (!taken || isStale(taken, call.now)) throw call.refusal('personBusy')
  return taken
}

/** Who waits for the answer: who asked, and the owner if somebody else asked for them. */
const askers = ({ transfer: asked, ownerId }: ConsultationDoc): string[] =>
  asked ? [...new Set([asked.by, ownerId])] : []

const decline = (call: AnswerCall, doc: ConsultationDoc, reason: string) => {
  const { now, actor } = call
  const line = { kind: 'transfer' as const, side: 'team' as const, by: actor.memberId, byName: actor.name }
  const facts: Fact[] = [
    ...(reason ? [said(doc._id, { ...line, text: reason }, now)] : []),
    ...askers(doc).map((member) =>
      told(doc, { member }, 'transferDeclined', { ...aboutOf(doc), person: actor.name }, now),
    ),
  ]
  const deed = { at: now, by: actor.memberId, what: 'transferDeclined', facts, said: reason ? 1 : 0 }
  return change(doc, { transfer: null }, deed)
}

/** Who said no sees it this once as they saw it before, and from then on no more. */
const asAsked = <V extends { side: string }>(view: V): V => ({ ...view, side: 'asked' })
