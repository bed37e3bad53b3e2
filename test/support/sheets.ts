/** Having a sheet made as its person's page does, and what an event with people of two branches looks like. */
import { buildEvent, buildMember, buildRegistration } from '../../config/seed/builders'
import type { InputFor, OutputFor } from '@/domain/contracts'
import type { SheetKind } from '@/domain/document/rules'
import type { Answer } from '@/domain/kit'
import { cloud } from './cloud'
import { branch, otherBranch, HOUR, MINUTE, NOW } from './park'
import { readWorkbook, type Sheet } from './workbook'

type Job = OutputFor<'document.progress'>
type Begun = OutputFor<'document.eventRoster'>

const answered = <T>(answer: Answer<T>): T => {
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.data
}

export const request = async <K extends SheetKind>(
  as: string,
  kind: K,
  params: Omit<InputFor<`document.${K}`>, 'requestId'>,
  requestId = 'request-0001',
): Promise<Begun> =>
  answered((await cloud.as(as).call(`document.${kind}`, { requestId, ...params } as never)) as Answer<Begun>)

export const progress = async (as: string, jobId: string): Promise<Job> =>
  answered(await cloud.as(as).call('document.progress', { jobId }))

/** Watches a job to its end. */
export const watch = async (as: string, jobId: string): Promise<Job[]> => {
  const seen: Job[] = []
  for (let turn = 0; turn < 100; turn++) {
    const job = await progress(as, jobId)
    if (job.state === 'running' && job.done === seen.at(-1)?.done) await new Promise((go) => setTimeout(go, 50))
    seen.push(job)
    if (job.state !== 'waiting' && job.state !== 'running') return seen
  }
  throw new Error(`the job has not ended: ${JSON.stringify(seen.at(-1))}`)
}

export const sheetsAt = async (url: string): Promise<Sheet[]> =>
  readWorkbook(new Uint8Array(await (await fetch(url)).arrayBuffer()))

/** The sheets of a kind as somebody gets them. */
export const made = async <K extends SheetKind>(
  as: string,
  kind: K,
  params: Omit<InputFor<`document.${K}`>, 'requestId'>,
  requestId = 'request-0001',
): Promise<{ job: Job; data: Sheet; about: Sheet }> => {
  const { id } = await request(as, kind, params, requestId)
  const job = (await watch(as, id)).at(-1) as Job
  const [data, about] = await sheetsAt(job.url)
  if (!data || !about) throw new Error('a sheet is missing')
  return { job, data, about }
}

export const theEvent = buildEvent('EV0001', branch, new Date(NOW.getTime() + HOUR), { title: '演示主题党日' })

/** `n` people in the event, every fifth of another branch, in the order of their numbers. */
export const crowd = async (n: number, event = theEvent): Promise<void> => {
  const people = Array.from({ length: n }, (_, at) => {
    const number = String(at + 1).padStart(5, '0')
    return buildMember(`m-${number}`, `演示党员${number}`, at % 5 === 4 ? otherBranch : branch)
  })
  const rows = people.map(({ _id }, at) =>
    buildRegistration(event, _id, { signedUpAt: new Date(NOW.getTime() - 1000 * MINUTE + at) }),
  )
  await cloud.put('events', event)
  for (let at = 0; at < n; at += 1000) {
    await cloud.put('members', ...people.slice(at, at + 1000))
    await cloud.put('registrations', ...rows.slice(at, at + 1000))
  }
}
