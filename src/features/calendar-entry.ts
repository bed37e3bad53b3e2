import type { OutputFor } from '@/domain/contracts'
import { modeLabels } from '@/domain/consultation/labels'
import { topicLabels } from '@/domain/service/labels'
import type { CalendarEntry } from '@/lib/calendar-form'

/** A meeting as a calendar keeps it: no word of the question, because calendars are shared; null while it has no slot. */
export function calendarEntry({
  id,
  mode,
  topic,
  meeting,
  owner,
}: OutputFor<'consultation.get'>['outline']): CalendarEntry | null {
  if (!meeting) return null
  return {
    id,
    title: `链上${modeLabels[mode]}：${topicLabels[topic]}`,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    place: meeting.placeName,
    notes: `接待人 ${owner.title ? `${owner.name}（${owner.title}）` : owner.name}`,
  }
}
