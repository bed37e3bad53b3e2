import { courseWords } from '@/domain/consultation/labels'
import { changeDecision } from '@/domain/consultation/rules'
import { outcomeDue } from '@/domain/consultation-clock'
import type { Contracts } from '@/domain/contracts'
import type { ParsedOf } from '@/domain/kit'
import { enterprisesById } from '../../enterprise/public'
import { releaseFiles } from '../../file/public'
import { textCheck } from '../../kernel/content'
import type { Fact } from '../../kernel/facts'
import type { BoundCall, Handler } from '../../kernel/serve'
import { isWorkingDay } from '../../kernel/working-days'
import { claimSlot, slotById, type SlotDoc } from '../../service/public'
import { handOverAll } from '../reactions'
import { change, consultations } from '../store/consultations'
import { newConsultation, type ConsultationDoc, type Core, type StoredFile } from '../store/document'
import { aboutOf, ownerIn, released, said, told } from '../store/facts'
import { isStale, meetingOf, movesWithin, slotFields, whenOf } from '../store/slots'
import { viewOf } from '../store/views'
import { ENTERPRISE, perform } from './perform-change'
import { claimTickets } from './say-things'

type C = Contracts['consultation']
type BookCall = BoundCall<C['book']>
type Booking = ParsedOf<C['book']>

/**
 * First the slot, then the consultation under the id that the hold made: of two calls one adds it, and a call that died
 * in between is finished by its repeat, or its slot goes back.
 */
export const book: Handler<C['book']> = async (call, input) => {
  const { slotId, enterpriseId } = input
  call.mustReach({ enterpriseId })
  await textCheck(call, input.question)()
  const files = await filesOf(call, input)
  const slot = await claimSlot(slotId, { memberId: call.actor.memberId, enterpriseId }, call.now)
  if (!slot?.consultationId) {
    if (files.length > 0) await releaseFiles(input.tickets)
    throw call.refusal('holdLapsed')
  }
  if (isStale(slot, call.now)) {
    const standing = await consultations.get(slot.consultationId)
    if (!standing) throw call.refusal('holdLapsed')
    return viewOf(standing, call.actor, call.now)
  }
  return write(call, input, { slot, id: slot.consultationId, files })
}

/** Files are claimed for the consultation that the hold announced, before the slot is: a booking never stands half. */
const filesOf = async (call: BookCall, { slotId, enterpriseId, tickets }: Booking): Promise<StoredFile[]> => {
  if (tickets.length === 0) return []
  const slot = await slotById(slotId)
  if (!slot?.consultationId || slot.enterpriseId !== enterpriseId) throw call.refusal('holdLapsed')
  const files = await claimTickets(tickets, slot.consultationId, call.actor.memberId)
  if (!files) throw call.refusal('fileUnusable')
  return files
}

const write = async (
  call: BookCall,
  input: Booking,
  { slot, id, files }: { slot: SlotDoc; id: string; files: StoredFile[] },
) => {
  const { now, actor } = call
  const enterpriseName = slot.enterpriseName || (await nameOf(input.enterpriseId))
  const fresh = { _id: id, topic: input.topic, enterpriseName }
  const facts = [
    told(fresh, { member: slot.specialistId }, 'bookedWithYou', { ...aboutOf(fresh), ...meetingOf(slot) }, now),
  ]
  const doc = newConsultation(
    {
      ...fresh,
      ...slotFields(slot),
      mode: 'slot',
      state: 'booked',
      enterpriseId: input.enterpriseId,
      teamId: slot.teamId,
      bookedAt: now,
      question: input.question,
      files,
      ownerId: slot.specialistId,
      owner: slot.specialist,
      contactId: actor.memberId,
      contactName: actor.name,
      dueAt: outcomeDue(slot.endsAt, isWorkingDay),
    },
    { by: actor.memberId, what: 'booked', facts },
  )
  if ((await consultations.add(doc)) === 'added') {
    await handOverAll(facts)
    return viewOf(doc, actor, now)
  }
  // It was written by an earlier try of this call; what stands there counts, whatever became of it.
  const standing = await consultations.get(id)
  if (!standing) throw call.refusal('busy')
  return viewOf(standing, actor, now)
}

const nameOf = async (enterpriseId: string): Promise<string> =>
  (await enterprisesById([enterpriseId])).get(enterpriseId)?.name ?? ''

const byEnterprise = (call: { actor: { memberId: string; name: string } }) => ({
  kind: 'state' as const,
  side: 'enterprise' as const,
  by: call.actor.memberId,
  byName: call.actor.name,
})

export const reschedule: Handler<C['reschedule']> = (call, { consultationId, slotId }) =>
  perform(call, consultationId, ENTERPRISE, async (doc) => {
    if (doc.slotId === slotId && doc.state === 'booked') return null
    const refusal = changeDecision(doc, call.now)
    if (refusal) throw call.refusal(refusal)
    const [wanted, within] = await Promise.all([slotById(slotId), movesWithin(doc)])
    if (!wanted) throw call.refusal('holdLapsed')
    const { teamId, specialistId = wanted.specialistId } = within
    if (wanted.teamId !== teamId || wanted.specialistId !== specialistId) throw call.refusal('otherPerson')
    const claim = { consultationId, memberId: call.actor.memberId, enterpriseId: doc.enterpriseId }
    const slot = await claimSlot(slotId, claim, call.now)
    if (!slot || isStale(slot, call.now)) throw call.refusal('holdLapsed')
    return () => moveTo(call, doc, slot)
  })

const moveTo = (call: BoundCall<C['reschedule']>, doc: ConsultationDoc, slot: SlotDoc) => {
  const { now, actor } = call
  const handed = slot.specialistId !== doc.ownerId
  const facts: Fact[] = [
    said(doc._id, { ...byEnterprise(call), text: courseWords.rescheduled(whenOf(slot.startsAt)) }, now),
    told(
      doc,
      { member: slot.specialistId },
      handed ? 'bookedWithYou' : 'bookingMoved',
      { ...aboutOf(doc), ...meetingOf(slot) },
      now,
    ),
    ...(handed && doc.startsAt
      ? [told(doc, ownerIn(doc), 'bookingCancelled', { ...aboutOf(doc), at: doc.startsAt.getTime() }, now)]
      : []),
    ...released(doc, now),
  ]
  const patch: Partial<Core> = {
    state: 'booked',
    ...slotFields(slot),
    dueAt: outcomeDue(slot.endsAt, isWorkingDay),
    waitingSince: null,
    // Somebody else's meeting is theirs from now on, and nobody else's to take over.
    ...(handed ? { ownerId: slot.specialistId, owner: slot.specialist } : {}),
    transfer: null,
  }
  return change(doc, patch, { at: now, by: actor.memberId, what: 'rescheduled', said: 1, facts })
}

export const cancel: Handler<C['cancel']> = (call, { consultationId, reason }) => {
  const check = textCheck(call, reason)
  return perform(call, consultationId, ENTERPRISE, async (doc) => {
    if (doc.state === 'cancelled') return null
    const refusal = changeDecision(doc, call.now)
    if (refusal) throw call.refusal(refusal)
    await check()
    const { now, actor } = call
    const at = (doc.startsAt ?? now).getTime()
    const facts: Fact[] = [
      said(doc._id, { ...byEnterprise(call), text: courseWords.gaveUp(reason) }, now),
      told(doc, ownerIn(doc), 'bookingCancelled', { ...aboutOf(doc), at }, now),
      ...released(doc, now),
    ]
    const patch: Partial<Core> = {
      state: 'cancelled',
      slotId: null,
      holdId: null,
      dueAt: null,
      waitingSince: null,
      transfer: null,
    }
    return () => change(doc, patch, { at: now, by: actor.memberId, what: 'cancelled', said: 1, facts })
  })
}
