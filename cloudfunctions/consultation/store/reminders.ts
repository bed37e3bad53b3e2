/**
 * What the clocks do to consultations: reminders of what is due, each level once, of meetings on the day before, and of
 * what the enterprise is waited for.
 */
import { latenessOf, levelsToTell, mayRemind, nextLevelAt, type Lateness } from '@/domain/consultation-clock'
import { contactsOf } from '../../enterprise/public'
import { _ } from '../../kernel/db'
import type { Fact } from '../../kernel/facts'
import { isWorkingDay } from '../../kernel/working-days'
import { slotsWithoutPerson } from '../../service/public'
import { consultations, strike } from './consultations'
import type { ConsultationDoc, Stroke } from './document'
import { aboutOf, contactsIn, leadersIn, ownerIn, told, topicOf, type ToldFact } from './facts'
import { silenceStroke } from './silence'
import { meetingOf } from './slots'
import { lapseTransfer } from './transfers'

const SWEEP = 100

/** Who hears of a level: the owner, then the team's leader, then staff. */
const wordsOf = (doc: ConsultationDoc, level: Lateness, now: Date): ToldFact[] => {
  const due = { due: (doc.dueAt ?? now).getTime() }
  const late = { ...aboutOf(doc), person: doc.owner.name, ...due }
  if (level === 'soon') return [told(doc, ownerIn(doc), 'dueSoon', { ...aboutOf(doc), ...due }, now)]
  if (level === 'overdue') return [told(doc, ownerIn(doc), 'overdue', { ...aboutOf(doc), ...due }, now)]
  if (level === 'escalated') return [told(doc, leadersIn(doc), 'overdueEscalated', late, now)]
  if (level === 'farOverdue') return [told(doc, { staff: true }, 'overdueEscalated', late, now)]
  return []
}

const dueStroke = (doc: ConsultationDoc, now: Date): Stroke => {
  const level = latenessOf(doc, now, isWorkingDay)
  return {
    clocks: { reminded: level, remindAt: nextLevelAt(doc, level, isWorkingDay) },
    facts: levelsToTell(doc.reminded, level).flatMap((one) => wordsOf(doc, one, now)),
  }
}

/** Where nobody sits at the slot, who looks after the team hears it, and the enterprise is not sent there. */
const meetingStroke = (doc: ConsultationDoc, nobody: boolean, now: Date): Stroke => {
  const { startsAt, placeName } = doc
  // A timer that comes late says nothing of a meeting that has begun.
  const ahead = startsAt !== null && startsAt > now
  const params = ahead && { ...topicOf(doc), ...meetingOf({ startsAt, placeName }) }
  const clocks = { meetingRemindAt: null }
  if (!params) return { clocks, facts: [] }
  if (nobody)
    return {
      clocks,
      facts: [told(doc, leadersIn(doc), 'bookingWithoutPerson', { ...aboutOf(doc), at: params.at }, now)],
    }
  return { clocks, facts: [contactsIn(doc), ownerIn(doc)].map((one) => told(doc, one, 'meetingSoon', params, now)) }
}

const struck = (at: Date | null, now: Date): boolean => at !== null && at <= now

/** Writes down whom to remind of what, and answers with what is to be handed over. */
export const remindAll = async (now: Date): Promise<Fact[]> => {
  const awake = await consultations.list({ where: { wakeAt: _.lte(now) }, order: [['wakeAt', 'asc']], limit: SWEEP })
  const waiting = awake.filter(({ silenceAt }) => struck(silenceAt, now)).map(({ enterpriseId }) => enterpriseId)
  const contacts = mayRemind(now, isWorkingDay) ? await contactsOf([...new Set(waiting)]) : new Map<string, never[]>()
  const meetings = awake.filter(({ meetingRemindAt }) => struck(meetingRemindAt, now))
  const empty = await slotsWithoutPerson(meetings.flatMap(({ slotId }) => slotId ?? []))
  const facts: Fact[] = []
  for (const doc of awake) {
    const spokenFor = (contacts.get(doc.enterpriseId) ?? []).length > 0
    const strokes = [
      ...(struck(doc.remindAt, now) ? [dueStroke(doc, now)] : []),
      ...(struck(doc.meetingRemindAt, now) ? [meetingStroke(doc, empty.has(doc.slotId ?? ''), now)] : []),
      ...(struck(doc.silenceAt, now) ? [silenceStroke(doc, now, spokenFor)] : []),
    ]
    // One write each: what else has struck comes first, and this with the next round.
    const lapses = strokes.length === 0 && struck(doc.transferLapsesAt, now)
    facts.push(...(lapses ? await lapseTransfer(doc, now) : await strike(doc, strokes)))
  }
  return facts
}
