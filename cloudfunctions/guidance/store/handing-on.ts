/** Meetings of a guidance that somebody else leads now: the new person takes over those that they can come to. */
import { isOver } from '@/domain/consultation/rules'
import { consultationFor, type ConsultationDoc } from '../../consultation/public'
import type { Fact } from '../../kernel/facts'
import { randomId } from '../../kernel/secrets'
import { released, tellContacts, tellOwner, topicOf } from './facts'
import { change, guidances, type MeetingDoc } from './guidances'
import { Reservation } from './reservations'

const TURNS = 5

const isToHandOn =
  (ownerId: string, now: Date) =>
  ({ state, specialistId, startsAt }: MeetingDoc): boolean =>
    state === 'planned' && startsAt > now && specialistId !== ownerId

/** At the same time with the new person where they are free, else without a time: that is said to both sides. */
const handedOn = async (doc: ConsultationDoc, meeting: MeetingDoc, reservation: Reservation): Promise<MeetingDoc> => {
  const { ownerId, owner } = doc
  const theirs = { ...meeting, nonce: randomId(), specialistId: ownerId, specialistName: owner.name }
  const busy = ownerId === '' || (await reservation.take(doc, theirs)) !== null
  return busy ? { ...theirs, state: 'unplaced' } : theirs
}

const factsOf = (doc: ConsultationDoc, before: MeetingDoc, after: MeetingDoc, now: Date): Fact[] => {
  const about = { ...topicOf(doc), at: after.startsAt.getTime() }
  const told =
    after.state === 'unplaced'
      ? [tellContacts(doc, 'meetingUnplaced', about, now), tellOwner(doc, 'meetingUnplaced', about, now)]
      : [tellOwner(doc, 'guidancePlanned', { ...about, place: after.placeName }, now)]
  return [released(doc, before, now), ...told]
}

/** One meeting at a time: what died in between goes on with the next, and a time taken for nothing goes back. */
const handOneOn = async (id: string, now: Date): Promise<Fact[] | 'done' | 'again'> => {
  const [guidance, doc] = await Promise.all([guidances.get(id), consultationFor(id)])
  if (!guidance || !doc || isOver(doc.state)) return 'done'
  const meeting = guidance.meetings.find(isToHandOn(doc.ownerId, now))
  if (!meeting) return 'done'
  const reservation = new Reservation()
  const after = await handedOn(doc, meeting, reservation)
  const meetings = guidance.meetings.map((one) => (one.id === meeting.id ? after : one))
  const facts = factsOf(doc, meeting, after, now)
  const people = doc.ownerId === '' ? [] : [doc.ownerId]
  const changed = await change(guidance, { meetings }, { at: now, by: '', what: 'meetingHandedOn', facts, people })
  if (changed) return changed.facts
  await reservation.giveBack()
  return 'again'
}

/**
 * All meetings ahead go over to who guides now. Repeating it changes nothing.
 *
 * @returns the facts to hand over
 */
export const handMeetingsOn = async (id: string, now: Date): Promise<Fact[]> => {
  const facts: Fact[] = []
  let tries = 0
  for (;;) {
    const done = await handOneOn(id, now)
    if (done === 'done') return facts
    if (done !== 'again') facts.push(...done)
    else if (++tries === TURNS) throw new Error(`guidance ${id} changes under our hands`)
  }
}
