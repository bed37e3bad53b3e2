import { scopesReached, type Target } from '@/domain/access'
import type { Contracts } from '@/domain/contracts'
import { documentKindLabels } from '@/domain/document/labels'
import { MAX_OPEN, MAX_ROWS, type SheetKind } from '@/domain/document/rules'
import type { Allow } from '@/domain/kit'
import { atWallClock, sayDate, sayTime } from '@/domain/time'
import { countVisits } from '../../centre/public'
import { rosterHead } from '../../event/public'
import type { Actor } from '../../kernel/actor'
import type { Refusal } from '../../kernel/refusal'
import { derivedId } from '../../kernel/secrets'
import type { Handler } from '../../kernel/serve'
import { addJob, countOpen, getJob, type JobDoc, type NewJob } from '../store/jobs'
import { jobView } from '../store/views'

type C = Contracts['document']

const ID_LENGTH = 26

interface Asking {
  actor: Actor & { memberId: string }
  now: Date
  allow: Allow
  refusal(code: 'tooManyOpen' | 'tooManyRows', detail?: Record<string, number>): Refusal
}

interface Sheet extends Pick<NewJob, 'params' | 'title' | 'about' | 'target'> {
  kind: SheetKind
  rows: number
}

/** Begins a sheet, or gives the one that this request has begun before. Whoever calls has seen that the caller reaches it. */
const begin = async (call: Asking, requestId: string, sheet: Sheet): Promise<JobDoc> => {
  const { kind, params, title, about, target, rows } = sheet
  const owner = call.actor.memberId
  const _id = derivedId(ID_LENGTH, owner, requestId)
  const underWay = await countOpen(owner)
  if (underWay >= MAX_OPEN) {
    const standing = await getJob(_id)
    if (standing) return standing
    throw call.refusal('tooManyOpen', { most: MAX_OPEN })
  }
  if (rows > MAX_ROWS) throw call.refusal('tooManyRows', { most: MAX_ROWS })
  const reach = scopesReached(call.allow, call.actor, 'branch')
  const begun = { _id, owner, ownerName: call.actor.name, kind, params, title, about, target, reach, total: rows }
  return addJob(begun, call.now)
}

const titled = (kind: SheetKind, what: string): string => `${documentKindLabels[kind]}·${what}`

export const eventRoster: Handler<C['eventRoster']> = async (call, { requestId, eventId }) => {
  const head = await rosterHead(eventId)
  if (!head) throw call.refusal('notFound')
  const target: Target = { branchIds: head.hostBranchIds }
  call.mustReach(target)
  const job = await begin(call, requestId, {
    kind: 'eventRoster',
    params: { eventId },
    target,
    rows: head.rows,
    title: titled('eventRoster', head.title),
    about: [
      { label: '活动', value: head.title },
      { label: '活动时间', value: `${sayDate(head.startsAt)} ${sayTime(head.startsAt)}` },
      { label: '范围', value: '全部报名，含候补和已取消' },
    ],
  })
  return jobView(job)
}

export const visitDay: Handler<C['visitDay']> = async (call, { requestId, day }) => {
  call.mustReach({})
  const job = await begin(call, requestId, {
    kind: 'visitDay',
    params: { day },
    target: {},
    rows: await countVisits(day),
    title: titled('visitDay', day),
    about: [
      { label: '日期', value: `${day} ${sayDate(atWallClock(day, '12:00')).split(' ')[1] ?? ''}` },
      { label: '范围', value: '当天全部预约，含已取消' },
    ],
  })
  return jobView(job)
}
