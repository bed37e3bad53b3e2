/** Collection `outreach`: visits that a team means to pay to an enterprise, and what came of them. */
import type { OutreachState } from '@/domain/enterprise/rules'
import { atWallClock } from '@/domain/time'
import { _, afterCursor, collection, dateCursor, every, pageOf, type Terms } from '../../kernel/db'
import { withFact, type Fact, type WithFacts } from '../../kernel/facts'
import type { EnterpriseDoc } from './enterprises'

export interface Correction {
  at: Date
  /** Member id of who corrected it. */
  by: string
  /** Whether that was who went. */
  own: boolean
  day: string
  note: string
}

export interface OutreachDoc extends WithFacts {
  enterpriseId: string
  /** Counts the visits to the enterprise: the document's key is `<enterprise>:<seq>`. */
  seq: number
  /** By which a repeated planning is known. */
  requestId: string
  teamId: string
  /** `2026-11-21` at the park, and its midnight. */
  day: string
  dayAt: Date
  /** Member id of who goes. */
  by: string
  byName: string
  state: OutreachState
  /** What was said there: for who went and the team's leader. */
  note: string
  plannedBy: string
  writtenAt: Date | null
  /** The instant at which the enterprise counts as met by it. */
  metAt: Date | null
  /** What was written before each correction, and when it was corrected. */
  corrections: Correction[]
  history: { at: Date; by: string; what: string }[]
}

export const outreach = collection<OutreachDoc>('outreach')

const HISTORY = 20
const PAGE = 30
/** A day as it is kept: by name, and as the instant that lists are ordered by. */
export const daysOf = (day: string) => ({ day, dayAt: atWallClock(day, '00:00') })

/** The latest visit to an enterprise, whatever became of it. */
export const latestVisit = async (enterpriseId: string): Promise<OutreachDoc | null> =>
  (await outreach.list({ where: { enterpriseId }, order: [['seq', 'desc']], limit: 1 }))[0] ?? null

export type Plan = Pick<
  OutreachDoc,
  'enterpriseId' | 'requestId' | 'teamId' | 'day' | 'by' | 'byName' | 'plannedBy' | 'seq'
>

/** A visit under the number after the latest: of two plannings at once one adds, and the other finds it there. */
export const newVisit = (plan: Plan, now: Date): OutreachDoc => ({
  ...plan,
  _id: `${plan.enterpriseId}:${plan.seq}`,
  ...daysOf(plan.day),
  state: 'planned',
  note: '',
  writtenAt: null,
  metAt: null,
  corrections: [],
  facts: [],
  history: [{ at: now, by: plan.plannedBy, what: 'planned' }],
})

/** The one write by which a planned visit is written up or cancelled. */
export const endVisit = async (id: string, data: Terms, line: OutreachDoc['history'][number], fact?: Fact) => {
  const history = _.push({ each: [line], slice: -HISTORY })
  const change = { ...data, history, ...(fact ? withFact(fact) : {}) }
  return (await outreach.change({ _id: id, state: 'planned' }, change)) === 1
}

/** A write-up as it should have been. Of two corrections at once the second finds another number of them. */
export const correctWriteUp = async (
  { _id, corrections }: OutreachDoc,
  data: Pick<OutreachDoc, 'note' | 'day' | 'dayAt' | 'metAt'>,
  before: Correction,
  fact: Fact,
): Promise<boolean> => {
  const condition = { _id, state: 'done', corrections: _.size(corrections.length) }
  return (await outreach.change(condition, { ...data, corrections: _.push([before]), ...withFact(fact) })) === 1
}

export interface VisitWithEnterprise extends OutreachDoc {
  enterprise: Pick<EnterpriseDoc, 'name'>[]
}

/** Whose visits are looked at: `all`, or those of some teams together with one person's own. */
export type Reached = 'all' | { teamIds: string[]; by: string }

const within = (reached: Reached): Terms | null => {
  if (reached === 'all') return null
  const { teamIds, by } = reached
  return teamIds.length === 0 ? { by } : (_.or([{ teamId: _.in(teamIds) }, { by }]) as unknown as Terms)
}

/** Visits with the enterprise's name, the latest day first: one round trip. */
export const listVisits = async (reached: Reached, narrowed: Terms, cursor: string | null) => {
  const rows = await outreach.pipeline<VisitWithEnterprise>((start) =>
    start
      .match(every(narrowed, within(reached), afterCursor(cursor, 'dayAt', 'desc')))
      .sort({ dayAt: -1, _id: -1 })
      .limit(PAGE + 1)
      .lookup({ from: 'enterprises', localField: 'enterpriseId', foreignField: '_id', as: 'enterprise' }),
  )
  return pageOf(rows, PAGE, (row) => dateCursor(row.dayAt, row._id))
}

/** Null: of all teams. */
export interface VisitSpan {
  teamId: string | null
  from: Date
  to: Date
}
const visitsIn = ({ teamId, from, to }: VisitSpan): Terms => ({
  ...(teamId === null ? {} : { teamId }),
  dayAt: _.and([_.gte(from), _.lt(to)]),
})

/** Visits of a span of days with the enterprise's name, the earliest first, a part at a time: one round trip. */
export const visitsPart = async (span: VisitSpan, cursor: string | null, size: number) => {
  const rows = await outreach.pipeline<VisitWithEnterprise>((start) =>
    start
      .match(every(visitsIn(span), afterCursor(cursor, 'dayAt', 'asc')))
      .sort({ dayAt: 1, _id: 1 })
      .limit(size + 1)
      .lookup({ from: 'enterprises', localField: 'enterpriseId', foreignField: '_id', as: 'enterprise' }),
  )
  return pageOf(rows, size, (row) => dateCursor(row.dayAt, row._id))
}

export const countVisitsIn = (span: VisitSpan): Promise<number> => outreach.count(visitsIn(span))

const MOST_OF_ONE = 200

export const allVisitsBy = (by: string): Promise<OutreachDoc[]> =>
  outreach.list({ where: { by }, order: [['dayAt', 'desc']], limit: MOST_OF_ONE })

export const renameGoer = (by: string, byName: string): Promise<number> =>
  outreach.change({ by, byName: _.neq(byName) }, { byName })
