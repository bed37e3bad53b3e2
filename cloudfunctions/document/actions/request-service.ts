import type { Contracts } from '@/domain/contracts'
import { extentLabels, scopeLabels } from '@/domain/document/labels'
import { byLabels } from '@/domain/figure/labels'
import { periodDecision, type By, type PeriodRefusal } from '@/domain/figure/rules'
import { sayDate } from '@/domain/time'
import { countBooked, countDay } from '../../consultation/public'
import { countVisits } from '../../enterprise/public'
import type { Refusal } from '../../kernel/refusal'
import type { Handler } from '../../kernel/serve'
import { serviceDayById } from '../../service/public'
import { spanOf } from '../store/service-sources'
import { begin, fitting } from './begin-job'

type C = Contracts['document']

interface OfTeam {
  teamId?: string | undefined
  fromMonth: string
  toMonth: string
}
interface Calling {
  mustReach(target: { teamId?: string }): void
  refusal(code: PeriodRefusal): Refusal
}

/** Whose and of when a sheet is, once it is clear that the caller reaches it: without a team only who reaches all does. */
const scopeOf = (call: Calling, { teamId, fromMonth, toMonth }: OfTeam, by: By = 'month') => {
  const target: Record<string, string> = teamId === undefined ? {} : { teamId }
  call.mustReach(target)
  const period = { from: fromMonth, to: toMonth }
  const refusal = periodDecision(period, by)
  if (refusal) throw call.refusal(refusal)
  const months = scopeLabels.months(fromMonth, toMonth)
  return {
    target,
    params: { ...target, fromMonth, toMonth },
    what: months,
    about: [
      { label: scopeLabels.period, value: months },
      { label: scopeLabels.team, value: teamId === undefined ? scopeLabels.allTeams : scopeLabels.ownTeam },
    ],
  }
}

export const consultations: Handler<C['consultations']> = async (call, { requestId, ...wanted }) => {
  const scope = scopeOf(call, wanted)
  const about = [...scope.about, { label: scopeLabels.extent, value: extentLabels.consultations }]
  const rows = fitting(call, await countBooked(spanOf(scope.params)))
  return begin(call, requestId, { ...scope, kind: 'consultations', about, rows })
}

export const serviceDay: Handler<C['serviceDay']> = async (call, { requestId, serviceDayId }) => {
  const [day, rows] = await Promise.all([serviceDayById(serviceDayId), countDay(serviceDayId)])
  if (!day) throw call.refusal('notFound')
  const target = { teamId: day.teamId }
  call.mustReach(target)
  return begin(call, requestId, {
    kind: 'serviceDay',
    params: { serviceDayId },
    target,
    rows: fitting(call, rows),
    what: day.title,
    about: [
      { label: scopeLabels.serviceDay, value: `${day.title}，${sayDate(day.startsAt)}，${day.place.name}` },
      { label: scopeLabels.extent, value: extentLabels.serviceDay },
    ],
  })
}

export const outreach: Handler<C['outreach']> = async (call, { requestId, ...wanted }) => {
  const scope = scopeOf(call, wanted)
  const about = [...scope.about, { label: scopeLabels.extent, value: extentLabels.outreach }]
  const rows = fitting(call, await countVisits(spanOf(scope.params)))
  return begin(call, requestId, { ...scope, kind: 'outreach', about, rows })
}

export const figures: Handler<C['figures']> = async (call, { requestId, by, ...wanted }) => {
  const scope = scopeOf(call, wanted, by)
  const about = [
    ...scope.about,
    { label: scopeLabels.groups, value: byLabels[by] },
    { label: scopeLabels.method, value: scopeLabels.methodWords },
  ]
  return begin(call, requestId, { ...scope, params: { ...scope.params, by }, kind: 'figures', about, rows: 0 })
}
