import type { Contracts } from '@/domain/contracts'
import { byLabels } from '@/domain/figure/labels'
import { periodDecision, type By, type PeriodRefusal } from '@/domain/figure/rules'
import { lengthOf } from '@/domain/period'
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
  const months = lengthOf(period) === 1 ? fromMonth : `${fromMonth} 至 ${toMonth}`
  return {
    target,
    params: { ...target, fromMonth, toMonth },
    what: months,
    about: [
      { label: '时间', value: months },
      { label: '小分队', value: teamId === undefined ? '全部' : '您所带的小分队' },
    ],
  }
}

export const consultations: Handler<C['consultations']> = async (call, { requestId, ...wanted }) => {
  const scope = scopeOf(call, wanted)
  const about = [...scope.about, { label: '范围', value: '这段时间预约的全部咨询，含已取消；不含问题和沟通内容' }]
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
      { label: '服务日', value: `${day.title}，${sayDate(day.startsAt)}，${day.place.name}` },
      { label: '范围', value: '全部预约，含已取消；不含问题和沟通内容' },
    ],
  })
}

export const outreach: Handler<C['outreach']> = async (call, { requestId, ...wanted }) => {
  const scope = scopeOf(call, wanted)
  const about = [...scope.about, { label: '范围', value: '这段时间的全部走访，含已取消；不含走访记录内容' }]
  const rows = fitting(call, await countVisits(spanOf(scope.params)))
  return begin(call, requestId, { ...scope, kind: 'outreach', about, rows })
}

export const figures: Handler<C['figures']> = async (call, { requestId, by, ...wanted }) => {
  const scope = scopeOf(call, wanted, by)
  const about = [
    ...scope.about,
    { label: '分组', value: byLabels[by] },
    { label: '口径', value: '按预约时间统计服务日咨询，不含已取消；首次答复按工作时间计算，取中位数' },
  ]
  return begin(call, requestId, { ...scope, params: { ...scope.params, by }, kind: 'figures', about, rows: 0 })
}
