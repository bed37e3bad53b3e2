import { scopesReached } from '@/domain/access'
import { documentKindLabels } from '@/domain/document/labels'
import { HOMES, MAX_OPEN, MAX_ROWS, type SheetKind } from '@/domain/document/rules'
import type { Allow } from '@/domain/kit'
import type { Actor } from '../../kernel/actor'
import type { Refusal } from '../../kernel/refusal'
import { derivedId } from '../../kernel/secrets'
import { addJob, countOpen, getJob, type JobDoc, type NewJob } from '../store/jobs'
import { jobView } from '../store/views'

const ID_LENGTH = 26

interface Asking {
  actor: Actor & { memberId: string }
  now: Date
  allow: Allow
  refusal(code: 'tooManyOpen', detail?: Record<string, number>): Refusal
}
interface Counting {
  refusal(code: 'tooManyRows', detail?: Record<string, number>): Refusal
}

/** Refuses what has more rows than a file can be made of. @returns how many it has */
export const fitting = (call: Counting, rows: number): number => {
  if (rows > MAX_ROWS) throw call.refusal('tooManyRows', { most: MAX_ROWS })
  return rows
}

interface Sheet extends Pick<NewJob, 'kind' | 'params' | 'about' | 'target'> {
  /** What it is about, as people name it. */
  what: string
  /** How many rows it has at this moment. */
  rows: number
}

const titleOf = (kind: SheetKind, what: string): string => `${documentKindLabels[kind]}·${what}`

const standingJob = async (call: Asking, id: string): Promise<JobDoc> => {
  const standing = await getJob(id)
  if (standing) return standing
  throw call.refusal('tooManyOpen', { most: MAX_OPEN })
}

/** Begins a sheet, or gives the one that this request has begun before. Whoever calls has seen that the caller reaches it. */
export const begin = async (call: Asking, requestId: string, sheet: Sheet) => {
  const { kind, params, what, about, target, rows } = sheet
  const owner = call.actor.memberId
  const _id = derivedId(ID_LENGTH, owner, requestId)
  if ((await countOpen(owner)) >= MAX_OPEN) return jobView(await standingJob(call, _id))
  const reach = scopesReached(call.allow, call.actor, HOMES[kind])
  const mine = { _id, owner, ownerName: call.actor.name, reach, total: rows }
  return jobView(await addJob({ ...mine, kind, params, title: titleOf(kind, what), about, target }, call.now))
}
