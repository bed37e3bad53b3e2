import type { Contracts } from '@/domain/contracts'
import { changeMeetingDecision, MAX_MEETINGS, noteDecision, timesDecision } from '@/domain/guidance/rules'
import type { RefusalDetail } from '@/domain/kit'
import { textCheck } from '../../kernel/content'
import { newFact } from '../../kernel/facts'
import { Refusal } from '../../kernel/refusal'
import { derivedId, randomId } from '../../kernel/secrets'
import type { Handler } from '../../kernel/serve'
import { released, tellContacts, tellOwner, topicOf } from '../store/facts'
import type { MeetingDoc } from '../store/guidances'
import { Reservation } from '../store/reservations'
import type { Known, View } from '../store/views'
import { mustBeOpen, perform, TEAM, type Caller, type Decision } from './perform-change'

type C = Contracts['guidance']

const ID_LENGTH = 16

interface BusyCall extends Caller {
  refusal(
    code: 'enterpriseBusy' | 'specialistBusy' | 'notFound' | 'notAllowed' | 'busy',
    detail?: RefusalDetail,
  ): Refusal
}

/** Takes the time, or refuses with who is taken then and since when. */
const take = async (call: BusyCall, reservation: Reservation, known: Known, meeting: MeetingDoc): Promise<void> => {
  const busy = await reservation.take(known.consultation, meeting)
  if (!busy) return
  const code = busy.who === 'enterprise' ? 'enterpriseBusy' : 'specialistBusy'
  throw call.refusal(code, { at: busy.at.getTime(), now: call.now.getTime() })
}

/** A change that needs time of both: written, or the time goes back. */
const reserving = async (
  call: BusyCall,
  id: string,
  decide: (known: Known, reservation: Reservation) => Promise<Decision>,
): Promise<View> => {
  const reservation = new Reservation()
  let written = false
  try {
    const view = await perform(call, id, TEAM, async (known) => {
      const decision = await decide(known, reservation)
      written = decision !== null
      return decision
    })
    // The same request was carried out by another call, which took the time for itself.
    if (!written) await reservation.giveBack()
    return view
  } catch (error) {
    // After anything but a refusal it may have been written: the timer looks.
    if (error instanceof Refusal) await reservation.giveBack()
    throw error
  }
}

const withMeeting = ({ guidance }: Known, changed: MeetingDoc): { meetings: MeetingDoc[] } => ({
  meetings: guidance.meetings.some(({ id }) => id === changed.id)
    ? guidance.meetings.map((one) => (one.id === changed.id ? changed : one))
    : [...guidance.meetings, changed],
})

const guideIn = ({ consultation: { ownerId, owner } }: Known) => ({ specialistId: ownerId, specialistName: owner.name })
const placeAndTime = ({ startsAt, placeName }: MeetingDoc) => ({ at: startsAt.getTime(), place: placeName })

export const planMeeting: Handler<C['planMeeting']> = (call, input) => {
  const { consultationId, requestId, startsAt, endsAt, placeName } = input
  const id = derivedId(ID_LENGTH, consultationId, requestId)
  const nonce = randomId()
  const check = textCheck(call, placeName)
  return reserving(call, consultationId, async (known, reservation) => {
    const { guidance, consultation } = known
    if (guidance.meetings.some((one) => one.id === id)) return null
    mustBeOpen(call, known)
    const refusal = timesDecision(input, call.now)
    if (refusal) throw call.refusal(refusal)
    if (guidance.meetings.length >= MAX_MEETINGS) throw call.refusal('tooManyMeetings')
    await check()
    const meeting: MeetingDoc = {
      ...{ id, nonce, startsAt, endsAt, placeName, ...guideIn(known) },
      ...{ state: 'planned', note: '', reason: '' },
    }
    await take(call, reservation, known, meeting)
    const params = { ...topicOf(consultation), ...placeAndTime(meeting) }
    return {
      patch: withMeeting(known, meeting),
      what: 'meetingPlanned',
      facts: tellBoth(known, 'guidancePlanned', params, call),
      people: [meeting.specialistId],
    }
  })
}

/** The enterprise, and whoever guides it when somebody else arranged it. */
const tellBoth = (
  { consultation }: Known,
  kind: 'guidancePlanned' | 'meetingMoved',
  params: { topic: string; at: number; place: string },
  { actor, now }: Pick<Caller, 'actor' | 'now'>,
) => [
  tellContacts(consultation, kind, params, now),
  ...(actor.memberId === consultation.ownerId ? [] : [tellOwner(consultation, kind, params, now)]),
]

/** Its time goes back, where it has any. */
const givenBack = ({ consultation }: Known, meeting: MeetingDoc, now: Date) =>
  meeting.state === 'planned' ? [released(consultation, meeting, now)] : []

const isSame = (
  meeting: MeetingDoc,
  { startsAt, endsAt, placeName }: Pick<MeetingDoc, 'startsAt' | 'endsAt' | 'placeName'>,
) =>
  meeting.startsAt.getTime() === startsAt.getTime() &&
  meeting.endsAt.getTime() === endsAt.getTime() &&
  meeting.placeName === placeName

export const moveMeeting: Handler<C['moveMeeting']> = (call, { consultationId, meetingId, ...times }) => {
  const nonce = randomId()
  const check = textCheck(call, times.placeName)
  return reserving(call, consultationId, async (known, reservation) => {
    const { consultation } = known
    mustBeOpen(call, known)
    const meeting = known.guidance.meetings.find(({ id }) => id === meetingId)
    if (!meeting) throw call.refusal('notFound')
    const refusal = changeMeetingDecision(meeting, call.now) ?? timesDecision(times, call.now)
    if (refusal) throw call.refusal(refusal)
    const stands = meeting.state === 'planned' && meeting.specialistId === consultation.ownerId
    if (stands && isSame(meeting, times)) return null
    await check()
    const moved: MeetingDoc = { ...meeting, ...times, nonce, ...guideIn(known), state: 'planned' }
    await take(call, reservation, known, moved)
    const params = { ...topicOf(consultation), ...placeAndTime(moved) }
    return {
      patch: withMeeting(known, moved),
      what: 'meetingMoved',
      facts: [...givenBack(known, meeting, call.now), ...tellBoth(known, 'meetingMoved', params, call)],
      people: [moved.specialistId],
    }
  })
}

export const cancelMeeting: Handler<C['cancelMeeting']> = (call, { consultationId, meetingId, reason }) => {
  const check = textCheck(call, reason)
  return perform(call, consultationId, TEAM, async (known) => {
    const { consultation } = known
    const meeting = known.guidance.meetings.find(({ id }) => id === meetingId)
    if (!meeting) throw call.refusal('notFound')
    if (meeting.state === 'cancelled') return null
    const refusal = changeMeetingDecision(meeting, call.now)
    if (refusal) throw call.refusal(refusal)
    await check()
    const params = { ...topicOf(consultation), at: meeting.startsAt.getTime() }
    return {
      patch: withMeeting(known, { ...meeting, state: 'cancelled', reason }),
      what: 'meetingCancelled',
      facts: [...givenBack(known, meeting, call.now), tellContacts(consultation, 'meetingLost', params, call.now)],
    }
  })
}

export const noteMeeting: Handler<C['noteMeeting']> = (call, { consultationId, meetingId, note }) => {
  const check = textCheck(call, note)
  const { actor, now } = call
  return perform(call, consultationId, TEAM, async (known) => {
    const meeting = known.guidance.meetings.find(({ id }) => id === meetingId)
    if (!meeting) throw call.refusal('notFound')
    if (meeting.state === 'held' && meeting.note === note) return null
    const refusal = noteDecision(meeting, now)
    if (refusal) throw call.refusal(refusal)
    await check()
    const first = meeting.state !== 'held'
    return {
      patch: withMeeting(known, { ...meeting, state: 'held', note }),
      what: 'meetingNoted',
      facts: first ? [newFact('guidanceMet', { consultationId, by: actor.memberId }, now)] : [],
    }
  })
}
