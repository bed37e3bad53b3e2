import { isTellable, tellable } from '@/domain/suppression'
import { ask, fates, spreads, type Case, type Within } from '../../support/published'

/**
 * What somebody finds out who knows the rule and can think through every history there might have been: of all that look
 * alike, a number that is the same in each. @returns the small ones among those, as words
 */
const foundOut = (
  histories: readonly number[][],
  look: (history: number[]) => string,
  numbers: (history: number[]) => number[],
) => {
  const alike = new Map<string, (number | null)[]>()
  for (const history of histories) {
    const key = look(history)
    const mine = numbers(history)
    const known = alike.get(key)
    if (!known) alike.set(key, [...mine])
    else known.forEach((one, at) => one !== mine[at] && (known[at] = null))
  }
  return [...alike].flatMap(([key, known]) =>
    known.flatMap((one, at) => (one !== null && one > 0 && one < 5 ? [`${key}: number ${at} is ${one}`] : [])),
  )
}

describe('by thinking through every history, nobody finds out a number from 1 to 4', () => {
  const chunks = (all: number[], size: number) =>
    Array.from({ length: all.length / size }, (_, at) => all.slice(at * size, (at + 1) * size))
  const total = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0)

  test.each([
    { groups: 2, parts: 1, most: 30 },
    { groups: 3, parts: 1, most: 24 },
    { groups: 5, parts: 1, most: 14 },
    { groups: 2, parts: 2, most: 20 },
    { groups: 3, parts: 2, most: 13 },
    { groups: 2, parts: 3, most: 13 },
    { groups: 2, parts: 4, most: 11 },
  ])('of $groups groups of $parts parts', ({ groups, parts, most }) => {
    const look = (history: number[]) => {
      const all = chunks(history, parts).map((of, at) => ({ key: `${at}`, parts: of }))
      if (!isTellable(all)) return 'nothing'
      const sums = Array.from({ length: parts }, (_, at) => total(all.map((group) => group.parts[at] ?? 0)))
      return JSON.stringify([sums, tellable(all).map((key) => all[Number(key)])])
    }
    const numbers = (history: number[]) => chunks(history, parts).flatMap((of) => [...of, total(of)])
    expect(foundOut(spreads(groups * parts, most), look, numbers)).toEqual([])
  })

  const QUARTER = { from: '2026-04', to: '2026-06' }
  const [one, other] = ['2026-04-05', '2026-05-19'] as const
  /** What all questions of a quarter answer. */
  const seen = (events: Case[]) =>
    JSON.stringify((['topic', 'month', 'day'] as const).map((by) => ask(events, by, QUARTER)))
  const eventsOf = (places: readonly Case[]) => (history: number[]) =>
    places.flatMap((event, at) => Array.from({ length: history[at] ?? 0 }, () => event))
  const plain = { noShow: false, verdict: null }
  const counted = (events: Case[], groups: readonly Within[]) =>
    groups.flatMap((within) => {
      const mine = events.filter(within)
      const of = (is: Within) => mine.filter(is).length
      const kinds = fates.map(({ noShow, verdict }) => of((all) => all.noShow === noShow && all.verdict === verdict))
      return [mine.length, ...kinds, of(({ verdict }) => verdict !== null), of(({ noShow }) => !noShow)]
    })

  test('of all questions together, about topics in two months', () => {
    const places = [one, other].flatMap((day) => ['policy', 'tax'].map((topic) => ({ day, topic, ...plain })))
    const events = eventsOf(places)
    const groups = [...places, ...places.map(({ day }) => ({ day })), ...places.map(({ topic }) => ({ topic }))].map(
      (wanted): Within =>
        (event) =>
          ('day' in wanted ? event.day === wanted.day : true) &&
          ('topic' in wanted ? event.topic === wanted.topic : true),
    )
    const found = foundOut(
      spreads(places.length, 10).filter((history) => total(history) === 10),
      (history) => seen(events(history)),
      (history) => counted(events(history), groups),
    )
    expect(found).toEqual([])
  })

  test('of all questions together, about how two topics ended', () => {
    const places = ['policy', 'tax'].flatMap((topic) => fates.slice(0, 3).map((fate) => ({ day: one, topic, ...fate })))
    const events = eventsOf(places)
    const groups = ['policy', 'tax'].map(
      (topic): Within =>
        (event) =>
          event.topic === topic,
    )
    const asked = (history: number[]) => JSON.stringify(ask(events(history), 'topic', QUARTER))
    const found = foundOut(
      spreads(places.length, 10).filter((history) => total(history) === 10),
      asked,
      (history) => counted(events(history), groups),
    )
    expect(found).toEqual([])
  })

  test('and the same search finds out what a rule gives away that hides the next smallest beside a small one', () => {
    const look = (history: number[]) => {
      const all = history.map((count, at) => ({ at, count }))
      const small = all.filter(({ count }) => count > 0 && count < 5)
      if (small.length === 0) return JSON.stringify(history)
      const next = all.filter((group) => !small.includes(group)).sort((a, b) => a.count - b.count)[0]
      const hidden = new Set([...small, ...(next ? [next] : [])].map(({ at }) => at))
      return JSON.stringify([total(history), history.map((count, at) => (hidden.has(at) ? '?' : count))])
    }
    expect(foundOut(spreads(3, 20), look, (history) => history).length).toBeGreaterThan(0)
  })
})
