import { dueOf, remindItemAt } from '@/domain/guidance/rules'
import { consultationFor, type ConsultationDoc } from '../consultation/public'
import { SETTLE_MS, settleFacts, type Fact } from '../kernel/facts'
import type { Timers } from '../kernel/serve'
import { settleMeeting, unsettledMeetings } from '../service/public'
import { handOverAll, reactionsTo } from './reactions'
import { aboutOf, partsOfKey, tellContacts, tellOwner } from './store/facts'
import { change, guidances, guidancesToRemind, type GuidanceDoc, type ItemDoc } from './store/guidances'

const MEETINGS = 100

/** Time taken for meetings: a meeting stands on it, or the call that took it died, and it goes back. */
const settleMeetings = async (now: Date): Promise<void> => {
  const cutoff = new Date(now.getTime() - SETTLE_MS)
  for (const unsettled of await unsettledMeetings(cutoff, MEETINGS)) {
    const parts = partsOfKey(unsettled.key)
    if (!parts) continue
    const guidance = await guidances.get(parts.consultationId)
    const meeting = guidance?.meetings.find(({ id }) => id === parts.meetingId)
    const taken = meeting?.nonce === parts.nonce && (meeting.state === 'planned' || meeting.state === 'held')
    await settleMeeting(unsettled, taken)
  }
}

const isDue = ({ dueDay, doneAt, reminded }: ItemDoc, now: Date): boolean =>
  dueDay !== null && doneAt === null && !reminded && remindItemAt(dueDay) <= now

/** One message to each side, however many of its items come due. */
const wordsOf = (consultation: ConsultationDoc, items: readonly ItemDoc[], now: Date): Fact[] =>
  (['enterprise', 'specialist'] as const).flatMap((owner) => {
    const days = items.flatMap((item) => (item.owner === owner && item.dueDay !== null ? [item.dueDay] : []))
    const first = days.sort()[0]
    if (first === undefined) return []
    const params = { ...aboutOf(consultation), due: dueOf(first).getTime() }
    const tellThem = owner === 'enterprise' ? tellContacts : tellOwner
    return [tellThem(consultation, 'guidanceDue', params, now)]
  })

/** Tells of what comes due, once: of two timers at one moment the second finds another revision. */
const remind = async (guidance: GuidanceDoc, now: Date): Promise<void> => {
  const due = guidance.items.filter((item) => isDue(item, now))
  const consultation = await consultationFor(guidance._id)
  const facts = consultation?.state === 'open' ? wordsOf(consultation, due, now) : []
  const items = guidance.items.map((item) => (due.includes(item) ? { ...item, reminded: true } : item))
  const changed = await change(guidance, { items }, { at: now, by: '', what: 'reminded', facts })
  if (changed) await handOverAll(changed.facts)
}

export const timers: Timers = {
  sweep: async (now) => {
    await settleFacts('guidances', now, reactionsTo)
    await settleMeetings(now)
    for (const guidance of await guidancesToRemind(now)) await remind(guidance, now)
  },
}
