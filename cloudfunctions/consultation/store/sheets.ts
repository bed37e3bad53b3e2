/** Consultations as sheets take them, a part at a time: who, when, topic and state, and nothing of what was said. */
import { MODES } from '@/domain/consultation/rules'
import { _, afterCursor, dateCursor, every, pageOf, type Terms } from '../../kernel/db'
import { consultations } from './consultations'
import type { ConsultationDoc } from './document'

/** What no sheet shows: it is not even read. */
const CONFIDENTIAL = [
  ...(['question', 'files', 'history', 'requests', 'looks', 'facts'] as const),
  ...(['rating', 'problem', 'nextStep', 'transfer'] as const),
] satisfies (keyof ConsultationDoc)[]
export type SheetRow = Omit<ConsultationDoc, (typeof CONFIDENTIAL)[number]>

export interface Booked {
  /** Null: of all teams. */
  teamId: string | null
  from: Date
  to: Date
}
const bookedIn = ({ teamId, from, to }: Booked): Terms => ({
  ...(teamId === null ? {} : { teamId }),
  mode: _.in([...MODES]),
  bookedAt: _.and([_.gte(from), _.lt(to)]),
})
const ofDay = (dayId: string): Terms => ({ dayId, startsAt: _.gt(new Date(0)) })

const part = async (where: Terms, field: 'bookedAt' | 'startsAt', after: string | null, size: number) => {
  const rows: SheetRow[] = await consultations.list({
    where: every(where, afterCursor(after, field, 'asc')),
    order: [
      [field, 'asc'],
      ['_id', 'asc'],
    ],
    limit: size + 1,
    without: CONFIDENTIAL,
  })
  return pageOf(rows, size, (row) => dateCursor(row[field] ?? row.bookedAt, row._id))
}

/** What was booked in a span of time, the earliest booking first. */
export const bookedPart = (span: Booked, after: string | null, size: number) =>
  part(bookedIn(span), 'bookedAt', after, size)
export const countBookedIn = (span: Booked): Promise<number> => consultations.count(bookedIn(span))

/** What was booked for a service day, in order of the slots. */
export const dayPart = (dayId: string, after: string | null, size: number) =>
  part(ofDay(dayId), 'startsAt', after, size)
export const countOfDay = (dayId: string): Promise<number> => consultations.count(ofDay(dayId))
