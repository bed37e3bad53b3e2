/** What `document` does when a fact arrives, its own or a neighbour's. Each may arrive twice. */
import { documentKindLabels } from '@/domain/document/labels'
import type { Fact } from '../kernel/facts'
import { tell } from '../message/reactions'
import { sweepJobsOf } from './store/documents'
import { getJob, moveJobs, type EndFact } from './store/jobs'
import { removeParts } from './store/parts'

/** A sheet has come to its end: what a worker that died at the last moment left of its rows goes. */
export const clearParts = async (fact: EndFact): Promise<void> => {
  await removeParts([fact.data.jobId])
}

/** A sheet has come to its end while nobody watched: its person is told. Who has seen it on a page is not told again. */
export const tellOwner = async (fact: EndFact): Promise<void> => {
  const job = await getJob(fact.data.jobId)
  if (!job || job.seenAt !== null) return
  const kind = job.state === 'failed' ? 'documentFailed' : 'documentReady'
  const params = { document: documentKindLabels[job.kind] }
  await tell([{ key: fact.id, to: job.owner, kind, params, about: { page: 'documents', id: job._id }, at: fact.at }])
}

/** A binding was merged into an imported record: what was made for the one is the other's. */
export const followMerge = async ({ data }: Fact<'memberMerged', { from: string; to: string }>): Promise<void> => {
  await moveJobs(data.from, data.to)
}

/** A person's data was erased: the files that were made for them go too. */
export const followErasure = ({ data }: Fact<'memberErased', { memberId: string }>): Promise<void> =>
  sweepJobsOf(data.memberId)
