/** Stretches of whole months as people ask for them. Pure. */
import { DAY, dayKey, monthRange } from './time'

/** Months from and to, both included: `2026-11`. */
export interface Period {
  from: string
  to: string
}

const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
const monthOf = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`

/** How many months a period has; 0 or less when it ends before it begins. */
export const lengthOf = ({ from, to }: Period): number => numberOf(to) - numberOf(from) + 1
export const monthsOf = (period: Period): string[] =>
  Array.from({ length: Math.max(0, lengthOf(period)) }, (_, at) => monthOf(numberOf(period.from) + at))
/** The month so many months later, or earlier. */
export const monthAfter = (month: string, months: number): string => monthOf(numberOf(month) + months)

/** First month of the quarter of a month. */
export const quarterOf = (month: string): string => monthOf(numberOf(month) - (numberOf(month) % 3))
/** A period widened to the quarters that it lies in. */
export const wholeQuarters = ({ from, to }: Period): Period => ({
  from: quarterOf(from),
  to: monthAfter(quarterOf(to), 2),
})

/** Every day of a month, `2026-11-01` … */
export const daysOf = (month: string): string[] => {
  const { from, to } = monthRange(month)
  const days: string[] = []
  for (let at = from.getTime(); at < to.getTime(); at += DAY) days.push(dayKey(at))
  return days
}
