/** Collection `serviceDays`: when the team sits where, who sits there, and what became of it. */
import type { DayState, DayTimes, Topic } from '@/domain/service/rules'
import { _, afterCursor, collection, dateCursor, every, pageOf, type Terms } from '../../kernel/db'
import { withFact, type Fact, type WithFacts } from '../../kernel/facts'

/** One person at one table, as they were when the day was published. */
export interface Table {
  specialistId: string
  /** The id under which the table's slots are keyed: the person's when the day was published, whatever became of their record. */
  seat: string
  name: string
  title: string
  topics: Topic[]
  /** Who sat here serves the team no longer: nobody does. */
  gone: boolean
}
export interface Place {
  name: string
  address: string
  latitude: number | null
  longitude: number | null
}
export interface ServiceDayDoc extends WithFacts, DayTimes {
  teamId: string
  /** What the team is called; empty while it has no name. */
  teamName: string
  title: string
  state: DayState
  breaks: { from: string; to: string }[]
  startsAt: Date
  endsAt: Date
  place: Place
  tables: Table[]
  /** Of all tables together. */
  topics: Topic[]
  notes: string
  /** How many slots it has. */
  slots: number
  /** The `rev` at which it was published or moved last: reservations and slots of another edition are not its own any more. */
  edition: number
  rev: number
  cancelReason: string
  movedAt: Date | null
  createdBy: string
  history: { at: Date; by: string; what: string }[]
}

/** Tables that somebody sits at. */
export const seated = (tables: readonly Table[]): Table[] =>
  tables.filter(({ specialistId, gone }) => specialistId !== '' && !gone)

export const serviceDays = collection<ServiceDayDoc>('serviceDays')

const without = ['history', 'facts'] as const
const MOST_COMING = 30
const PAGE = 20

/** Days that everybody may know of and that are not over, soonest first. */
export const comingDays = (now: Date): Promise<ServiceDayDoc[]> =>
  serviceDays.list({
    where: { state: _.in(['published', 'cancelled']), endsAt: _.gt(now) },
    order: [
      ['endsAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: MOST_COMING,
    without,
  })

/** Days of these teams in every state. */
export const managedDays = async (
  { when, cursor, teamIds }: { when: 'upcoming' | 'past'; cursor: string | null; teamIds: 'all' | readonly string[] },
  now: Date,
) => {
  const direction = when === 'upcoming' ? 'asc' : 'desc'
  const rows = await serviceDays.list({
    where: every(
      { endsAt: when === 'upcoming' ? _.gte(now) : _.lt(now) },
      teamIds === 'all' ? null : { teamId: _.in([...teamIds]) },
      afterCursor(cursor, 'endsAt', direction),
    ),
    order: [
      ['endsAt', direction],
      ['_id', direction],
    ],
    limit: PAGE + 1,
    without,
  })
  return pageOf(rows, PAGE, (row) => dateCursor(row.endsAt, row._id))
}

/** Published days to come on which a person sits. */
export const daysWith = (specialistId: string, now: Date): Promise<ServiceDayDoc[]> =>
  serviceDays.list({
    where: { 'tables.specialistId': specialistId, state: 'published', endsAt: _.gt(now) },
    order: [['endsAt', 'asc']],
    limit: MOST_COMING,
    without,
  })

export const findDays = (ids: readonly string[]): Promise<ServiceDayDoc[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : serviceDays.list({ where: { _id: _.in([...new Set(ids)]) }, limit: ids.length, without })

const HISTORY = 20

export interface DayChange {
  what: 'changed' | 'published' | 'moved' | 'cancelled'
  by: string
  at: Date
  fact?: Fact
}

const isPlainObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/**
 * The one write of every change of a day: it holds only if the day is still as it was read, so of two planners one wins
 * and the other is asked to look again.
 */
export const changeDay = async (
  read: { _id: string; rev: number },
  data: Terms,
  { what, by, at, fact }: DayChange,
  condition: Terms = {},
): Promise<boolean> => {
  // `_.set` keeps the database from merging nested objects field by field.
  const whole = Object.fromEntries(
    Object.entries(data).map(([field, value]) => [field, isPlainObject(value) ? _.set(value) : value]),
  )
  const updated = await serviceDays.change(
    { _id: read._id, rev: read.rev, ...condition },
    {
      ...whole,
      rev: _.inc(1),
      history: _.push({ each: [{ at, by, what }], slice: -HISTORY }),
      ...(fact ? withFact(fact) : {}),
    },
  )
  return updated === 1
}
