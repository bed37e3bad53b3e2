import type { Contracts } from '@/domain/contracts'
import { formatDeskCode, checkInWindow, manualDecision } from '@/domain/event/rules'
import { logChange, logRead } from '../../kernel/log'
import type { Handler } from '../../kernel/serve'
import { membersById, type MemberCard } from '../../member/public'
import { deskCode } from '../store/desk-code'
import { events, type EventDoc } from '../store/events'
import {
  changeRegistration,
  countArrivals,
  countStates,
  lastArrivals,
  registrationId,
  registrations,
  rosterPage,
  type RegistrationDoc,
} from '../store/registrations'

type C = Contracts['event']

/**
 * What WeChat's own scanner opens: an address that the operator has registered for the check-in page. Upper case keeps
 * the QR code in its alphanumeric mode.
 */
const codePrefix = (): string => process.env.CHECK_IN_URL_PREFIX ?? 'HTTPS://HLT.EXAMPLE/C/'

const ARRIVALS = 8

const mustFind = async (
  call:
    | Parameters<Handler<C['desk']>>[0]
    | Parameters<Handler<C['roster']>>[0]
    | Parameters<Handler<C['recordAttendance']>>[0],
  eventId: string,
): Promise<EventDoc> => {
  const event = await events.get(eventId)
  if (!event) throw call.refusal('notFound')
  call.mustReach({ branchIds: event.hostBranchIds })
  return event
}

export const desk: Handler<C['desk']> = async (call, { eventId }) => {
  const event = await mustFind(call, eventId)
  if (event.state === 'cancelled') throw call.refusal('eventCancelled')
  const [counts, arrived] = await Promise.all([countArrivals(eventId), lastArrivals(eventId, ARRIVALS)])
  const members = await membersById(arrived.map(({ memberId }) => memberId))
  await logRead(call.actor, call.now, {
    what: 'event.desk',
    object: eventId,
    subjects: arrived.map(({ memberId }) => memberId),
  })
  const code = checkInWindow(event, call.now) === null ? deskCode(event, call.now) : null
  return {
    ...event,
    eventId,
    now: call.now,
    registered: event.taken,
    ...counts,
    code: code && { text: formatDeskCode(codePrefix(), code.code), digits: code.digits, changesAt: code.changesAt },
    arrivals: arrived.map((registration) => ({
      ...nameOf(members, registration),
      at: registration.attendedAt ?? call.now,
    })),
  }
}

const nameOf = (members: Map<string, MemberCard>, { memberId }: RegistrationDoc) => {
  const member = members.get(memberId)
  // An imported record is the branch's own: only a binding that nobody has looked at is marked.
  const confirmed = member?.state === 'confirmed' || member?.state === 'imported'
  return { name: member?.name ?? '', branchName: member?.branch.name ?? '', confirmed }
}

const rosterRow = (members: Map<string, MemberCard>) => (registration: RegistrationDoc) => ({
  ...registration,
  ...nameOf(members, registration),
})

export const roster: Handler<C['roster']> = async (call, { eventId, state, cursor }) => {
  await mustFind(call, eventId)
  const [{ rows, nextCursor }, counts] = await Promise.all([rosterPage(eventId, state, cursor), countStates(eventId)])
  const subjects = rows.map(({ memberId }) => memberId)
  const members = await membersById(subjects)
  await logRead(call.actor, call.now, { what: 'event.roster', object: eventId, subjects })
  return { items: rows.map(rosterRow(members)), nextCursor, counts }
}

export const recordAttendance: Handler<C['recordAttendance']> = async (call, { eventId, memberId, reason }) => {
  const event = await mustFind(call, eventId)
  const refusal = manualDecision(event, call.now)
  if (refusal) throw call.refusal(refusal, { at: event.checkIn.opensAt.getTime(), now: call.now.getTime() })
  const id = registrationId(eventId, memberId)
  const by = call.actor.memberId
  const attendance = { attendedAt: call.now, attendedBy: 'manual', reason, recordedBy: by }
  const line = { at: call.now, by, what: 'recorded' }
  await changeRegistration(id, { state: 'registered', attendedAt: null }, attendance, line)
  const standing = await registrations.get(id)
  if (standing?.state !== 'registered') throw call.refusal('notSignedUp')
  // By what stands, not by what this call wrote: a repetition writes a line that was lost, and never a second one.
  if (standing.recordedBy === by) {
    const operation = { what: 'event.recordAttendance', object: eventId, subjects: [memberId] }
    await logChange(call.actor, call.now, operation, memberId)
  }
  return rosterRow(await membersById([memberId]))(standing)
}
