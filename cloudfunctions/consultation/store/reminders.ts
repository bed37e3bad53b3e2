/** What the clock does to consultations: reminders of what is due, each level once, and of meetings on the day before. */
import { latenessOf, nextLevelAt, type Lateness } from '@/domain/consultation/rules'
import { _ } from '../../kernel/db'
import type { Fact } from '../../kernel/facts'
import { isWorkingDay } from '../../kernel/working-days'
import { consultations } from './consultations'
import type { ConsultationDoc } from './document'
import { aboutOf, contactsIn, ownerIn, told, topicOf, type ToldFact } from './facts'
import { meetingOf } from './slots'

const SWEEP = 100

const dueReminders = (now: Date): Promise<ConsultationDoc[]> =>
  consultations.list({ where: { remindAt: _.lte(now) }, order: [['remindAt', 'asc']], limit: SWEEP })

/** Who hears of a level: the owner, then the team's leader, then staff. */
const wordsOf = (doc: ConsultationDoc, level: Lateness, now: Date): ToldFact[] => {
  const due = { due: (doc.dueAt ?? now).getTime() }
  const late = { ...aboutOf(doc), person: doc.owner.name, ...due }
  if (level === 'soon') return [told(doc, ownerIn(doc), 'dueSoon', { ...aboutOf(doc), ...due }, now)]
  if (level === 'overdue') return [told(doc, ownerIn(doc), 'overdue', { ...aboutOf(doc), ...due }, now)]
  if (level === 'escalated') return [told(doc, { leadersOf: doc.teamId }, 'overdueEscalated', late, now)]
  if (level === 'farOverdue') return [told(doc, { staff: true }, 'overdueEscalated', late, now)]
  return []
}

/** Tells that a level is reached, once: of two timers at one moment the second finds the next level's time. */
const remind = async (doc: ConsultationDoc, now: Date): Promise<Fact[]> => {
  const level = latenessOf(doc, now, isWorkingDay)
  const facts = level === doc.reminded ? [] : wordsOf(doc, level, now)
  const read = { _id: doc._id, remindAt: doc.remindAt, reminded: doc.reminded, dueAt: doc.dueAt }
  const won = await consultations.change(read, {
    reminded: level,
    remindAt: nextLevelAt(doc, level, isWorkingDay),
    ...(facts.length > 0 ? { facts: _.push(facts) } : {}),
  })
  return won === 1 ? facts : []
}

const remindOfMeeting = async (doc: ConsultationDoc, now: Date): Promise<Fact[]> => {
  if (doc.startsAt === null) return []
  const params = { ...topicOf(doc), ...meetingOf({ startsAt: doc.startsAt, placeName: doc.placeName }) }
  const facts = [
    told(doc, contactsIn(doc), 'meetingSoon', params, now),
    told(doc, ownerIn(doc), 'meetingSoon', params, now),
  ]
  const read = { _id: doc._id, meetingRemindAt: doc.meetingRemindAt, startsAt: doc.startsAt, state: 'booked' }
  const won = await consultations.change(read, { meetingRemindAt: null, facts: _.push(facts) })
  return won === 1 ? facts : []
}

/** Writes down whom to remind of what, and answers with what is to be handed over. */
export const remindAll = async (now: Date): Promise<Fact[]> => {
  const facts: Fact[] = []
  for (const doc of await dueReminders(now)) facts.push(...(await remind(doc, now)))
  const meetings = await consultations.list({
    where: { meetingRemindAt: _.lte(now) },
    order: [['meetingRemindAt', 'asc']],
    limit: SWEEP,
  })
  for (const doc of meetings) facts.push(...(await remindOfMeeting(doc, now)))
  return facts
}
