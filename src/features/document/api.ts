import type { InputFor, OutputFor } from '@/domain/contracts'
import type { SheetKind } from '@/domain/document/rules'
import { call } from '@/lib/cloud'

/** What sheet is wanted, and of what: `{ kind: 'eventRoster', eventId }`. */
export type SheetWanted = {
  [K in SheetKind]: { kind: K } & Omit<InputFor<`document.${K}`>, 'requestId'>
}[SheetKind]
export type Job = OutputFor<'document.jobs'>['items'][number]
/** A job with the address of its file once it is done. */
export type Followed = OutputFor<'document.progress'>

/** Everything the app asks of context `document`; what an action means stands in its contract. */
export const requestSheet = ({ kind, ...input }: SheetWanted, requestId: string): Promise<Job> =>
  call(`document.${kind}`, { ...input, requestId })
export const followJob = (jobId: string): Promise<Followed> => call('document.progress', { jobId })
