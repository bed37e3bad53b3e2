import type { OutputFor } from '@/domain/contracts'
import { groupLabel, sayOfficeTime, SUPPRESSED } from '@/domain/figure/labels'
import type { By, Figure } from '@/domain/figure/rules'
import type { CountItem } from '@/ui/count-chart'

export type Answer = OutputFor<'figure.service'>
type Figures = Answer['total']

/** A figure of a group: what is drawn, and how it is said, in full and in little room. */
interface Said {
  value: number | null
  words: string
  short: string
}

const percent = (part: number, whole: number): string => `${Math.round((part / whole) * 100)}%`
const untold: Said = { value: null, words: SUPPRESSED, short: '—' }
const nothing = (words: string): Said => ({ value: 0, words, short: '' })
const counted = (count: number, words = `${count} 件`): Said => ({ value: count, words, short: String(count) })

const sayings: Record<Figure, (figures: Figures) => Said> = {
  bookings: ({ bookings }) => counted(bookings ?? 0),
  noShows: ({ noShows, bookings }) =>
    bookings && noShows ? counted(noShows, `${noShows} 件，占 ${percent(noShows, bookings)}`) : counted(noShows ?? 0),
  firstAnswer: ({ firstAnswerMinutes: minutes }) =>
    minutes === null
      ? nothing('还没有答复')
      : { value: minutes, words: sayOfficeTime(minutes), short: sayOfficeTime(minutes) },
  solved: ({ judged, solved }) => {
    if (!judged) return nothing('还没有评价')
    const share = percent(solved ?? 0, judged)
    return { value: ((solved ?? 0) / judged) * 100, words: `${share}（${solved ?? 0}/${judged}）`, short: share }
  },
}

export const sayFigure = (figures: Figures, figure: Figure): Said =>
  figures.hidden.includes(figure) ? untold : sayings[figure](figures)

/** `11月`, `11/21`: what fits below a column. The first month of a year names it. */
const belowColumn = (by: By, key: string): string => {
  const [year = '', month = '', day = ''] = key.split('-')
  if (by === 'month') return month === '01' ? `${year}年1月` : `${Number(month)}月`
  return `${Number(month)}/${Number(day)}`
}

/** The groups as they are drawn: topics by their size without empty ones, time as it goes. */
export const chartItems = ({ groups }: Pick<Answer, 'groups'>, by: By, figure: Figure): CountItem[] => {
  const items = groups.map(({ key, figures }) => {
    const { value, words, short } = sayFigure(figures, figure)
    return { key, label: groupLabel(by, key), value, words, shortWords: short, short: belowColumn(by, key) }
  })
  if (by !== 'topic') return items
  const hasAny = new Set(groups.filter(({ figures }) => figures.bookings !== 0).map(({ key }) => key))
  return items.filter(({ key }) => hasAny.has(key)).sort((a, b) => (b.value ?? -1) - (a.value ?? -1))
}
