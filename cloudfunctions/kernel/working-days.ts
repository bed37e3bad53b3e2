/**
 * China's working days: the State Council's public holidays and the working days exchanged for them (调休), through a
 * maintained data library. A year that has not been announced yet counts Monday to Friday: the library's next release
 * brings it.
 */
import type { IsWorkingDay } from '@/domain/working-time'

type Calendar = Pick<typeof import('chinese-days'), 'isWorkday'>
let calendar: Calendar | undefined

/** Whether people work on a calendar day, `2026-10-10`. Loaded when first asked: most calls never do. */
export const isWorkingDay: IsWorkingDay = (day) => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- rules are synchronous, and few calls need 30 KB of dates
  calendar ??= require('chinese-days') as Calendar
  return calendar.isWorkday(day)
}
