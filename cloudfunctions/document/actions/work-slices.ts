/** The work on a sheet, a slice at a time: rows are gathered until there are no more, then the file is made of them. */
import { MAX_ROWS, SLICE_ROWS, isOpen } from '@/domain/document/rules'
import { logChange, logUnexpected } from '../../kernel/log'
import { dropSheet, keepSheet } from '../store/documents'
import {
  advanceJob,
  failJob,
  finishJob,
  getJob,
  isHopeless,
  leaseJob,
  leftJobs,
  releaseJob,
  type JobDoc,
} from '../store/jobs'
import { keepPart, partsOf, removeParts, type PartDoc } from '../store/parts'
import { readSource } from '../store/sources'
import { workbookOf } from '../store/workbook'

/** People that one line of the log names. */
const SUBJECTS_A_LINE = 500

const gather = async (job: JobDoc, now: Date): Promise<JobDoc> => {
  const slice = await readSource(job, job.after, SLICE_ROWS)
  const { rows, next } = await keepPart({ jobId: job._id, nth: job.nth, at: now, ...slice })
  // More may have come since it was asked for, but never so many that the file could not be made.
  const end = job.done + rows.length >= MAX_ROWS
  return advanceJob(job, { rows: rows.length, next: end ? null : next }, now)
}

/**
 * The log says who took whose data away: lines under the job's own key, made of what the parts hold, so that a repetition
 * writes none twice. It is written before the file can be fetched: nothing leaves unlogged.
 */
const logExport = async (job: JobDoc, parts: readonly PartDoc[], now: Date): Promise<void> => {
  const everybody = new Set(parts.flatMap(({ subjects }) => subjects))
  everybody.delete(job.owner)
  const subjects = [...everybody]
  const who = { memberId: job.owner, name: job.ownerName }
  const object = Object.values(job.params).join(' ')
  for (let at = 0; at === 0 || at < subjects.length; at += SUBJECTS_A_LINE) {
    const operation = { what: `document.${job.kind}`, object, subjects: subjects.slice(at, at + SUBJECTS_A_LINE) }
    await logChange(who, now, operation, `${job._id}:${at / SUBJECTS_A_LINE}`)
  }
}

const assemble = async (job: JobDoc, now: Date): Promise<JobDoc> => {
  const parts = await partsOf(job._id, job.nth)
  const rows = parts.flatMap((part) => part.rows)
  const content = await workbookOf({
    ...{ kind: job.kind, title: job.title, about: job.about, by: job.ownerName, at: now, id: job._id },
    rows,
    whole: job.reach === 'all',
  })
  const fileId = await keepSheet(job.secret, content)
  await logExport(job, parts, now)
  const finished = await finishJob(job, { fileId, size: content.length }, now)
  if (finished.state === 'done') await removeParts([job._id])
  // Its person has left for good while it was made.
  else if (!(await getJob(job._id))) await dropSheet(job)
  return finished
}

/**
 * Does one slice of a job as it was read, if nobody else is at it. A slice that goes wrong is left to the next comer, and
 * after a few the job is given up; its person is told by the job, never by an error.
 */
export const workSlice = async (job: JobDoc, now: Date): Promise<JobDoc> => {
  if (!isOpen(job.state)) return job
  if (isHopeless(job)) {
    const failed = await failJob(job, now)
    if (failed.state === 'failed') await removeParts([job._id])
    return failed
  }
  const leased = await leaseJob(job, now)
  if (!leased) return job
  try {
    return await (leased.gathered ? assemble(leased, now) : gather(leased, now))
  } catch (error) {
    logUnexpected(`document.${job.kind}`, job._id, error)
    await releaseJob(leased, now)
    return leased
  }
}

/** Jobs that the timer goes on with in one round, and slices of all of them together. */
const JOBS = 10
const SLICES = 60
/** Milliseconds after which a round begins no further slice: the next minute goes on. */
const ROUND_MS = 35_000

/** Goes on with what nobody watches, a slice of each in turn. */
export const workLeftJobs = async (now: Date): Promise<void> => {
  const begun = performance.now()
  let left = await leftJobs(now, JOBS)
  for (let slices = 0; left.length > 0 && slices < SLICES;) {
    const further: JobDoc[] = []
    for (const job of left) {
      if (performance.now() - begun > ROUND_MS) return
      const worked = await workSlice(job, now)
      slices++
      // One that did not get on waits for the next round.
      if (isOpen(worked.state) && (worked.nth > job.nth || worked.gathered !== job.gathered)) further.push(worked)
    }
    left = further
  }
}
