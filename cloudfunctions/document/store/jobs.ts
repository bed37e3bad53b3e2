/**
 * Collection `jobs`: sheets that somebody asked for, and how far each is. A job is worked on in slices under a lease, which
 * is one conditional update: of two workers one holds it, and what a worker that died held is free again when the lease
 * has run out. A finished slice is written down by moving `nth` on, under the lease it was made with.
 */
import type { Target } from '@/domain/access'
import { FILE_KEPT_MS, MAX_TRIES, OPEN_STATES, TRACE_KEPT_MS, type JobState, type Reach } from '@/domain/document/rules'
import type { SheetKind } from '@/domain/document/rules'
import { MINUTE } from '@/domain/time'
import { _, afterCursor, collection, dateCursor, every, pageOf, type Terms } from '../../kernel/db'
import { newFact, withFact, type Fact, type WithFacts } from '../../kernel/facts'
import { randomId } from '../../kernel/secrets'

export interface JobDoc extends WithFacts {
  owner: string
  ownerName: string
  kind: SheetKind
  params: Record<string, string>
  title: string
  /** What of the source was chosen, in words, for the sheet that says how the file was made. */
  about: { label: string; value: string }[]
  /** What its owner has to reach, still, when they fetch it. */
  target: Target
  /** Whose data stands in it whole. */
  reach: Reach
  /** The caller's place in the source whose rows the next slice begins behind; null at the beginning. */
  after: string | null
  /** Slices that are finished. */
  nth: number
  /** No row is left to gather: the next slice makes the file. */
  gathered: boolean
  state: JobState
  done: number
  total: number
  /** Slices begun since the last that was finished. */
  tries: number
  lease: { by: string; until: Date }
  /** The file's name in the storage, which cannot be guessed; the same at every try, so that no try leaves a file behind. */
  secret: string
  fileId: string
  size: number
  at: Date
  finishedAt: Date | null
  /** When the file goes; of an expired job, when its trace goes. */
  expiresAt: Date
  /** When its owner was told the end of it, by a page of theirs. */
  seenAt: Date | null
}

const jobs = collection<JobDoc>('jobs')
export const getJob = (id: string): Promise<JobDoc | null> => jobs.get(id)

/** Longer than a function may run: who holds an older lease is dead. */
export const LEASE_MS = 1.5 * MINUTE
/** A job that nobody has worked on for so long is watched by nobody. */
const LEFT_MS = MINUTE / 4
const SECRET_LENGTH = 24
const PAGE = 20
const open = () => _.in([...OPEN_STATES])

export type NewJob = Pick<
  JobDoc,
  '_id' | 'owner' | 'ownerName' | 'kind' | 'params' | 'title' | 'about' | 'target' | 'reach' | 'total'
>

/** Adds a job under the id of its request, and gives the one that stands there. */
export const addJob = async (begun: NewJob, now: Date): Promise<JobDoc> => {
  const job: JobDoc = {
    ...begun,
    ...{ after: null, nth: 0, gathered: false, state: 'waiting', done: 0, tries: 0 },
    ...{ lease: { by: '', until: now }, secret: randomId(SECRET_LENGTH), fileId: '', size: 0 },
    ...{ at: now, finishedAt: null, expiresAt: new Date(now.getTime() + FILE_KEPT_MS), seenAt: null, facts: [] },
  }
  return (await jobs.add(job)) === 'added' ? job : ((await jobs.get(job._id)) ?? job)
}

export const countOpen = (owner: string): Promise<number> => jobs.count({ owner, state: open() })

/** A person's own jobs, newest first. */
export const jobsOf = async (owner: string, cursor: string | null, size = PAGE) => {
  const rows = await jobs.list({
    where: every({ owner }, afterCursor(cursor, 'at', 'desc')),
    order: [
      ['at', 'desc'],
      ['_id', 'desc'],
    ],
    limit: size + 1,
  })
  return pageOf(rows, size, (row) => dateCursor(row.at, row._id))
}

/** Jobs under way that nobody watches, the one that has waited longest first. */
export const leftJobs = (now: Date, limit: number): Promise<JobDoc[]> =>
  jobs.list({
    where: { state: open(), 'lease.until': _.lt(new Date(now.getTime() - LEFT_MS)) },
    order: [['lease.until', 'asc']],
    limit,
  })

/**
 * Takes the lease for the next slice of a job as it was read; null when somebody else is at it or has finished that slice.
 */
export const leaseJob = async (job: JobDoc, now: Date): Promise<JobDoc | null> => {
  const lease = { by: randomId(), until: new Date(now.getTime() + LEASE_MS) }
  // `nth` and `gathered` as they were read: a slice that another worker finished since is not made twice.
  const condition = { _id: job._id, state: open(), nth: job.nth, gathered: job.gathered, 'lease.until': _.lte(now) }
  const taken = await jobs.change(condition, { state: 'running', lease: _.set(lease), tries: _.inc(1) })
  return taken === 1 ? { ...job, state: 'running', lease, tries: job.tries + 1 } : null
}

/** The one write of a worker who holds the lease; false when the lease has gone to somebody else. */
const changeLeased = async (job: JobDoc, data: Terms): Promise<boolean> =>
  (await jobs.change({ _id: job._id, state: 'running', 'lease.by': job.lease.by }, data)) === 1

const freed = (now: Date) => ({ by: '', until: now })

/** Notes a finished slice and lets go of the lease. */
export const advanceJob = async (
  job: JobDoc,
  slice: { rows: number; next: string | null },
  now: Date,
): Promise<JobDoc> => {
  const step = { after: slice.next, gathered: slice.next === null, tries: 0 }
  const lease = freed(now)
  const data = { ...step, lease: _.set(lease), nth: _.inc(1), done: _.inc(slice.rows) }
  if (!(await changeLeased(job, data))) return job
  return { ...job, ...step, lease, nth: job.nth + 1, done: job.done + slice.rows }
}

/** The fact that a job has come to its end; its owner is told of it unless a page of theirs has shown it by then. */
export type EndFact = Fact<'documentEnded', { jobId: string }>
const ended = (job: JobDoc, now: Date): EndFact => newFact('documentEnded', { jobId: job._id }, now)

/** The file is there. */
export const finishJob = async (job: JobDoc, file: { fileId: string; size: number }, now: Date): Promise<JobDoc> => {
  const end = { state: 'done' as const, ...file, finishedAt: now, expiresAt: new Date(now.getTime() + FILE_KEPT_MS) }
  const written = await changeLeased(job, { ...end, lease: _.set(freed(now)), ...withFact(ended(job, now)) })
  return written ? { ...job, ...end } : job
}

/** Lets go of the lease after a slice that went wrong; the next comer tries it again. */
export const releaseJob = (job: JobDoc, now: Date): Promise<boolean> => changeLeased(job, { lease: _.set(freed(now)) })

export const isHopeless = (job: JobDoc): boolean => job.tries >= MAX_TRIES

/** Gives a job up. Whoever holds a lease on it still has time to finish: then it is not given up. */
export const failJob = async (job: JobDoc, now: Date): Promise<JobDoc> => {
  const end = { state: 'failed' as const, finishedAt: now }
  const condition = { _id: job._id, state: open(), nth: job.nth, 'lease.until': _.lte(now) }
  const written = await jobs.change(condition, { ...end, ...withFact(ended(job, now)) })
  return written === 1 ? { ...job, ...end } : job
}

/** Notes that a page has shown its owner how these ended. */
export const noteSeen = async (shown: readonly JobDoc[], now: Date): Promise<void> => {
  const fresh = shown.filter(({ finishedAt, seenAt }) => finishedAt !== null && seenAt === null)
  if (fresh.length > 0) await jobs.change({ _id: _.in(fresh.map(({ _id }) => _id)) }, { seenAt: now })
}

// ── the end of the file, and of the trace ───────────────────────────────────────────────────────

export const endingJobs = (now: Date, limit: number): Promise<JobDoc[]> =>
  jobs.list({ where: { expiresAt: _.lt(now), 'lease.until': _.lte(now) }, order: [['expiresAt', 'asc']], limit })

/** The file is gone; that there was one can still be seen. */
export const expireJob = (job: JobDoc, now: Date): Promise<number> =>
  jobs.change(
    { _id: job._id, state: _.neq('expired') },
    { state: 'expired', fileId: '', expiresAt: new Date(now.getTime() + TRACE_KEPT_MS) },
  )

export const removeJobs = (ids: readonly string[]): Promise<number> => jobs.remove({ _id: _.in([...ids]) })

export const moveJobs = (from: string, to: string): Promise<number> => jobs.change({ owner: from }, { owner: to })
