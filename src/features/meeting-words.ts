import { sayDate, sayDay, sayTime } from '@/domain/time'

interface Span {
  startsAt: number
  endsAt: number
}

/** `9:30–10:00`. */
export const spanWords = ({ startsAt, endsAt }: Span): string => `${sayTime(startsAt)}–${sayTime(endsAt)}`

/** The day as people say it, always with its date: `明天 11月22日`, `周五 11月27日`, `12月12日 周六`. */
export const dayWords = (at: number, now: number): string => {
  const day = sayDay(at, now)
  const date = sayDate(at)
  return /^[今明昨周]/.test(day) ? `${day} ${date.split(' ')[0]}` : date
}

/** `明天 11月22日 9:30–10:00`. */
export const meetingWords = (meeting: Span, now: number): string =>
  `${dayWords(meeting.startsAt, now)} ${spanWords(meeting)}`
