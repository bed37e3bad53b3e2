import fc from 'fast-check'
import { exactFigures, type Answer, type By } from '@/domain/figure/rules'
import type { Period } from '@/domain/period'
import { TOPICS } from '@/domain/service/rules'
import { tellable } from '@/domain/suppression'
import { ask, fates, rowOf, type Case, type Within } from '../../support/published'

const TODAY = '2026-06-30'
const YEAR: Period = { from: '2026-01', to: '2026-06' }
const topics = ['policy', 'tax', 'finance'] as const
const days = ['01', '02', '03', '04', '05', '06'].flatMap((month) => [`2026-${month}-05`, `2026-${month}-19`])

// Everything that can be known is a sum over the finest cells; a small number is recovered when it is a combination of those.
const cells = days.flatMap((day) => topics.flatMap((topic) => fates.map((fate) => ({ day, topic, ...fate }))))
type Row = number[]
const over = (counts: (cell: Case) => boolean): Row => cells.map((cell) => (counts(cell) ? 1 : 0))
const keyOf = ({ day, topic, noShow, verdict }: Case) => [day, topic, noShow, verdict].join()
const dot = (row: Row, values: Row): number => row.reduce((sum, one, at) => sum + one * (values[at] ?? 0), 0)

const PRIME = 1_000_003
const inverse = (n: number): number => {
  let [result, base, power] = [1, n % PRIME, PRIME - 2]
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME
    base = (base * base) % PRIME
  }
  return result
}

/** The span of what is known, by elimination. */
class Known {
  private readonly rows = new Map<number, Row>()
  private rest(row: Row): { at: number; row: Row } | null {
    const left = row.map((one) => ((one % PRIME) + PRIME) % PRIME)
    for (let at = 0; at < left.length; at++) {
      const value = left[at] ?? 0
      if (value === 0) continue
      const pivot = this.rows.get(at)
      if (!pivot) return { at, row: left }
      for (let i = at; i < left.length; i++) left[i] = ((left[i] ?? 0) + (PRIME - value) * (pivot[i] ?? 0)) % PRIME
    }
    return null
  }
  add(row: Row): void {
    const rest = this.rest(row)
    if (!rest) return
    const by = inverse(rest.row[rest.at] ?? 1)
    this.rows.set(
      rest.at,
      rest.row.map((one) => (one * by) % PRIME),
    )
  }
  has(row: Row): boolean {
    return this.rest(row) === null
  }
}

const inPeriod =
  ({ from, to }: Period): Within =>
  ({ day }) =>
    day.slice(0, 7) >= from && day.slice(0, 7) <= to
const inGroup = (by: By, key: string): Within => {
  if (by === 'topic') return ({ topic }) => topic === key
  return ({ day }) => day.startsWith(key)
}

/** What is told, each as the sum that it is. */
const toldBy = (answer: Answer, by: By, period: Period): Row[] =>
  [{ key: null, figures: answer.total }, ...answer.groups].flatMap(({ key, figures }) => {
    const within: Within = (cell) => inPeriod(period)(cell) && (key === null || inGroup(by, key)(cell))
    return [
      ...(figures.bookings === null ? [] : [over(within)]),
      ...(figures.noShows === null ? [] : [over((cell) => within(cell) && cell.noShow)]),
      ...(figures.judged === null ? [] : [over((cell) => within(cell) && cell.verdict !== null)]),
      ...(figures.solved === null ? [] : [over((cell) => within(cell) && cell.verdict === 'solved')]),
    ]
  })

/** Every number that a figure of a group tells or implies. */
const sensitive = (within: Within): Row[] => [
  over(within),
  over((cell) => within(cell) && cell.noShow),
  over((cell) => within(cell) && !cell.noShow),
  over((cell) => within(cell) && cell.verdict !== null),
  over((cell) => within(cell) && cell.verdict === null),
  over((cell) => within(cell) && cell.verdict === 'solved'),
  over((cell) => within(cell) && cell.verdict === 'notSolved'),
  over((cell) => within(cell) && !cell.noShow && cell.verdict === null),
]

const QUARTERS: Period[] = [
  { from: '2026-01', to: '2026-03' },
  { from: '2026-04', to: '2026-06' },
]
const PERIODS = [...QUARTERS, YEAR]
const questions = PERIODS.flatMap((period) => (['topic', 'month', 'day'] as const).map((by) => ({ period, by })))
const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']
const groupsOfAll: Within[] = [
  ...PERIODS.map(inPeriod),
  ...PERIODS.flatMap((period) =>
    topics.map(
      (topic): Within =>
        (cell) =>
          inPeriod(period)(cell) && inGroup('topic', topic)(cell),
    ),
  ),
  ...months.map((month) => inGroup('month', month)),
  ...days.map((day) => inGroup('day', day)),
]

const event = fc
  .record({ day: fc.constantFrom(...days), topic: fc.constantFrom(...topics), fate: fc.constantFrom(...fates) })
  .map(({ fate, ...rest }): Case => ({ ...rest, ...fate }))
/** Few, middling and many, some of them all alike, so that every rule has to work. */
const histories = fc
  .array(fc.tuple(event, fc.integer({ min: 1, max: 9 })), { maxLength: 25 })
  .map((all) => all.flatMap(([one, times]) => Array.from({ length: times }, () => one)))

test('no number from 1 to 4 follows from all that is told, by any breakdown of any period together', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const events = history
      const truth = cells.map((cell) => events.filter((one) => keyOf(one) === keyOf(cell)).length)
      const known = new Known()
      for (const { by, period } of questions) {
        for (const row of toldBy(ask(events, by, period), by, period)) {
          known.add(row)
          // Nothing is less than none: of what is none altogether, every part is none.
          if (dot(row, truth) === 0)
            row.forEach((one, at) => one === 1 && known.add(cells.map((_, i) => (i === at ? 1 : 0))))
        }
      }
      const recovered = groupsOfAll.flatMap(sensitive).filter((row) => {
        const count = dot(row, truth)
        return count > 0 && count < 5 && known.has(row)
      })
      expect(recovered).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('without the complement the same check finds what it looks for', () => {
  const known = new Known()
  const [january, february] = [inGroup('month', '2026-01'), inGroup('month', '2026-02')]
  known.add(over((cell) => january(cell) || february(cell)))
  known.add(over(january))
  expect(known.has(over(february))).toBe(true)
  expect(known.has(over(inGroup('day', '2026-02-05')))).toBe(false)
})

test('what is told is true', () => {
  fc.assert(
    fc.property(histories, fc.constantFrom('topic', 'month', 'day'), (history, by) => {
      const events = history
      const asked = { by, period: YEAR, today: TODAY, isWorkingDay: () => true }
      const exact = exactFigures(events.map(rowOf), asked)
      const shown = ask(events, by, YEAR)
      expect(shown.groups.map(({ key }) => key)).toEqual(exact.groups.map(({ key }) => key))
      shown.groups.forEach(({ figures }, at) => {
        const true_ = exact.groups[at]?.figures
        if (figures.bookings !== null) expect(figures.bookings).toBe(true_?.bookings)
        if (figures.noShows !== null) expect(figures.noShows).toBe(true_?.noShows)
        if (figures.solved !== null) expect([figures.solved, figures.judged]).toEqual([true_?.solved, true_?.judged])
      })
    }),
    { numRuns: 40 },
  )
})

const toldOf = (counts: readonly (readonly number[])[]) =>
  tellable(counts.map((parts, at) => ({ key: 'abcdefgh'.charAt(at), parts }))).join('')

test.each([
  { what: 'everything, where every group is empty or has five', counts: [[5], [0], [12]], told: 'abc' },
  { what: 'not a small group, nor the other half of it', counts: [[3], [9], [12], [0]], told: 'cd' },
  { what: 'not what is small together either', counts: [[1], [2], [12], [30]], told: '' },
  { what: 'nothing, where the whole is small', counts: [[4], [0]], told: '' },
  {
    what: 'not a share whose rest is small',
    counts: [
      [10, 2],
      [20, 20],
      [9, 9],
      [9, 9],
    ],
    told: 'cd',
  },
])('is told: $what', ({ counts, told }) => {
  expect(toldOf(counts)).toBe(told)
})

test('every topic stands there, also one that nobody asked about', () => {
  expect(ask([], 'topic', YEAR).groups.map(({ key }) => key)).toEqual([...TOPICS])
})
