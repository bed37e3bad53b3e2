import { courseWords } from '@/domain/consultation/labels'
import { isMeeting, isOver } from '@/domain/consultation/rules'
import type { Contracts } from '@/domain/contracts'
import { serviceSlotIdOf } from '@/domain/service/rules'
import { textCheck } from '../../kernel/content'
import type { Fact } from '../../kernel/facts'
import type { BoundCall, Handler } from '../../kernel/serve'
import { freeSlotsOf, takeFreeSlot, type SlotDoc } from '../../service/public'
import { change, consultations } from '../store/consultations'
import type { ConsultationDoc, Core } from '../store/document'
import { aboutOf, contactsIn, released, said, told, topicOf } from '../store/facts'
import { isStale, meetingOf, slotFields } from '../store/slots'
import { askers } from '../store/transfers'
import { standingsIn, viewOf } from '../store/views'
import { perform, TEAM } from './perform-change'
import { asked, personFor, personToAsk } from './person-asked'

type C = Contracts['consultation']

const BY_SYSTEM = { kind: 'state', side: 'system', by: '', byName: '' } as const

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
    if (doc.transfer) throw call.refusal('alreadyAsked')
    const to = await personToAsk(call, doc, input)
    if (hasSlotAhead(doc, call.now) && !(await slotThen(doc, input.to))) throw call.refusal('personBusy')
    await check()
    const { transfer: proposal, facts } = asked(call, doc, { ...input, to })
    const deed = { at: call.now, by: call.actor.memberId, what: 'transferAsked', said: 1, facts }
    return () => change(doc, { transfer: proposal }, deed)
  })
}

/** What was asked of somebody is taken back. @param to whom it was asked of: repeated, it takes back nothing else */
export const withdrawTransfer: Handler<C['withdrawTransfer']> = (call, { consultationId, to }) =>
  perform(call, consultationId, TEAM, (doc) => {
    if (doc.transfer?.to.id !== to) {
      if (doc.transfer === null && doc.ownerId !== to) return null
      throw call.refusal('notAsked')
    }
    const { now, actor } = call
    const params = { ...aboutOf(doc), person: actor.name }
    const whom = [...new Set([to, ...askers(doc)])].filter((member) => member !== actor.memberId)
    const facts = whom.map((member) => told(doc, { member }, 'transferWithdrawn', params, now))
    const deed = { at: now, by: actor.memberId, what: 'transferWithdrawn', facts }
    return () => change(doc, { transfer: null }, deed)
  })

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
    await check()
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
  if (!doc.transfer) throw call.refusal('notAsked')
  // What was true when they were asked may be so no longer.
  const found = await personFor(doc, doc.transfer.to.id)
  if (found === 'notInTeam' || found === 'personConflict') throw call.refusal(found)
  const { id, name, title } = found.person
  const moved = hasSlotAhead(doc, now) ? await otherSlot(call, doc, id) : null
  const away = moved && isElsewhere(doc, moved) ? sentElsewhere(doc, moved, now) : []
  const facts: Fact[] = [
    told(doc, contactsIn(doc), 'ownerChanged', { ...topicOf(doc), person: name }, now),
    ...askers(doc).map((member) => told(doc, { member }, 'transferAccepted', { ...aboutOf(doc), person: name }, now)),
    ...away,
    ...(moved ? released(doc, now) : []),
  ]
  const patch: Partial<Core> = {
    ownerId: id,
    owner: { name, title },
    transfer: null,
    ...(moved ? slotFields(moved) : {}),
  }
  const deed = { at: now, by: actor.memberId, what: 'transferAccepted', facts, said: away.length > 0 ? 1 : 0 }
  return () => change(doc, patch, deed)
}

/** At the same time the new person sits on another day's tables, or in another place. */
const isElsewhere = (doc: ConsultationDoc, slot: SlotDoc): boolean =>
  slot.dayId !== doc.dayId || slot.placeName !== doc.placeName

const sentElsewhere = (doc: ConsultationDoc, slot: SlotDoc, now: Date): Fact[] => [
  said(doc._id, { ...BY_SYSTEM, text: courseWords.elsewhere(slot.placeName) }, now),
  told(doc, contactsIn(doc), 'meetingMoved', { ...topicOf(doc), ...meetingOf(slot) }, now),
]

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
