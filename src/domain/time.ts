/**
 * Whatever is said or decided by day, month, night or working day. The zone lies at +08:00 all year; functions run in UTC
 * and phones lack Intl, so the offset is fixed here and nowhere else.
 */
import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

type Instant = Date | number

const OFFSET_MS = 8 * HOUR

/** The park's clock as a UTC clock that runs ahead: no zone or summer time of the machine takes part. Never a real instant. */
const local = (instant: Instant) => dayjs.utc(Number(instant) + OFFSET_MS)
const instantOf = (wallClock: dayjs.Dayjs): Date => new Date(wallClock.valueOf() - OFFSET_MS)

/** The calendar day at the park, `2026-11-21`. */
export const dayKey = (instant: Instant): string => local(instant).format('YYYY-MM-DD')

/** The calendar month at the park, `2026-11`. */
export const monthKey = (instant: Instant): string => local(instant).format('YYYY-MM')

/** The weekday of a calendar day, 0 is Sunday. `day` is `2026-11-21`. */
export const weekdayOf = (day: string): number => dayjs.utc(`${day}T00:00:00Z`).day()

/** First instant of a month and of the one after it. `month` is `2026-11`. */
export const monthRange = (month: string): { from: Date; to: Date } => {
  const first = dayjs.utc(`${month}-01T00:00:00Z`)
  return { from: instantOf(first), to: instantOf(first.add(1, 'month')) }
}

/** The instant at which a wall clock at the park shows this day and time. `day` is `2026-11-21`, `time` is `14:30`. */
export const atWallClock = (day: string, time: string): Date => instantOf(dayjs.utc(`${day}T${time}:00Z`))

/** Midnight that began the day of this instant. */
export const startOfDay = (instant: Instant): Date => atWallClock(dayKey(instant), '00:00')

/** 21:00–8:00, when nobody is to be disturbed. */
export const isNight = (instant: Instant): boolean => {
  const hour = local(instant).hour()
  return hour >= 21 || hour < 8
}

/** `14:30`, hours without a leading zero as people say them: `9:00`. */
export const sayTime = (instant: Instant): string => local(instant).format('H:mm')

/** The day as people say it: 今天, 明天, 昨天, a weekday within the coming week, else `11月21日`, with the year when it is another. */
export const sayDay = (instant: Instant, now: Instant): string => {
  const then = local(instant).startOf('day')
  const days = then.diff(local(now).startOf('day'), 'day')
  if (days === 0) return '今天'
  if (days === 1) return '明天'
  if (days === -1) return '昨天'
  if (days > 1 && days < 7) return WEEKDAYS[then.day()] ?? ''
  return then.year() === local(now).year() ? then.format('M月D日') : then.format('YYYY年M月D日')
}

/** `今天 14:30`, `周五 9:00`, `12月3日 15:00`. */
export const sayWhen = (instant: Instant, now: Instant): string => `${sayDay(instant, now)} ${sayTime(instant)}`

/** `11月21日 周六`. */
export const sayDate = (instant: Instant): string =>
  `${local(instant).format('M月D日')} ${WEEKDAYS[local(instant).day()] ?? ''}`

/** `11月21日 周六 14:30–16:00`; both days when it ends on another. */
export const saySpan = (from: Instant, to: Instant): string => {
  const end = dayKey(from) === dayKey(to) ? sayTime(to) : `${sayDate(to)} ${sayTime(to)}`
  return `${sayDate(from)} ${sayTime(from)}–${end}`
}
