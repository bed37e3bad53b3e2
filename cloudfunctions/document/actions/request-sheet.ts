import type { Contracts } from '@/domain/contracts'
import { atWallClock, sayDate, sayTime } from '@/domain/time'
import { countVisits } from '../../centre/public'
import { rosterHead } from '../../event/public'
import type { Handler } from '../../kernel/serve'
import { begin, fitting } from './begin-job'

type C = Contracts['document']

export const eventRoster: Handler<C['eventRoster']> = async (call, { requestId, eventId }) => {
  const head = await rosterHead(eventId)
  if (!head) throw call.refusal('notFound')
  const target = { branchIds: head.hostBranchIds }
  call.mustReach(target)
  return begin(call, requestId, {
    kind: 'eventRoster',
    params: { eventId },
    target,
    rows: fitting(call, head.rows),
    what: head.title,
    about: [
      { label: '活动', value: head.title },
      { label: '活动时间', value: `${sayDate(head.startsAt)} ${sayTime(head.startsAt)}` },
      { label: '范围', value: '全部报名，含候补和已取消' },
    ],
  })
}

export const visitDay: Handler<C['visitDay']> = async (call, { requestId, day }) => {
  call.mustReach({})
  return begin(call, requestId, {
    kind: 'visitDay',
    params: { day },
    target: {},
    rows: fitting(call, await countVisits(day)),
    what: day,
    about: [
      { label: '日期', value: `${day} ${sayDate(atWallClock(day, '12:00')).split(' ')[1] ?? ''}` },
      { label: '范围', value: '当天全部预约，含已取消' },
    ],
  })
}
