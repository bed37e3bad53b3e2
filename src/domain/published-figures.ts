/**
 * What everyone may know of the service's figures, who may not see the records behind them: those of finished quarters,
 * as they stood when the quarter was published, without small numbers and without anything from which one follows. Pure.
 */
import {
  FIGURES,
  keysOf,
  median,
  sumOf,
  tally,
  type Answer,
  type By,
  type Counts,
  type Figure,
  type FigureRow,
  type Figures,
} from './figure/rules'
import { monthAfter, monthsOf, quarterOf, wholeQuarters, type Period } from './period'
import { isTellable, tellable } from './suppression'
import { DAY, dayKey, monthKey, monthRange } from './time'
import type { IsWorkingDay } from './working-time'

// ── which quarters ──────────────────────────────────────────────────────────────────────────────

/** Days after the end of a quarter until its figures are fixed: by then nearly all has been answered and judged. */
export const FIXED_AFTER_DAYS = 30

/** When a quarter is fixed and published. @param quarter its first month */
export const publishedAt = (quarter: string): Date =>
  new Date(monthRange(monthAfter(quarter, 2)).to.getTime() + FIXED_AFTER_DAYS * DAY)

/** First month of the newest quarter that is published. */
export const lastPublished = (now: Date | number): string => {
  const before = monthAfter(quarterOf(monthKey(now)), -3)
  return publishedAt(before).getTime() <= Number(now) ? before : monthAfter(before, -3)
}

/** The published quarters of a period; null where none is yet. */
export const publishedPart = (wanted: Period, now: Date | number): Period | null => {
  const { from, to } = wholeQuarters(wanted)
  const last = monthAfter(lastPublished(now), 2)
  return from > last ? null : { from, to: to < last ? to : last }
}

/** First months of the quarters of a period. */
export const quartersOf = (period: Period): string[] => monthsOf(period).filter((month) => quarterOf(month) === month)

// ── what a quarter counted ──────────────────────────────────────────────────────────────────────

/**
 * A quarter as it was fixed. Later changes do not reach it: two readings, one before and one after a change, would tell
 * what changed, and that is mostly one case.
 */
export interface FixedQuarter {
  /** Its first month. */
  quarter: string
  topics: readonly (Counts & { key: string })[]
  days: readonly (Counts & { key: string })[]
}

/** @param rows by day and topic, of one reading: topics and days have to add up to the same */
export const fixQuarter = (quarter: string, rows: readonly FigureRow[], isWorkingDay: IsWorkingDay): FixedQuarter => {
  const listed = (by: By) => [...tally(rows, by, isWorkingDay)].map(([key, counts]) => ({ key, ...counts }))
  return { quarter, topics: listed('topic'), days: listed('day') }
}

// ── what of it is told ──────────────────────────────────────────────────────────────────────────

/**
 * What the members of a group are parted into by each figure. The parts of `noShows` make up `bookings`, and those of
 * `solved` make up `noShows`: a finer figure is told only together with the coarser one, so that the difference of two
 * that are told is never a small number either.
 */
const PARTS: Record<Figure, (of: Counts) => number[]> = {
  bookings: (of) => [of.bookings],
  firstAnswer: (of) => [of.waits.length, of.bookings],
  noShows: (of) => [of.noShows, of.bookings - of.noShows],
  solved: (of) => [of.noShows, of.solved, of.judged - of.solved, of.bookings - of.noShows - of.judged],
}

type Groups = ReadonlyMap<string, Counts>
interface Told {
  whole: boolean
  groups: ReadonlySet<string>
}

const none = (): Counts => sumOf([])
const partsOf = (groups: Groups, figure: Figure) =>
  [...groups].map(([key, counts]) => ({ key, parts: PARTS[figure](counts) }))
const toldOf = (groups: Groups, figure: Figure): Told => {
  const all = partsOf(groups, figure)
  return { whole: isTellable(all), groups: new Set(tellable(all)) }
}

const groupsOf = ({ quarter, topics, days }: FixedQuarter, by: By): Groups => {
  const keys = keysOf(by, { from: quarter, to: monthAfter(quarter, 2) }, dayKey(publishedAt(quarter)))
  const counts = new Map((by === 'topic' ? topics : days).map((one) => [one.key, one]))
  const within = (month: string) => days.filter(({ key }) => key.startsWith(month))
  return new Map(keys.map((key) => [key, by === 'month' ? sumOf(within(key)) : (counts.get(key) ?? none())]))
}

/** Days are parts of their month: those of one that is not told are not told either. */
const toldDays = (days: Groups, months: Groups, figure: Figure): Told => {
  const { whole, groups } = toldOf(months, figure)
  const inMonth = (month: string) => new Map([...days].filter(([day]) => day.startsWith(month)))
  return { whole, groups: new Set([...groups].flatMap((month) => tellable(partsOf(inMonth(month), figure)))) }
}

interface Frame {
  groups: Groups
  told: Record<Figure, Told>
}
const frameOf = (fixed: FixedQuarter, by: By): Frame => {
  const groups = groupsOf(fixed, by)
  const told = (figure: Figure) =>
    by === 'day' ? toldDays(groups, groupsOf(fixed, 'month'), figure) : toldOf(groups, figure)
  return {
    groups,
    told: {
      bookings: told('bookings'),
      noShows: told('noShows'),
      firstAnswer: told('firstAnswer'),
      solved: told('solved'),
    },
  }
}

/** Minutes in which a median is told: it may be one enterprise's own time. */
const GRAIN = 30

const figuresOf = (counts: Counts, isTold: (figure: Figure) => boolean): Figures => {
  const told = (figure: Figure, count: number) => (isTold(figure) ? count : null)
  const middle = isTold('firstAnswer') ? median(counts.waits) : null
  return {
    bookings: told('bookings', counts.bookings),
    noShows: told('noShows', counts.noShows),
    judged: told('solved', counts.judged),
    solved: told('solved', counts.solved),
    answered: null,
    firstAnswerMinutes: middle === null ? null : Math.round(middle / GRAIN) * GRAIN,
    hidden: FIGURES.filter((figure) => !isTold(figure)),
  }
}

/**
 * The figures as everyone may know them. What is told is decided quarter by quarter and by the same rule whatever is asked
 * for, so that all questions together tell no more than each: what is hidden in one quarter is hidden in a longer period.
 *
 * @param asked.period whole quarters, each of them among `fixed`
 */
export const publicFigures = (fixed: readonly FixedQuarter[], { by, period }: { by: By; period: Period }): Answer => {
  const frames = fixed.map((one) => frameOf(one, by))
  const figures = (parts: (groups: Groups) => Iterable<Counts>, isTold: (told: Told, groups: Groups) => boolean) =>
    figuresOf(sumOf(frames.flatMap(({ groups }) => [...parts(groups)])), (figure) =>
      frames.every(({ told, groups }) => isTold(told[figure], groups)),
    )
  const end = dayKey(publishedAt(quarterOf(period.to)))
  return {
    total: figures(
      (groups) => groups.values(),
      ({ whole }) => whole,
    ),
    groups: keysOf(by, period, end).map((key) => ({
      key,
      figures: figures(
        (groups) => [groups.get(key) ?? none()],
        // A month or day is a group of its own quarter alone.
        (told, groups) => !groups.has(key) || told.groups.has(key),
      ),
    })),
  }
}
