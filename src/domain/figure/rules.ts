/**
 * Figures of the service: what is counted, how, and how much of it somebody may know who may not see the records behind
 * it. Pure; today and the calendar of working days are arguments.
 */
import { TOPICS } from '../service/rules'
import { SMALLEST, suppress } from '../suppression'
import { daysOf, lengthOf, monthAfter, monthsOf, quarterOf, type Period } from '../period'
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
const keysOf = (by: By, period: Period, today: string): string[] => {
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
  /** When they were booked: `2026-11`, or `2026-11-21` where days are asked for. */
  when: string
  /** Empty where topics are not asked for. */
  topic: string
  /** Without cancelled ones. */
  bookings: number
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
const sumOf = (all: Iterable<Counts>): Counts => [...all].reduce(added, nothing())

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
  firstAnswerMinutes: number | null
  hidden: Figure[]
}
export interface Answer {
  total: Figures
  groups: { key: string; figures: Figures }[]
}

type Hidden = (figure: Figure) => boolean

/** @param grain the median is told in so many minutes */
const figuresOf = (counts: Counts, hides: Hidden, grain: number): Figures => {
  const told = (figure: Figure, count: number) => (hides(figure) ? null : count)
  const middle = hides('firstAnswer') ? null : median(counts.waits)
  return {
    bookings: told('bookings', counts.bookings),
    noShows: told('noShows', counts.noShows),
    judged: told('solved', counts.judged),
    solved: told('solved', counts.solved),
    firstAnswerMinutes: middle === null ? null : Math.round(middle / grain) * grain,
    hidden: FIGURES.filter(hides),
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
  const exactly = (counts: Counts) => figuresOf(counts, () => false, 1)
  return {
    total: exactly(sumOf(groups.values())),
    groups: keysOf(by, period, today).map((key) => ({ key, figures: exactly(groups.get(key) ?? nothing()) })),
  }
}

// ── what others may know ────────────────────────────────────────────────────────────────────────

/** The figures that are counts, each with every number that it tells beside itself: whoever knows a part knows the rest. */
const PARTS = {
  bookings: (of: Counts) => [of.bookings],
  noShows: (of: Counts) => [of.noShows, of.bookings - of.noShows],
  solved: (of: Counts) => [of.solved, of.judged - of.solved, of.bookings - of.judged],
}
type Counted = keyof typeof PARTS
const COUNTED = Object.keys(PARTS) as Counted[]

type Groups = ReadonlyMap<string, Counts>
/** Of a whole, by figure: which of its groups are hidden, and whether the whole is. */
type Cover = Record<Counted, { hidden: ReadonlySet<string>; total: boolean }>

const coverOf = (groups: Groups): Cover => {
  const parts = (figure: Counted) => [...groups].map(([key, counts]) => ({ key, parts: PARTS[figure](counts) }))
  const bookings = suppress(parts('bookings'))
  const further = (figure: Counted) => suppress(parts(figure), bookings.hidden)
  return { bookings, noShows: further('noShows'), solved: further('solved') }
}

/** What is hidden of a month's days: with the month every one of them, or its parts would tell it. */
const coverOfDays = (days: Groups, month: string, months: Cover): Cover => {
  const cover = coverOf(days)
  const whole = { hidden: new Set(days.keys()), total: true }
  return {
    bookings: months.bookings.hidden.has(month) ? whole : cover.bookings,
    noShows: months.noShows.hidden.has(month) ? whole : cover.noShows,
    solved: months.solved.hidden.has(month) ? whole : cover.solved,
  }
}

const only = (counts: Groups, keys: readonly string[]): Groups =>
  new Map(keys.map((key) => [key, counts.get(key) ?? nothing()]))

interface Frame {
  groups: Groups
  cover: Cover
}

/** The quarters of a period, each with what of it is hidden. */
const framesOf = (rows: readonly FigureRow[], { by, period, today, isWorkingDay }: Asked): Frame[] =>
  monthsOf(period)
    .filter((month) => quarterOf(month) === month)
    .map((first) => {
      const quarter = { from: first, to: monthAfter(first, 2) }
      const months = monthsOf(quarter)
      const within = rows.filter(({ when }) => months.includes(when.slice(0, 7)))
      const groups = only(tally(within, by, isWorkingDay), keysOf(by, quarter, today))
      if (by !== 'day') return { groups, cover: coverOf(groups) }
      const totals = coverOf(only(tally(within, 'month', isWorkingDay), keysOf('month', quarter, today)))
      const covers = months.map((month) => {
        const days = [...groups.keys()].filter((day) => day.startsWith(month))
        return coverOfDays(only(groups, days), month, totals)
      })
      const merged = (figure: Counted) => ({
        hidden: new Set(covers.flatMap((cover) => [...cover[figure].hidden])),
        total: totals[figure].total,
      })
      return { groups, cover: { bookings: merged('bookings'), noShows: merged('noShows'), solved: merged('solved') } }
    })

/** Minutes in which a median is told to whoever does not see the records: it may be one enterprise's own time. */
const GRAIN = 30

const told = (counts: Counts, hidden: ReadonlySet<Figure>): Figures =>
  figuresOf(
    counts,
    (figure) =>
      hidden.has(figure) ||
      (figure === 'firstAnswer' &&
        (hidden.has('bookings') || (counts.waits.length > 0 && counts.waits.length < SMALLEST))),
    GRAIN,
  )

/**
 * The figures as everyone else may know them: nothing that counts 1 to 4, and nothing from which such a number follows.
 * What is told is told of whole quarters and hidden by the same rule whatever is asked for, so that two questions
 * together tell no more than one; what is hidden in one quarter is hidden in a longer period.
 *
 * @param asked.period whole quarters: see `wholeQuarters`
 */
export const publicFigures = (rows: readonly FigureRow[], asked: Asked): Answer => {
  const frames = framesOf(rows, asked)
  const hiddenIn = (hides: (cover: Cover[Counted]) => boolean) =>
    new Set<Figure>(COUNTED.filter((figure) => frames.some(({ cover }) => hides(cover[figure]))))
  return {
    total: told(
      sumOf(frames.flatMap(({ groups }) => [...groups.values()])),
      hiddenIn(({ total }) => total),
    ),
    groups: keysOf(asked.by, asked.period, asked.today).map((key) => ({
      key,
      figures: told(
        sumOf(frames.flatMap(({ groups }) => groups.get(key) ?? [])),
        hiddenIn(({ hidden }) => hidden.has(key)),
      ),
    })),
  }
}
