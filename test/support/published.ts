/** The service's cases as figures count them, and what everyone is told of them. */
import type { Answer, By, FigureRow } from '@/domain/figure/rules'
import { quarterOf, type Period } from '@/domain/period'
import { fixQuarter, publicFigures, quartersOf } from '@/domain/published-figures'

/** One consultation as it happened. */
export interface Case {
  day: string
  topic: string
  noShow: boolean
  verdict: 'solved' | 'notSolved' | null
}

export const rowOf = ({ day, topic, noShow, verdict }: Case): FigureRow => ({
  when: day,
  topic,
  bookings: 1,
  noShows: noShow ? 1 : 0,
  judged: verdict === null ? 0 : 1,
  solved: verdict === 'solved' ? 1 : 0,
  answers: [],
})
const everyDay = () => true
export const ask = (events: readonly Case[], by: By, period: Period): Answer => {
  const within = (quarter: string) => events.filter(({ day }) => quarterOf(day.slice(0, 7)) === quarter)
  const fixed = quartersOf(period).map((quarter) => fixQuarter(quarter, within(quarter).map(rowOf), everyDay))
  return publicFigures(fixed, { by, period })
}

/** How a case may end; whom nobody met has judged nothing. */
export const fates = [
  { noShow: true, verdict: null },
  ...(['solved', 'notSolved', null] as const).map((verdict) => ({ noShow: false, verdict })),
]
export type Within = (cell: Case) => boolean

/** Every way to spread up to `most` over so many places. */
export const spreads = (places: number, most: number): number[][] =>
  places === 0
    ? [[]]
    : Array.from({ length: most + 1 }, (_, n) => spreads(places - 1, most - n).map((rest) => [n, ...rest])).flat()
