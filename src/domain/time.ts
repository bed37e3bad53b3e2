/**
 * Whatever is said or decided by day, month, night or working day. The zone lies at +08:00 all year; functions run in UTC
 * and phones lack Intl, so the offset is fixed here and nowhere else.
 */
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

type Instant = Date | number

const OFFSET_MS = 8 * HOUR

/** The park's clock as a UTC clock that runs ahead: no zone or summer time of the machine takes part. Never a real instant. */
const local = (instant: Instant): Date => new Date(Number(instant) + OFFSET_MS)
const instantOf = (wallClock: number): Date => new Date(wallClock - OFFSET_MS)
const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0')

/** The calendar day at the park, `2026-11-21`. */
export const dayKey = (instant: Instant): string => `${monthKey(instant)}-${pad(local(instant).getUTCDate())}`

/** The calendar month at the park, `2026-11`. */
export const monthKey = (instant: Instant): string => {
  const there = local(instant)
  return `${pad(there.getUTCFullYear(), 4)}-${pad(there.getUTCMonth() + 1)}`
}

/** The weekday of a calendar day, 0 is Sunday. `day` is `2026-11-21`. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** First instant of a month and of the one after it. `month` is `2026-11`. */
export const monthRange = (month: string): { from: Date; to: Date } => {
  const first = new Date(`${month}-01T00:00:00Z`)
  const next = new Date(first)
  next.setUTCMonth(first.getUTCMonth() + 1)
  return { from: instantOf(first.getTime()), to: instantOf(next.getTime()) }
}

/** The instant at which a wall clock at the park shows this day and time. `day` is `2026-11-21`, `time` is `14:30`. */
export const atWallClock = (day: string, time: string): Date => instantOf(Date.parse(`${day}T${time}:00Z`))

/** Midnight that began the day of this instant. */
export const startOfDay = (instant: Instant): Date => atWallClock(dayKey(instant), '00:00')

/** 21:00–8:00, when nobody is to be disturbed. */
export const isNight = (instant: Instant): boolean => {
  const hour = local(instant).getUTCHours()
  return hour >= 21 || hour < 8
}

/** `14:30`, hours without a leading zero as people say them: `9:00`. */
export const sayTime = (instant: Instant): string => {
  const there = local(instant)
  return `${there.getUTCHours()}:${pad(there.getUTCMinutes())}`
}

/** Days since the epoch on the park's calendar. */
const dayNumber = (instant: Instant): number => Math.floor(local(instant).getTime() / DAY)
const sayMonthAndDay = (there: Date): string => `${there.getUTCMonth() + 1}月${there.getUTCDate()}日`

/** The day as people say it: 今天, 明天, 昨天, a weekday within the coming week, else `11月21日`, with the year when it is another. */
export const sayDay = (instant: Instant, now: Instant): string => {
  const there = local(instant)
  const days = dayNumber(instant) - dayNumber(now)
  if (days === 0) return '今天'
  if (days === 1) return '明天'
  if (days === -1) return '昨天'
  if (days > 1 && days < 7) return WEEKDAYS[there.getUTCDay()] ?? ''
  const year = there.getUTCFullYear()
  return year === local(now).getUTCFullYear() ? sayMonthAndDay(there) : `${year}年${sayMonthAndDay(there)}`
}

/** `今天 14:30`, `周五 9:00`, `12月3日 15:00`. */
export const sayWhen = (instant: Instant, now: Instant): string => `${sayDay(instant, now)} ${sayTime(instant)}`

/** `11月21日 周六`. */
export const sayDate = (instant: Instant): string => {
  const there = local(instant)
  return `${sayMonthAndDay(there)} ${WEEKDAYS[there.getUTCDay()] ?? ''}`
}

/** `11月21日 周六 14:30–16:00`; both days when it ends on another. */
export const saySpan = (from: Instant, to: Instant): string => {
  const end = dayKey(from) === dayKey(to) ? sayTime(to) : `${sayDate(to)} ${sayTime(to)}`
  return `${sayDate(from)} ${sayTime(from)}–${end}`
}
