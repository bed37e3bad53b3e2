import { scopesReached } from '@/domain/access'
import type { Contracts } from '@/domain/contracts'
import { figure as contract } from '@/domain/figure/contract'
import { exactFigures, groupRange, periodDecision, publicFigures, type By } from '@/domain/figure/rules'
import { wholeQuarters, type Period } from '@/domain/period'
import { dayKey, monthRange } from '@/domain/time'
import { figureRecords, figureRows } from '../consultation/public'
import type { Actor } from '../kernel/actor'
import { logRead } from '../kernel/log'
import type { Actions, Handler } from '../kernel/serve'
import { isWorkingDay } from '../kernel/working-days'

type C = Contracts['figure']

/** The teams whose records somebody may open: all, some, or none. */
const teamsOf = (actor: Actor): 'all' | string[] => scopesReached(contract.records.allow, actor, 'team')

const spanOf = ({ from, to }: Period) => ({ from: monthRange(from).from, to: monthRange(to).to })

const service: Handler<C['service']> = async (call, { by, fromMonth, toMonth }) => {
  const wanted = { from: fromMonth, to: toMonth }
  const refusal = periodDecision(wanted, by)
  if (refusal) throw call.refusal(refusal)
  const teams = teamsOf(call.actor)
  const exact = teams === 'all' || teams.length > 0
  const period = exact ? wanted : wholeQuarters(wanted)
  // Whoever sees some teams as they are must not learn the others from the difference to all of them.
  const of = teams === 'all' || !exact ? 'zone' : 'teams'
  const rows = await figureRows({ ...spanOf(period), by, teams: exact ? teams : 'all' })
  const asked = { by, period, today: dayKey(call.now), isWorkingDay }
  const answer = exact ? exactFigures(rows, asked) : publicFigures(rows, asked)
  return { now: call.now, of, exact, ...period, ...answer }
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
