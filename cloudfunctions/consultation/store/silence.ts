/** What an enterprise that is waited for hears, and who hears of its silence: each level once, on working days by day. */
import { daysWaited, mayRemind, nextSilence, nextSilenceAt, nextTryAt, type Silence } from '@/domain/consultation-clock'
import { isWorkingDay } from '../../kernel/working-days'
import type { ConsultationDoc, Stroke } from './document'
import { aboutOf, contactsIn, teamIn, told, topicOf, type ToldFact } from './facts'

/** What the enterprise is waited for with. */
const awaited = ({ state }: ConsultationDoc) => {
  if (state === 'answered') return 'wordAwaited'
  return state === 'unplaced' ? 'slotAwaited' : 'materialAwaited'
}

const toEnterprise = (doc: ConsultationDoc, { level, lapsesAt }: Silence, now: Date): ToldFact => {
  const whom = contactsIn(doc)
  const params = { ...topicOf(doc), person: doc.owner.name, days: daysWaited(doc, now, isWorkingDay) }
  if (level === 'warned' && lapsesAt)
    return told(doc, whom, 'closingAnnounced', { ...params, until: lapsesAt.getTime() }, now)
  return told(doc, whom, awaited(doc), params, now)
}

const toTeam = (doc: ConsultationDoc, { level }: Silence, now: Date): ToldFact => {
  const params = { ...aboutOf(doc), person: doc.owner.name, days: daysWaited(doc, now, isWorkingDay) }
  return told(doc, teamIn(doc), level === 'silent' ? 'enterpriseSilent' : 'mayCloseUnanswered', params, now)
}

/**
 * The next level of an enterprise's silence. Where nobody speaks for it nobody is silent: whoever does next is reminded
 * then, and nothing is closed before.
 *
 * @param spokenFor whether the enterprise has a contact
 */
export const silenceStroke = (doc: ConsultationDoc, now: Date, spokenFor: boolean): Stroke => {
  const silence = nextSilence(doc, doc.silence, now, isWorkingDay)
  const byTeam = silence.level === 'silent' || silence.level === 'lapsed'
  if (!mayRemind(now, isWorkingDay) || (!byTeam && !spokenFor))
    return { clocks: { silenceAt: nextTryAt(now, isWorkingDay) }, facts: [] }
  return {
    clocks: { silence, silenceAt: nextSilenceAt(doc, silence, isWorkingDay) },
    facts: [byTeam ? toTeam(doc, silence, now) : toEnterprise(doc, silence, now)],
  }
}
