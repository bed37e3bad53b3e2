import { fileWords } from '@/domain/consultation/labels'
import { afterWords } from '@/domain/consultation-awaited'
import { isOver } from '@/domain/consultation/rules'
import type { Contracts } from '@/domain/contracts'
import type { ParsedOf } from '@/domain/kit'
import { claimFiles } from '../../file/public'
import { textCheck } from '../../kernel/content'
import type { BoundCall, Handler } from '../../kernel/serve'
import { isWorkingDay } from '../../kernel/working-days'
import { change } from '../store/consultations'
import type { ConsultationDoc, StoredFile } from '../store/document'
import { aboutOf, contactsIn, ownerIn, requestKey, said, told, topicOf } from '../store/facts'
import { linesOf } from '../store/lines'
import { lineViews } from '../store/views'
import { admit, BOTH, perform, TEAM } from './perform-change'

type C = Contracts['consultation']
type SayCall = BoundCall<C['say']>

const extensionOf = (fileId: string): string => /\.[a-z0-9]{2,5}$/.exec(fileId)?.[0] ?? ''

/** Uploads become files of a consultation; null when one of them cannot be used. */
export const claimTickets = async (
  tickets: readonly string[],
  consultationId: string,
  memberId: string,
): Promise<StoredFile[] | null> => {
  if (tickets.length === 0) return []
  const claim = { owner: memberId, purpose: 'consultationFile', record: `consultation:${consultationId}` } as const
  const files = await claimFiles(tickets, claim)
  return (
    files &&
    [...files].map(([ticket, { fileId, name, size }], at) => ({
      fileId,
      name: name || fileWords(at + 1, extensionOf(fileId)),
      size,
      ticket,
    }))
  )
}

/** Who says it, and on which side. */
const speaker = (call: { actor: { memberId: string; name: string } }, enterprise: boolean) => ({
  side: enterprise ? ('enterprise' as const) : ('team' as const),
  by: call.actor.memberId,
  byName: call.actor.name,
})

export const say: Handler<C['say']> = (call, input) => {
  const key = requestKey(input.consultationId, input.requestId)
  const check = textCheck(call, input.text)
  return perform(call, input.consultationId, BOTH, async (doc, standings) => {
    if (doc.requests.includes(key)) return null
    if (isOver(doc.state)) throw call.refusal('over')
    await check()
    const files = await claimTickets(input.tickets, doc._id, call.actor.memberId)
    if (!files) throw call.refusal('fileUnusable')
    return () => writeWords(call, doc, { ...input, key, files, enterprise: standings.includes('enterprise') })
  })
}

const writeWords = (
  call: SayCall,
  doc: ConsultationDoc,
  { key, text, files, enterprise }: ParsedOf<C['say']> & { key: string; files: StoredFile[]; enterprise: boolean },
) => {
  const { now } = call
  const line = said(doc._id, { kind: 'words', ...speaker(call, enterprise), text, files }, now, key)
  const replied = enterprise ? [told(doc, ownerIn(doc), 'enterpriseReplied', aboutOf(doc), now)] : []
  const clock = enterprise ? afterWords(doc, now, isWorkingDay) : {}
  const deed = { at: now, by: call.actor.memberId, what: 'said', request: key, said: 1, facts: [line, ...replied] }
  return change(doc, clock, deed)
}

export const ask: Handler<C['ask']> = (call, input) => {
  const key = requestKey(input.consultationId, input.requestId)
  const check = textCheck(call, input.text)
  return perform(call, input.consultationId, TEAM, async (doc) => {
    if (doc.requests.includes(key)) return null
    if (isOver(doc.state)) throw call.refusal('over')
    await check()
    const { now, actor } = call
    const facts = [
      said(doc._id, { kind: 'materialAsked', ...speaker(call, false), text: input.text }, now, key),
      told(doc, contactsIn(doc), 'materialAsked', { ...topicOf(doc), person: actor.name }, now),
    ]
    const deed = { at: now, by: actor.memberId, what: 'asked', request: key, said: 1, facts }
    return () => change(doc, { waitingSince: doc.waitingSince ?? now, asked: true }, deed)
  })
}

export const lines: Handler<C['lines']> = async (call, { consultationId, cursor }) => {
  await admit(call, consultationId, BOTH)
  const { rows, nextCursor } = await linesOf(consultationId, cursor)
  return { items: await lineViews(rows), nextCursor }
}
