import type { Contracts } from '@/domain/contracts'
import { DOOR } from '@/domain/centre/rules'
import { parseDeskCode, parseDigits, type DeskCode } from '@/domain/desk-code'
import { checkInStep, checkInWindow, type AttendanceWay } from '@/domain/event/rules'
import type { ParsedOf } from '@/domain/kit'
import { tryDigits } from '../../kernel/code-tries'
import { _ } from '../../kernel/db'
import { judgeCode } from '../../kernel/desk-code'
import type { BoundCall, Handler } from '../../kernel/serve'
import { eventWithMine, type EventDoc } from '../store/events'
import { finishRelease, giveBackUnlessHeld, takePlace } from '../store/places'
import {
  changeRegistration,
  newRegistration,
  registrationId,
  registrations,
  type Attendance,
  type RegistrationDoc,
} from '../store/registrations'

type Spec = Contracts['event']['checkIn']
type CheckInCall = BoundCall<Spec>
/** What the person holds up: a code from the screen, or digits read off it. */
type Proof = { eventId: string; code: DeskCode } | { eventId: string; digits: string }

export const checkIn: Handler<Spec> = async (call, input) => {
  const proof = readProof(call, input)
  const found = await eventWithMine(proof.eventId, call.actor.memberId)
  if (!found) throw call.refusal('code' in proof ? 'codeInvalid' : 'notFound')
  const { event, mine } = found
  if (mine?.attendedAt) return attended(event, mine, { again: true, walkIn: false })
  mustBeOpen(call, event)
  await mustProve(call, event, proof)
  return admit(call, event, mine, 'code' in proof ? 'scan' : 'digits')
}

const readProof = (call: CheckInCall, input: ParsedOf<Spec>): Proof => {
  if (input.code !== undefined) {
    const code = parseDeskCode(input.code)
    if (!code) throw call.refusal('codeInvalid')
    const elsewhere = input.eventId !== undefined && input.eventId !== code.subject
    // The code at the centre's door is for visits: there is no event behind it.
    if (elsewhere || code.subject === DOOR) throw call.refusal('codeOfAnotherEvent')
    return { eventId: code.subject, code }
  }
  const digits = parseDigits(input.digits ?? '')
  if (!input.eventId || digits === null) throw call.refusal('digitsWrong')
  return { eventId: input.eventId, digits }
}

const mustBeOpen = (call: CheckInCall, event: EventDoc): void => {
  const shut = checkInWindow(event, call.now)
  if (shut === 'notOpenYet') throw call.refusal(shut, { at: event.checkIn.opensAt.getTime(), now: call.now.getTime() })
  if (shut) throw call.refusal(shut)
}

const mustProve = async (call: CheckInCall, event: EventDoc, proof: Proof): Promise<void> => {
  if ('code' in proof) {
    const fault = judgeCode(event, proof.code, call.now)
    if (fault) throw call.refusal(fault)
    return
  }
  const fault = await tryDigits(event, call.actor.memberId, proof.digits, call.now)
  if (fault) throw call.refusal(fault.code, fault.detail)
}

const admit = async (call: CheckInCall, event: EventDoc, mine: RegistrationDoc | null, way: AttendanceWay) => {
  if (mine?.releasing) {
    // Their own place is still on its way back: bring it home before it is said that none is free.
    await finishRelease(mine, mine.releasing, call.now)
    const found = await eventWithMine(event._id, call.actor.memberId)
    if (!found) throw call.refusal('notFound')
    return admit(call, found.event, found.mine, way)
  }
  const attendance: Attendance = { attendedAt: call.now, attendedBy: way, reason: '', recordedBy: '' }
  const step = checkInStep(event, mine)
  if (step === 'attend') return attend(call, event, attendance)
  if (step === 'walkIn') return walkIn(call, event, mine, attendance)
  throw call.refusal(step === 'again' ? 'busy' : step)
}

/** Of two scans at once one writes; the other finds it written and says when. */
const attend = async (call: CheckInCall, event: EventDoc, attendance: Attendance) => {
  const id = registrationId(event._id, call.actor.memberId)
  const line = { at: call.now, by: call.actor.memberId, what: 'attended' }
  if (await changeRegistration(id, { state: 'registered', attendedAt: null }, { ...attendance }, line)) {
    return attended(event, attendance, { again: false, walkIn: false })
  }
  return repeated(call, event, await registrations.get(id))
}

const repeated = (call: CheckInCall, event: EventDoc, standing: RegistrationDoc | null) => {
  if (standing?.attendedAt) return attended(event, standing, { again: true, walkIn: false })
  throw call.refusal(standing ? 'signUpCancelled' : 'notSignedUp')
}

/** Someone who holds no place takes one on the spot and is checked in with the same write that registers them. */
const walkIn = async (call: CheckInCall, event: EventDoc, mine: RegistrationDoc | null, attendance: Attendance) => {
  const { memberId } = call.actor
  const taken = await takePlace(event, memberId, call.now, {
    'checkIn.opensAt': _.lte(call.now),
    'checkIn.closesAt': _.gte(call.now),
  })
  if (taken === 'full') throw call.refusal('full')
  if (typeof taken === 'string') throw call.refusal('busy')
  const state = { state: 'registered' as const, placeId: taken.placeId, attendance }
  const written = mine
    ? await changeRegistration(
        mine._id,
        { state: mine.state, attendedAt: null, releasing: null },
        { state: 'registered', placeId: taken.placeId, ...attendance },
        { at: call.now, by: memberId, what: 'walkIn' },
      )
    : (await registrations.add(newRegistration(event, memberId, call.now, state))) === 'added'
  if (written) return attended(event, attendance, { again: false, walkIn: true })
  const standing = await giveBackUnlessHeld(event._id, memberId, taken.placeId)
  // Signed up on another phone a moment ago: then this is an ordinary check-in.
  return standing?.state === 'registered' && !standing.attendedAt
    ? attend(call, event, attendance)
    : repeated(call, event, standing)
}

const attended = (
  event: EventDoc,
  { attendedAt }: { attendedAt: Date | null },
  how: { again: boolean; walkIn: boolean },
) => ({ eventId: event._id, title: event.title, at: attendedAt ?? new Date(0), ...how })
