import type { Contracts } from '@/domain/contracts'
import { checkInWindow, manualDecision } from '@/domain/event/rules'
import { shownCode } from '../../kernel/desk-code'
import { logChange, logRead } from '../../kernel/log'
import type { Handler } from '../../kernel/serve'
import { membersById, nameIn, type MemberCard } from '../../member/public'
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
  return {
    ...event,
    eventId,
    now: call.now,
    registered: event.taken,
    ...counts,
    code: checkInWindow(event, call.now) === null ? shownCode(event, call.now) : null,
    arrivals: arrived.map((registration) => ({
      ...nameIn(members, registration.memberId),
      at: registration.attendedAt ?? call.now,
    })),
  }
}

const rosterRow = (members: Map<string, MemberCard>) => (registration: RegistrationDoc) => ({
  ...registration,
  ...nameIn(members, registration.memberId),
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
