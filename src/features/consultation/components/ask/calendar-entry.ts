import { topicLabels } from '@/domain/service/labels'
import type { CalendarEntry } from '@/lib/calendar'
import type { ConsultationView } from '../talk/talk-model'

/** A meeting as a calendar keeps it: no word of the question, because calendars are shared; null while it has no slot. */
export function calendarEntry({ id, topic, meeting, owner }: ConsultationView['outline']): CalendarEntry | null {
  if (!meeting) return null
  return {
    id,
    title: `链上服务日咨询：${topicLabels[topic]}`,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    place: meeting.placeName,
    notes: `接待人 ${owner.title ? `${owner.name}（${owner.title}）` : owner.name}`,
  }
}
