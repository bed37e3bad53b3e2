/** Two logs: what went wrong, for operators, and who did what, for the people it was done to. */
import { _, afterCursor, collection, dateCursor, every, pageOf, type Stored } from './db'
import type { Actor } from './actor'
import { HOUR } from '@/domain/time'

/** Writes one line for an unexpected error. The request id is all that the person sees of it. */
export const logUnexpected = (where: string, requestId: string, error: unknown): void => {
  const detail =
    error instanceof Error ? { message: error.message, stack: error.stack } : { message: JSON.stringify(error) }
  console.error(JSON.stringify({ level: 'error', where, requestId, ...detail }))
}

/** A desk, staff or editor action, or a look at other people's data: who, what, which object, whom it touched; no content. */
export interface OperationDoc extends Stored {
  at: Date
  by: string
  byName: string
  what: string
  object: string
  subjects: string[]
  /** Of a look that went on for a while: when the last one was. */
  lastAt?: Date
}

const operations = collection<OperationDoc>('operations')

export interface Operation {
  what: string
  object: string
  /** Member ids of the people whose data was read or changed. */
  subjects: readonly string[]
}

/** Who did it, as the log shows them. */
export type Who = Pick<Actor, 'memberId' | 'name'>

/**
 * Records a change. `key` is its natural key: repeating the same change leaves one line.
 */
export const logChange = async (actor: Who, now: Date, operation: Operation, key: string): Promise<void> => {
  await operations.add({
    _id: `${operation.what}:${operation.object}:${key}`.slice(0, 200),
    at: now,
    by: actor.memberId ?? '',
    byName: actor.name,
    what: operation.what,
    object: operation.object,
    subjects: [...operation.subjects],
  })
}

/** Records a look at other people's data: one line per person, thing and hour, in which all who were seen are gathered. */
export const logRead = async (actor: Actor, now: Date, operation: Operation): Promise<void> => {
  const subjects = operation.subjects.filter((subject) => subject !== actor.memberId)
  if (subjects.length === 0) return
  const _id = `${actor.memberId ?? ''}:${operation.what}:${operation.object}:${Math.floor(now.getTime() / HOUR)}`
  const line = {
    _id,
    at: now,
    by: actor.memberId ?? '',
    byName: actor.name,
    what: operation.what,
    object: operation.object,
  }
  // Update first: a desk that polls finds its line there. `lastAt` makes every look a change: the database does not count
  // an update that changes nothing. Two first looks at once: the second add says `exists` and updates.
  const seen = { subjects: _.addToSet({ $each: subjects }), lastAt: now }
  if ((await operations.change({ _id }, seen)) > 0) return
  if ((await operations.add({ ...line, subjects, lastAt: now })) === 'exists') await operations.change({ _id }, seen)
}

const PAGE = 30

/** Who looked at or changed a member's data, newest first. */
export const operationsOn = async (memberId: string, cursor: string | null) => {
  const rows = await operations.list({
    where: every({ subjects: memberId }, afterCursor(cursor, 'at', 'desc')),
    order: [
      ['at', 'desc'],
      ['_id', 'desc'],
    ],
    limit: PAGE + 1,
    without: ['subjects'],
  })
  return pageOf(rows, PAGE, (row) => dateCursor(row.at, row._id))
}
