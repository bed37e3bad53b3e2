import { REMIND_BEFORE_S, type CalendarEntry } from './calendar-form'

/** The entry as a calendar's file. Instants are written in UTC, so every calendar shows them at +08:00 here. */
async function calendarFile({ id, title, startsAt, endsAt, place, notes }: CalendarEntry): Promise<string> {
  const { default: calendar, ICalAlarmType } = await import('ical-generator')
  const made = calendar({ prodId: { company: 'honglian', product: 'service', language: 'ZH' } })
  const event = made.createEvent({
    id,
    summary: title,
    start: new Date(startsAt),
    end: new Date(endsAt),
    location: place,
    description: notes,
  })
  event.createAlarm({ type: ICalAlarmType.display, trigger: REMIND_BEFORE_S })
  return made.toString()
}

/** Hands the entry over as a file that the device's calendar opens. Gives what became of it, in words. */
export async function addToCalendar(entry: CalendarEntry): Promise<string> {
  const url = URL.createObjectURL(new Blob([await calendarFile(entry)], { type: 'text/calendar;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${entry.title}.ics`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
  return '已下载日历文件，打开后即可加入日历'
}
