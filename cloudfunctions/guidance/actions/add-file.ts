import type { Contracts } from '@/domain/contracts'
import { MAX_SLOTS, MAX_VERSIONS } from '@/domain/guidance/rules'
import type { ParsedOf } from '@/domain/kit'
import { claimFiles } from '../../file/public'
import { textCheck } from '../../kernel/content'
import { derivedId } from '../../kernel/secrets'
import type { Handler } from '../../kernel/serve'
import { aboutOf, tellOwner } from '../store/facts'
import type { SlotDoc, VersionDoc } from '../store/guidances'
import { sideOf, type Known } from '../store/views'
import { BOTH, mustBeOpen, perform } from './perform-change'

type C = Contracts['guidance']
type Added = ParsedOf<C['addFile']>

const ID_LENGTH = 16

/** The kinds of files with a new version of one of them; null when there is no room. */
const withVersion = (files: readonly SlotDoc[], consultationId: string, title: string, version: VersionDoc) => {
  const slot = files.find((one) => one.title === title)
  if (slot && slot.versions.length >= MAX_VERSIONS) return null
  if (slot) return files.map((one) => (one === slot ? { ...one, versions: [...one.versions, version] } : one))
  if (files.length >= MAX_SLOTS) return null
  return [...files, { id: derivedId(ID_LENGTH, consultationId, title), title, versions: [version] }]
}

const isKnown = ({ guidance }: Known, ticketId: string): boolean =>
  guidance.files.some(({ versions }) => versions.some(({ id }) => id === ticketId))

const hasRoom = ({ guidance: { files } }: Known, title: string): boolean => {
  const slot = files.find((one) => one.title === title)
  return slot ? slot.versions.length < MAX_VERSIONS : files.length < MAX_SLOTS
}

const claimed = async ({ consultationId, ticketId }: Added, owner: string) => {
  const claim = { owner, purpose: 'guidanceFile', record: `guidance:${consultationId}` } as const
  return (await claimFiles([ticketId], claim))?.get(ticketId) ?? null
}

export const addFile: Handler<C['addFile']> = (call, input) => {
  const { consultationId, slot: title, name, ticketId, note } = input
  const { actor, now } = call
  const check = textCheck(call, title, name, note)
  return perform(call, consultationId, BOTH, async (known) => {
    if (isKnown(known, ticketId)) return null
    mustBeOpen(call, known)
    if (!hasRoom(known, title)) throw call.refusal('tooManyFiles')
    await check()
    const file = await claimed(input, actor.memberId)
    if (!file) throw call.refusal('fileUnusable')
    const side = sideOf(known.standings) === 'team' ? ('team' as const) : ('enterprise' as const)
    const version = {
      ...{ id: ticketId, fileId: file.fileId, name, size: file.size, at: now },
      ...{ by: actor.memberId, byName: actor.name, side, note },
    }
    const files = withVersion(known.guidance.files, consultationId, title, version)
    if (!files) throw call.refusal('tooManyFiles')
    const { consultation } = known
    const facts =
      side === 'enterprise' ? [tellOwner(consultation, 'enterpriseReplied', aboutOf(consultation), now)] : []
    return { patch: { files }, what: 'fileAdded', facts }
  })
}
