import type { OutputFor } from '@/domain/contracts'
import { FEW, groupLabel, sayOfficeTime, UNTOLD } from '@/domain/figure/labels'
import type { By, Figure } from '@/domain/figure/rules'
import type { CountItem } from '@/ui/count-chart'

export type Answer = OutputFor<'figure.service'>
type Figures = Answer['total']

/** A figure of a group: what is drawn, and how it is said. */
interface Said {
  value: number | null
  main: string
  /** What the number is a part of, or how many it is of; empty where that goes without saying. */
  note: string
  /** Above a column, where there is little room. */
  short: string
}

const percent = (part: number, whole: number): string => `${Math.round((part / whole) * 100)}%`
const untold: Said = { value: null, main: UNTOLD, note: FEW, short: '—' }
const nothing = (main: string): Said => ({ value: 0, main, note: '', short: '' })
const counted = (count: number, note = ''): Said => ({ value: count, main: `${count} 件`, note, short: String(count) })

const sayings: Record<Figure, (figures: Figures) => Said> = {
  bookings: ({ bookings }) => counted(bookings ?? 0),
  noShows: ({ noShows, bookings }) =>
    bookings && noShows ? counted(noShows, `占 ${percent(noShows, bookings)}`) : counted(noShows ?? 0),
  firstAnswer: ({ firstAnswerMinutes: minutes, answered }) => {
    if (minutes === null) return nothing('还没有答复')
    const main = sayOfficeTime(minutes)
    return { value: minutes, main, note: answered === null ? '' : `${answered} 件答复`, short: main }
  },
  solved: ({ judged, solved }) => {
    if (!judged) return nothing('还没有评价')
    const main = percent(solved ?? 0, judged)
    return { value: ((solved ?? 0) / judged) * 100, main, note: `${solved ?? 0}/${judged} 件`, short: main }
  },
}

export const sayFigure = (figures: Figures, figure: Figure): Said =>
  figures.hidden.includes(figure) ? untold : sayings[figure](figures)

/** A figure in one line. */
export const sayShort = ({ main, note }: Said): string => (note === '' ? main : `${main}，${note}`)

/** How many records a figure opens; null where they are not told. */
export const recordsOf = (figures: Figures, figure: Figure): number | null =>
  ({
    bookings: figures.bookings,
    noShows: figures.noShows,
    firstAnswer: figures.answered,
    solved: figures.judged,
  })[figure]

/** The figures of a group, or of everything. */
export const figuresIn = ({ total, groups }: Answer, group: string | null): Figures =>
  groups.find(({ key }) => key === group)?.figures ?? total

/** `11月`, `11/21`: what fits below a column. The first month of a year names it. */
const belowColumn = (by: By, key: string): string => {
  const [year = '', month = '', day = ''] = key.split('-')
  if (by === 'month') return month === '01' ? `${year}年1月` : `${Number(month)}月`
  return `${Number(month)}/${Number(day)}`
}

/** The groups as they are drawn: topics by their size without empty ones, time as it goes. */
export const chartItems = ({ groups }: Pick<Answer, 'groups'>, by: By, figure: Figure): CountItem[] => {
  const items = groups.map(({ key, figures }) => {
    const said = sayFigure(figures, figure)
    const of = { key, label: groupLabel(by, key), short: belowColumn(by, key) }
    return { ...of, value: said.value, words: sayShort(said), shortWords: said.short }
  })
  if (by !== 'topic') return items
  const hasAny = new Set(groups.filter(({ figures }) => figures.bookings !== 0).map(({ key }) => key))
  return items.filter(({ key }) => hasAny.has(key)).sort((a, b) => (b.value ?? -1) - (a.value ?? -1))
}
