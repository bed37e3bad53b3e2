/**
 * China's working days: the State Council's public holidays and the working days exchanged for them (调休), from a
 * maintained data library. A year that has not been announced yet counts Monday to Friday: the library's next release
 * brings it.
 */
import { weekdayOf } from '@/domain/time'
import type { IsWorkingDay } from '@/domain/working-time'

/** Days that differ from their weekday, each with what it is called. */
interface Calendar {
  holidays: Record<string, string>
  workdays: Record<string, string>
}
let calendar: Calendar | undefined

/**
 * Whether people work on a calendar day, `2026-10-10`. Asked of the library's data and not of its functions, which go by
 * the machine's own time zone. Loaded when first asked: most calls never do.
 */
export const isWorkingDay: IsWorkingDay = (day) => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- rules are synchronous, and few calls need 37 KB of dates
  calendar ??= require('chinese-days/dist/chinese-days.json') as Calendar
  if (Object.hasOwn(calendar.workdays, day)) return true
  if (Object.hasOwn(calendar.holidays, day)) return false
  const weekday = weekdayOf(day)
  return weekday >= 1 && weekday <= 5
}
