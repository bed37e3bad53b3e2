/** Consultations added up for figures, and the records behind them. Guidance over several meetings is counted nowhere here. */
import type { By, Figure, FigureRow } from '@/domain/figure/rules'
import { _, afterCursor, dateCursor, every, pageOf, type Terms } from '../../kernel/db'
import { consultations } from './consultations'
import type { ConsultationDoc } from './document'

export type Teams = 'all' | readonly string[]
interface Span {
  from: Date
  to: Date
  teams: Teams
}

const within = ({ from, to, teams }: Span): Terms => ({
  ...(teams === 'all' ? {} : { teamId: _.in([...teams]) }),
  bookedAt: _.and([_.gte(from), _.lt(to)]),
  mode: 'slot',
  state: _.neq('cancelled'),
})

/** Groups of one answer at most: three months by day have 92, a month by topic and day 310. */
const MOST_GROUPS = 1000
const EPOCH = new Date(0)
const milliseconds = (field: string) => ({ $subtract: [field, EPOCH] })
const oneIf = (condition: unknown) => ({ $sum: { $cond: [condition, 1, 0] } })
const parkTime = (format: string) => ({ $dateToString: { date: '$bookedAt', format, timezone: '+08:00' } })

/** What of a consultation tells groups apart: a topic, a day, a month, or each topic of each day. */
export type Apart = By | 'topicAndDay'
const apart: Record<Apart, Record<string, unknown>> = {
  topic: { topic: '$topic' },
  day: { when: parkTime('%Y-%m-%d') },
  month: { when: parkTime('%Y-%m') },
  topicAndDay: { when: parkTime('%Y-%m-%d'), topic: '$topic' },
}

interface Grouped extends Omit<FigureRow, 'when' | 'topic' | 'answers'> {
  _id: { when?: string; topic?: string }
  answers: [booked: number, answered: number | null][]
}

/** Adds up what was booked in a span of time: one round trip, however many there are. */
export const countBookings = async ({ by, ...span }: Span & { by: Apart }): Promise<FigureRow[]> => {
  const rows = await consultations.pipeline<Grouped>((start) =>
    start
      .match(within(span))
      .group({
        _id: apart[by],
        bookings: { $sum: 1 },
        noShows: oneIf({ $eq: ['$state', 'noShow'] }),
        judged: oneIf({ $in: ['$verdict', ['solved', 'partly', 'notSolved']] }),
        solved: oneIf({ $eq: ['$verdict', 'solved'] }),
        // The middle of office hours needs each: two numbers a consultation.
        answers: { $push: [milliseconds('$bookedAt'), milliseconds('$firstAnswerAt')] },
      })
      .limit(MOST_GROUPS),
  )
  return rows.map(({ _id, answers, ...counts }) => ({
    ...counts,
    when: _id.when ?? '',
    topic: _id.topic ?? '',
    answers: answers.flatMap(([booked, answered]) => (answered === null ? [] : [[booked, answered] as const])),
  }))
}

const COUNTED: Record<Figure, () => Terms> = {
  bookings: () => ({}),
  noShows: () => ({ state: 'noShow' }),
  firstAnswer: () => ({ firstAnswerAt: _.neq(null) }),
  solved: () => ({ verdict: _.neq(null) }),
}

const PAGE = 30

/** The consultations that a figure counts, the newest booking first. */
export const countedBookings = async (
  { topic, figure, ...span }: Span & { topic: string | null; figure: Figure },
  cursor: string | null,
) => {
  const counted = every(within(span), COUNTED[figure](), topic === null ? null : { topic })
  const rows = await consultations.list({
    where: every(counted, afterCursor(cursor, 'bookedAt', 'desc')),
    order: [
      ['bookedAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit: PAGE + 1,
    without: ['question', 'files', 'history', 'requests', 'looks', 'facts'] satisfies (keyof ConsultationDoc)[],
  })
  return pageOf(rows, PAGE, (row) => dateCursor(row.bookedAt, row._id))
}
