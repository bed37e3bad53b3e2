import { atWallClock, dayKey, sayTime } from '@/domain/time'

/** An instant as the fields of a form show it: `2026-11-21T09:05`, by the clock at the park. */
export const wallText = (instant: number): string => `${dayKey(instant)}T${sayTime(instant).padStart(5, '0')}`

const COMPLETE = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/

/** The instant that a field shows; null while one of its halves is empty. */
export const wallInstant = (text: string): number | null => {
  const match = COMPLETE.exec(text)
  return match?.[1] && match[2] ? atWallClock(match[1], match[2]).getTime() : null
}
