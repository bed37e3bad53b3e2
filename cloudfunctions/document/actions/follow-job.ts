import { reaches } from '@/domain/access'
import type { Contracts } from '@/domain/contracts'
import { document as contract } from '@/domain/document/contract'
import { isOpen } from '@/domain/document/rules'
import { temporaryUrls } from '../../file/public'
import type { Handler } from '../../kernel/serve'
import { getJob, jobsOf, noteSeen } from '../store/jobs'
import { fileNameOf, jobView } from '../store/views'
import { workSlice } from './work-slices'

type C = Contracts['document']

export const jobs: Handler<C['jobs']> = async ({ actor, now }, { cursor }) => {
  const { rows, nextCursor } = await jobsOf(actor.memberId, cursor)
  await noteSeen(rows, now)
  return { items: rows.map(jobView), nextCursor }
}

export const progress: Handler<C['progress']> = async (call, { jobId }) => {
  const job = await getJob(jobId)
  // Another person's is not there, whatever they may do themselves.
  if (job?.owner !== call.actor.memberId) throw call.refusal('notFound')
  // Who has lost the role since may no longer take away what it gave them.
  if (!reaches(contract[job.kind].allow, call.actor, job.target)) throw call.refusal('notAllowed')
  if (isOpen(job.state)) {
    const worked = await workSlice(job, call.now)
    // Its end is told by the call after this one: only then is it known that somebody is still watching.
    const state = isOpen(worked.state) ? worked.state : 'running'
    return { ...jobView({ ...worked, state }), url: '', name: fileNameOf(job) }
  }
  await noteSeen([job], call.now)
  const urls = job.state === 'done' ? await temporaryUrls([job.fileId]) : new Map<string, string>()
  return { ...jobView(job), url: urls.get(job.fileId) ?? '', name: fileNameOf(job) }
}
