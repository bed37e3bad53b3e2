import Taro from '@tarojs/taro'
import { REMIND_BEFORE_S, type CalendarEntry } from './calendar-form'
import { askPrivacy } from './privacy'

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
