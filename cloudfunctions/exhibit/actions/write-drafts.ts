import type { Contracts } from '@/domain/contracts'
import { draftProblems, fitDraft, type ExhibitKind } from '@/domain/exhibit/rules'
import type { FilePurpose } from '@/domain/file/rules'
import { eventsById } from '../../event/public'
import { claimFiles, releaseFiles, type ClaimedFile } from '../../file/public'
import { isTextSafe } from '../../kernel/content'
import { Refusal } from '../../kernel/refusal'
import { derivedId } from '../../kernel/secrets'
import type { Handler } from '../../kernel/serve'
import { branchesById } from '../../member/public'
import { filesOf, type Content, type Standing, type StoredFile } from '../store/content'
import { whoClaims } from '../store/desk-lists'
import { exhibits, newExhibit, type ExhibitDoc } from '../store/exhibits'
import { contentFrom, hasSmallPicture, knownFiles, uploadsOf, wordsOf, type Draft } from '../store/uploads'
import { versionsOf } from '../store/versions'
import { carryOut, deskView, log, mustFind, type EditorCall } from './manage-exhibits'

type C = Contracts['exhibit']

const EXHIBIT_ID_LENGTH = 10
const KEY_LENGTH = 16

const ticketsOf = (draft: Draft): Map<string, FilePurpose> =>
  new Map(uploadsOf(draft).flatMap(({ upload, purpose }) => ('ticketId' in upload ? [[upload.ticketId, purpose]] : [])))

/** The key of an upload follows from its ticket, so that a repeated call stores the same. */
const keyOf = (ticketId: string): string => derivedId(KEY_LENGTH, ticketId)

const storedFile = (ticketId: string, { fileId, size, pixels }: ClaimedFile): StoredFile => ({
  key: keyOf(ticketId),
  fileId,
  size,
  ...pixels,
})

const checkLinks = async ({ eventIds, branchIds }: Draft): Promise<void> => {
  const [events, branches] = await Promise.all([eventsById(eventIds), branchesById(branchIds)])
  const all = events.length === new Set(eventIds).size && branches.length === new Set(branchIds).size
  if (!all) throw new Refusal('linkUnknown')
}

/** What stands of an exhibit before a draft is written. */
type Present = Pick<ExhibitDoc, '_id' | 'live' | 'draft'>

/** Files that a draft names by key: those of the exhibit as it stands, and for an "undo" in the form those of earlier versions. */
const filesByKey = async (present: Present, draft: Draft): Promise<Map<string, StoredFile>> => {
  const known = knownFiles([present.live, present.draft])
  const missing = uploadsOf(draft).some(
    ({ upload, purpose }) => 'key' in upload && !known.has(`${purpose}:${upload.key}`),
  )
  if (!missing) return known
  const versions = await versionsOf(present._id)
  return knownFiles([...versions.map(({ content }) => content), present.live, present.draft])
}

/** Lets go of a draft's uploads that neither the exhibit shows nor an earlier version that can be restored. */
const release = async ({ _id, live, draft }: Present, tickets: Iterable<string>): Promise<void> => {
  const contents = [live, draft, ...(await versionsOf(_id)).map(({ content }) => content)]
  const shown = contents.flatMap((content) => (content ? filesOf(content) : []))
  const keys = new Set(shown.map(({ file }) => file.key))
  await releaseFiles([...tickets].filter((ticketId) => !keys.has(keyOf(ticketId))))
}

const withFiles = async (call: EditorCall, present: Present, draft: Draft): Promise<Content> => {
  const tickets = ticketsOf(draft)
  const known = await filesByKey(present, draft)
  const claim = { owner: call.actor.memberId, purpose: tickets, record: `exhibit:${present._id}` }
  const claimed = await claimFiles([...tickets.keys()], claim)
  if (!claimed) throw new Refusal('fileUnusable')
  const content = contentFrom(draft, (upload, purpose) => {
    if ('key' in upload) return known.get(`${purpose}:${upload.key}`) ?? null
    const file = claimed.get(upload.ticketId)
    const unreadable = purpose === 'exhibitPicture' && file?.pixels === null
    return file && !unreadable && tickets.get(upload.ticketId) === purpose ? storedFile(upload.ticketId, file) : null
  })
  if (content && !hasSmallPicture(content)) return content
  await release(present, tickets.keys())
  throw new Refusal(content ? 'pictureTooSmall' : 'fileUnusable')
}

/** Texts that are new: what stands there was checked when it was written. */
const checkWords = async (call: EditorCall, present: Present, content: Content): Promise<void> => {
  const checked = new Set([present.live, present.draft].flatMap((one) => (one ? wordsOf(one) : [])))
  const fresh = wordsOf(content).filter((words) => !checked.has(words))
  if (!(await isTextSafe(call.actor.openid, ...fresh))) throw new Refusal('textRisky')
}

/** The content that a draft describes, with everything checked that may be refused before it is finished. */
const described = async (call: EditorCall, kind: ExhibitKind, present: Present, input: Draft): Promise<Content> => {
  const draft = fitDraft(kind, present._id, input)
  await checkLinks(draft)
  const words = contentFrom(draft, () => ({ key: '', fileId: '', size: 0 }))
  if (words) await checkWords(call, present, words)
  return withFiles(call, present, draft)
}

/** Carries out what needs a content; when it comes to nothing, its uploads are let go of. */
const releasing = async <T>(present: Present, draft: Draft, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) await release((await exhibits.get(present._id)) ?? present, ticketsOf(draft).keys())
    throw error
  }
}

export const create: Handler<C['create']> = async (call, { requestId, kind, draft }) => {
  call.mustReach({})
  const id = derivedId(EXHIBIT_ID_LENGTH, call.actor.memberId, requestId)
  const present = (await exhibits.get(id)) ?? { _id: id, live: null, draft: null }
  const content = await described(call, kind, present, draft)
  const exhibit = await releasing(present, draft, async () => {
    const standing: Standing = { kind, state: 'draft', live: null, draft: content, publishAt: null }
    const added = await exhibits.add(newExhibit(id, standing, call.actor.memberId, call.now))
    const stands = await exhibits.get(id)
    if (stands) return stands
    const holder = added === 'exists' ? await whoClaims(content.number) : null
    throw holder ? new Refusal('numberTaken', { title: holder.deskCard.title }) : new Refusal('busy')
  })
  await log(call, 'created', id, 0)
  return deskView(exhibit)
}

export const save: Handler<C['save']> = async (call, { exhibitId, rev, draft }) => {
  const exhibit = await mustFind(call, exhibitId)
  const content = await described(call, exhibit.kind, exhibit, draft)
  // A plan whose draft can no longer go out by itself ends here, where its editor sees it.
  const publishAt = draftProblems({ kind: exhibit.kind, ...content }).length > 0 ? null : exhibit.publishAt
  const next = { draft: content, publishAt }
  const saved = await releasing(exhibit, draft, () =>
    carryOut(call, exhibit, { rev, what: 'saved', next, keeps: true }),
  )
  return deskView(saved)
}
