import type { Contracts } from '@/domain/contracts'
import { extentLabels, scopeLabels } from '@/domain/document/labels'
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
      { label: scopeLabels.event, value: head.title },
      { label: scopeLabels.eventTime, value: `${sayDate(head.startsAt)} ${sayTime(head.startsAt)}` },
      { label: scopeLabels.extent, value: extentLabels.eventRoster },
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
      { label: scopeLabels.day, value: `${day} ${sayDate(atWallClock(day, '12:00')).split(' ')[1] ?? ''}` },
      { label: scopeLabels.extent, value: extentLabels.visitDay },
    ],
  })
}
