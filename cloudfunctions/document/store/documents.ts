/** Collection `documents`, and the files of jobs: what was made for somebody, until it is swept. */
import type { DocumentKind } from '@/domain/document/rules'
import { DAY } from '@/domain/time'
import { _, cloud, collection, type Stored } from '../../kernel/db'
import { randomId } from '../../kernel/secrets'
import { fileIdOf } from '../../file/public'
import { endingJobs, expireJob, jobsOf, removeJobs, type JobDoc } from './jobs'
import { removeParts } from './parts'

interface DocumentDoc extends Stored {
  kind: DocumentKind
  owner: string
  fileId: string
  at: Date
}

const documents = collection<DocumentDoc>('documents')

/** Made anew at any time, so it is kept only as long as somebody may still be opening it. */
const KEPT_MS = DAY
const SWEEP = 50
const SECRET_LENGTH = 24

/**
 * Keeps a file and notes it for the sweeper.
 *
 * @returns its file id. The name cannot be guessed; the file is read through short-lived addresses alone.
 */
export const keepDocument = async (
  content: Buffer,
  { kind, owner, at }: Pick<DocumentDoc, 'kind' | 'owner' | 'at'>,
): Promise<string> => {
  const _id = randomId(SECRET_LENGTH)
  const { fileID } = await cloud.uploadFile({ cloudPath: `documents/${_id}.pdf`, fileContent: content })
  await documents.add({ _id, kind, owner, fileId: fileID, at })
  return fileID
}

/** Deletes what nobody needs any more. The note goes last: what was interrupted is found again. */
export const sweepDocuments = async (now: Date): Promise<void> => {
  const old = await documents.list({ where: { at: _.lt(new Date(now.getTime() - KEPT_MS)) }, limit: SWEEP })
  if (old.length === 0) return
  await cloud.deleteFile({ fileList: old.map(({ fileId }) => fileId) })
  await documents.remove({ _id: _.in(old.map(({ _id }) => _id)) })
}

const sheetPath = (secret: string): string => `documents/${secret}.xlsx`

/** Keeps a sheet's file under its job's secret. @returns its file id */
export const keepSheet = async (secret: string, content: Buffer): Promise<string> => {
  const { fileID } = await cloud.uploadFile({ cloudPath: sheetPath(secret), fileContent: content })
  return fileID
}

/** Deletes a file whose job is gone, with the rows that it was made of. */
export const dropSheet = async ({ _id, secret }: Pick<JobDoc, '_id' | 'secret'>): Promise<void> => {
  await cloud.deleteFile({ fileList: [await fileIdOf({ cloudPath: sheetPath(secret) })] })
  await removeParts([_id])
}

/** Deletes the files and rows of jobs. One whose worker died may have a file that it does not know of. */
const discard = async (ending: readonly JobDoc[]): Promise<void> => {
  const made = ending.filter(({ gathered, state }) => gathered && state !== 'expired')
  const fileList = await Promise.all(made.map(({ secret }) => fileIdOf({ cloudPath: sheetPath(secret) })))
  if (fileList.length > 0) await cloud.deleteFile({ fileList })
  if (ending.length > 0) await removeParts(ending.map(({ _id }) => _id))
}

/** Takes files away whose day is over, and traces whose month is. The job goes last: what was interrupted is found again. */
export const sweepJobs = async (now: Date): Promise<void> => {
  const ending = await endingJobs(now, SWEEP)
  await discard(ending)
  for (const job of ending) if (job.state !== 'expired') await expireJob(job, now)
  const gone = ending.filter(({ state }) => state === 'expired')
  if (gone.length > 0) await removeJobs(gone.map(({ _id }) => _id))
}

/** Takes away everything that was made for a person. */
export const sweepJobsOf = async (owner: string): Promise<void> => {
  for (;;) {
    const { rows } = await jobsOf(owner, null, SWEEP)
    if (rows.length === 0) return
    await discard(rows)
    await removeJobs(rows.map(({ _id }) => _id))
  }
}
