/**
 * Figures of the service: what is counted, and how. Pure; today and the calendar of working days are arguments. How much
 * of it somebody may know who may not see the records behind it stands in `../published-figures`.
 */
import { TOPICS } from '../service/rules'
import { daysOf, lengthOf, monthsOf, type Period } from '../period'
import { atWallClock, DAY, MINUTE, monthRange } from '../time'
import { workingTimeBetween, type IsWorkingDay } from '../working-time'

export const BY = ['topic', 'day', 'month'] as const
export type By = (typeof BY)[number]
export const FIGURES = ['bookings', 'noShows', 'firstAnswer', 'solved'] as const
export type Figure = (typeof FIGURES)[number]

/** Months of one question, and of one by day: a chart of more days cannot be read. */
export const MAX_MONTHS = 12
export const MAX_MONTHS_BY_DAY = 3

export type PeriodRefusal = 'periodWrong' | 'periodTooLong'
export const periodDecision = (period: Period, by: By): PeriodRefusal | null => {
  const months = lengthOf(period)
  if (months < 1) return 'periodWrong'
  return months > (by === 'day' ? MAX_MONTHS_BY_DAY : MAX_MONTHS) ? 'periodTooLong' : null
}

/** Every group of a period that may have something in it by now, in order. */
export const keysOf = (by: By, period: Period, today: string): string[] => {
  if (by === 'topic') return [...TOPICS]
  const months = monthsOf(period).filter((month) => month <= today.slice(0, 7))
  return by === 'month' ? months : months.flatMap(daysOf).filter((day) => day <= today)
}

/** From when to when the records of a group lie, and of which topic; null for what is no group of that breakdown. */
export const groupRange = (by: By, group: string | null, period: Period) => {
  const whole = { from: monthRange(period.from).from, to: monthRange(period.to).to, topic: null }
  if (group === null) return whole
  if (by === 'topic') return (TOPICS as readonly string[]).includes(group) ? { ...whole, topic: group } : null
  if (!monthsOf(period).includes(group.slice(0, 7))) return null
  if (by === 'month') return group.length === 7 ? { ...monthRange(group), topic: null } : null
  if (!daysOf(group.slice(0, 7)).includes(group)) return null
  const from = atWallClock(group, '00:00')
  return { from, to: new Date(from.getTime() + DAY), topic: null }
}

// ── counting ────────────────────────────────────────────────────────────────────────────────────

/** Consultations alike in time and topic, added up. One consultation is a row whose counts are 0 or 1. */
export interface FigureRow {
  /** When they were booked: `2026-11`, or `2026-11-21` where days are asked for; empty where neither is. */
  when: string
  /** Empty where topics are not asked for. */
  topic: string
  /** Without cancelled ones. */
  bookings: number
  /** Whom nobody met has judged nothing. */
  noShows: number
  /** The enterprise has said whether it is solved, and that it is. */
  judged: number
  solved: number
  /** Of each that was answered: when it was booked and when it was first answered, in milliseconds. */
  answers: readonly (readonly [booked: number, answered: number])[]
}

export interface Counts extends Pick<FigureRow, 'bookings' | 'noShows' | 'judged' | 'solved'> {
  /** Minutes of office hours until the first answer, of each that was answered. */
  waits: number[]
}

const keyOf = (row: FigureRow, by: By): string =>
  by === 'topic' ? row.topic : by === 'month' ? row.when.slice(0, 7) : row.when

const nothing = (): Counts => ({ bookings: 0, noShows: 0, judged: 0, solved: 0, waits: [] })
const added = (a: Counts, b: Counts): Counts => ({
  bookings: a.bookings + b.bookings,
  noShows: a.noShows + b.noShows,
  judged: a.judged + b.judged,
  solved: a.solved + b.solved,
  waits: [...a.waits, ...b.waits],
})
export const sumOf = (all: Iterable<Counts>): Counts => [...all].reduce(added, nothing())

/** Adds up by group. `isWorkingDay` is the calendar by which the time until an answer is measured. */
export const tally = (rows: readonly FigureRow[], by: By, isWorkingDay: IsWorkingDay): Map<string, Counts> => {
  const groups = new Map<string, Counts>()
  for (const row of rows) {
    const waits = row.answers.map(([booked, answered]) => workingTimeBetween(booked, answered, isWorkingDay) / MINUTE)
    const key = keyOf(row, by)
    groups.set(key, added(groups.get(key) ?? nothing(), { ...row, waits }))
  }
  return groups
}

/** The middle one, or between the two middle ones; null of none. */
export const median = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** What is told of a group. What stands in `hidden` is null because it is not told; a null beside it is that there is none. */
export interface Figures {
  bookings: number | null
  noShows: number | null
  judged: number | null
  solved: number | null
  /** How many were answered at all. Told only with the records. */
  answered: number | null
  firstAnswerMinutes: number | null
  hidden: Figure[]
}
export interface Answer {
  total: Figures
  groups: { key: string; figures: Figures }[]
}

/** The figures of a group as they are. */
const exactly = ({ waits, ...counts }: Counts): Figures => {
  const middle = median(waits)
  return {
    ...counts,
    answered: waits.length,
    firstAnswerMinutes: middle === null ? null : Math.round(middle),
    hidden: [],
  }
}

interface Asked {
  by: By
  period: Period
  /** `2026-11-21` */
  today: string
  isWorkingDay: IsWorkingDay
}

/** All figures as they are, for whoever may see the records. */
export const exactFigures = (rows: readonly FigureRow[], { by, period, today, isWorkingDay }: Asked): Answer => {
  const groups = tally(rows, by, isWorkingDay)
  return {
    total: exactly(sumOf(groups.values())),
    groups: keysOf(by, period, today).map((key) => ({ key, figures: exactly(groups.get(key) ?? nothing()) })),
  }
}
