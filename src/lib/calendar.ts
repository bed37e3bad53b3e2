import Taro from '@tarojs/taro'
import { askPrivacy } from './privacy'

/** Something to be put into the phone's own calendar; instants in milliseconds. */
export interface CalendarEntry {
  /** Names the entry, so that adding it twice leaves one where the calendar can tell. */
  id: string
  title: string
  startsAt: number
  endsAt: number
  place: string
  notes: string
}

/** How long before it begins the phone reminds. */
export const REMIND_BEFORE_S = 3600

/** Puts it into the phone's calendar. Gives what became of it, in words; empty when the person did not want it. */
export async function addToCalendar({ title, startsAt, endsAt, place, notes }: CalendarEntry): Promise<string> {
  if (!(await askPrivacy())) return ''
  try {
    await Taro.addPhoneCalendar({
      title,
      startTime: startsAt / 1000,
      endTime: String(endsAt / 1000),
      location: place,
      description: notes,
      alarm: true,
      alarmOffset: REMIND_BEFORE_S,
    })
    return '已加入手机日历，开始前一小时提醒'
  } catch (error) {
    console.info('not put into the calendar', error)
    return ''
  }
}
