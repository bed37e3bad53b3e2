/**
 * Working days and office hours at the park. The calendar of public holidays and exchanged working days (调休) comes as an
 * argument: only the server has one, and clients are told the instants that follow from it.
 */
import { atWallClock, DAY, dayKey, isNight } from './time'

type Instant = Date | number

/** Whether people work on a calendar day, `2026-10-10`. */
export type IsWorkingDay = (day: string) => boolean

/** Until when something that is due on a day may be done. */
export const END_OF_WORK = '17:30'
const START_OF_WORK = '08:30'
/** No holiday is this long: a calendar without a working day would never end. */
const LONGEST_PAUSE = 60

const dayAfter = (day: string): string => dayKey(atWallClock(day, '12:00').getTime() + DAY)
const dayBefore = (day: string): string => dayKey(atWallClock(day, '12:00').getTime() - DAY)

/** The next working day after a calendar day. */
export const nextWorkingDay = (day: string, isWorkingDay: IsWorkingDay): string => {
  let next = dayAfter(day)
  for (let turn = 0; turn < LONGEST_PAUSE && !isWorkingDay(next); turn++) next = dayAfter(next)
  return next
}

/** The last working day before a calendar day. */
export const workingDayBefore = (day: string, isWorkingDay: IsWorkingDay): string => {
  let before = dayBefore(day)
  for (let turn = 0; turn < LONGEST_PAUSE && !isWorkingDay(before); turn++) before = dayBefore(before)
  return before
}

/** The end of work on the `days`-th working day after the day of an instant. 0: of that day, or of the next working day. */
export const dueAfter = (from: Instant, days: number, isWorkingDay: IsWorkingDay): Date => {
  let day = dayKey(from)
  if (days === 0 && !isWorkingDay(day)) day = nextWorkingDay(day, isWorkingDay)
  for (let turn = 0; turn < days; turn++) day = nextWorkingDay(day, isWorkingDay)
  return atWallClock(day, END_OF_WORK)
}

/** How many working days there are after the day of `from`, up to and including the day of `to`. 0 when `to` is not later. */
export const workingDaysBetween = (from: Instant, to: Instant, isWorkingDay: IsWorkingDay): number => {
  const last = dayKey(to)
  let count = 0
  for (let day = dayAfter(dayKey(from)); day <= last; day = dayAfter(day)) if (isWorkingDay(day)) count += 1
  return count
}

/** Milliseconds of office hours (8:30–17:30 on working days) between two instants. */
export const workingTimeBetween = (from: Instant, to: Instant, isWorkingDay: IsWorkingDay): number => {
  let total = 0
  const last = dayKey(to)
  for (let day = dayKey(from); day <= last; day = dayAfter(day)) {
    if (!isWorkingDay(day)) continue
    const opens = Math.max(Number(from), atWallClock(day, START_OF_WORK).getTime())
    const closes = Math.min(Number(to), atWallClock(day, END_OF_WORK).getTime())
    total += Math.max(0, closes - opens)
  }
  return total
}

/** When people may be disturbed: the instant itself by day, else the next 8:00. */
export const notAtNight = (instant: Instant): Date => {
  if (!isNight(instant)) return new Date(Number(instant))
  const morning = atWallClock(dayKey(instant), '08:00')
  return Number(instant) < morning.getTime() ? morning : new Date(morning.getTime() + DAY)
}
