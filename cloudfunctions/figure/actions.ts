import { scopesReached } from '@/domain/access'
import type { Contracts } from '@/domain/contracts'
import { figure as contract } from '@/domain/figure/contract'
import { exactFigures, groupRange, periodDecision, type By } from '@/domain/figure/rules'
import { quarterOf, type Period } from '@/domain/period'
import { publicFigures, publishedAt, publishedPart } from '@/domain/published-figures'
import { dayKey, monthRange } from '@/domain/time'
import { figureRecords, figureRows } from '../consultation/public'
import type { Actor } from '../kernel/actor'
import { logRead } from '../kernel/log'
import type { Refusal } from '../kernel/refusal'
import type { Actions, Handler } from '../kernel/serve'
import { isWorkingDay } from '../kernel/working-days'
import { fixed } from './actions/fix-quarters'

type C = Contracts['figure']

/** The teams whose records somebody may open: all, some, or none. */
const teamsOf = (actor: Actor): 'all' | string[] => scopesReached(contract.records.allow, actor, 'team')

interface Asking {
  now: Date
  refusal(code: 'notPublished', detail: Record<string, number>): Refusal
}
interface Wanted {
  by: By
  period: Period
}

const spanOf = ({ from, to }: Period) => ({ from: monthRange(from).from, to: monthRange(to).to })

/** Of everything, or of the caller's teams, as it is at this moment. */
const exactly = async ({ now }: Asking, { by, period, teams }: Wanted & { teams: 'all' | string[] }) => {
  const rows = await figureRows({ ...spanOf(period), by, teams })
  const answer = exactFigures(rows, { by, period, today: dayKey(now), isWorkingDay })
  // Whoever sees some teams as they are must not learn the others from the difference to all of them.
  return { now, of: teams === 'all' ? ('zone' as const) : ('teams' as const), exact: true, ...period, ...answer }
}

/** Of everything, as it was published. */
const publicly = async (call: Asking, { by, period: wanted }: Wanted) => {
  const { now } = call
  const period = publishedPart(wanted, now)
  if (!period) throw call.refusal('notPublished', { at: publishedAt(quarterOf(wanted.from)).getTime() })
  const answer = publicFigures(await fixed(period, now), { by, period })
  return { now, of: 'zone' as const, exact: false, ...period, ...answer }
}

const service: Handler<C['service']> = async (call, { by, fromMonth, toMonth }) => {
  const period = { from: fromMonth, to: toMonth }
  const refusal = periodDecision(period, by)
  if (refusal) throw call.refusal(refusal)
  const teams = teamsOf(call.actor)
  const exact = teams === 'all' || teams.length > 0
  return exact ? exactly(call, { by, period, teams }) : publicly(call, { by, period })
}

const records: Handler<C['records']> = async (call, { fromMonth, toMonth, by, group, figure, cursor }) => {
  const period = { from: fromMonth, to: toMonth }
  const refusal = periodDecision(period, by)
  if (refusal) throw call.refusal(refusal)
  const range = groupRange(by, group, period)
  if (!range) throw call.refusal('notFound')
  const { items, nextCursor, subjects } = await figureRecords(
    { ...range, teams: teamsOf(call.actor), figure },
    cursor,
    call.now,
  )
  await logRead(call.actor, call.now, { what: 'figure.records', object: objectOf(by, group, period), subjects })
  return { items, nextCursor }
}

/** What was looked at, for the log. */
const objectOf = (by: By, group: string | null, { from, to }: Period): string => `${by}:${group ?? 'all'}:${from}:${to}`

export const actions: Actions<C> = { service, records }
