import type { Contracts } from '@/domain/contracts'
import type { AnswerOf } from '@/domain/kit'
import { inOrder, type ChangeKind } from '@/domain/exhibit/rules'
import { monthKey } from '@/domain/time'
import { isDeepStrictEqual } from 'node:util'
import type { Terms } from '../../kernel/db'
import { logChange } from '../../kernel/log'
import { Refusal } from '../../kernel/refusal'
import type { BoundCall, Handler } from '../../kernel/serve'
import { membersById } from '../../member/public'
import { contentOf, type Standing } from '../store/content'
import { listForDesk, roomForDesk, whoClaims, type DeskRow } from '../store/desk-lists'
import { changeExhibit, exhibits, type ExhibitDoc } from '../store/exhibits'
import { monthsOf, openingsOf } from '../store/openings'
import { keepVersion, versionLines } from '../store/versions'
import { cardView, contentView, panoramaView, urlsOf } from '../store/views'

type C = Contracts['exhibit']
/** What every editor's action needs of its call. */
export type EditorCall = Pick<BoundCall<C['edit']>, 'actor' | 'now' | 'mustReach'>

export const mustFind = async (call: EditorCall, exhibitId: string): Promise<ExhibitDoc> => {
  call.mustReach({})
  const exhibit = await exhibits.get(exhibitId)
  if (!exhibit) throw new Refusal('notFound')
  return exhibit
}

const deskFieldsView = (row: Omit<DeskRow, 'deskCard'>, names: Names) => ({
  state: row.state,
  rev: row.rev,
  hasDraft: row.flags.includes('drafts'),
  publishAt: row.publishAt,
  changedAt: row.changedAt,
  changedBy: names.get(row.changedBy)?.name ?? '',
  broken: row.broken,
})
type Names = Awaited<ReturnType<typeof membersById>>

const namesOf = (ids: readonly string[]): Promise<Names> => membersById([...new Set(ids.filter((id) => id !== ''))])

/** What a hall's exhibits are called, by number and in order, whatever their state. */
const roomOf = async ({ _id, kind, order }: ExhibitDoc) => {
  const rows = kind === 'hall' ? (await roomForDesk(_id)).filter((row) => row.kind === 'display') : []
  const displays = rows.map((row) => ({ id: row._id, number: row.deskCard.number, title: row.deskCard.title }))
  return { titles: new Map(displays.map(({ number, title }) => [number, title])), order: inOrder(displays, order) }
}

/** An exhibit as the workbench sees it, spots that lead nowhere yet included. */
export const deskView = async (exhibit: ExhibitDoc): Promise<AnswerOf<C['edit']>> => {
  const content = contentOf(exhibit)
  const [urls, history, room] = await Promise.all([urlsOf([], [content]), versionLines(exhibit._id), roomOf(exhibit)])
  const names = await namesOf([exhibit.changedBy, ...history.map(({ by }) => by)])
  const { eventIds, branchIds } = content
  return {
    ...deskFieldsView(exhibit, names),
    content: { ...contentView(exhibit, content, urls), eventIds, branchIds },
    panorama: panoramaView(content.panorama, urls, (to) => ('number' in to ? (room.titles.get(to.number) ?? '') : '')),
    order: room.order.map(({ id }) => id),
    history: history.map(({ version, at, by, what }) => ({ version, at, by: names.get(by)?.name ?? '', what })),
  }
}

/** One change of an exhibit as an editor asked for it. */
export interface Plan {
  /** The revision that the editor read. */
  rev: number
  what: ChangeKind
  next: Partial<Omit<Standing, 'kind'>>
  data?: Terms
  /** What stands is kept for undoing: where a content is replaced. */
  keeps?: boolean
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** Whether this very change stands there already, because the answer to it was lost. */
export const standsAlready = (call: EditorCall, standing: ExhibitDoc, { rev, what, next }: Plan): boolean => {
  const last = standing.history.at(-1)
  const same = Object.entries(next).every(([field, value]) =>
    isDeepStrictEqual(plain(standing[field as keyof Standing]), plain(value)),
  )
  return standing.rev === rev + 1 && last?.what === what && last.by === call.actor.memberId && same
}

const numberTaken = async ({ _id }: ExhibitDoc, { next }: Plan): Promise<Refusal> => {
  const holder = next.draft ? await whoClaims(next.draft.number) : null
  return new Refusal('numberTaken', holder && holder._id !== _id ? { title: holder.deskCard.title } : undefined)
}

export const log = (call: EditorCall, what: ChangeKind, exhibitId: string, rev: number): Promise<void> =>
  logChange(call.actor, call.now, { what: `exhibit.${what}`, object: exhibitId, subjects: [] }, String(rev))

/**
 * Carries a change out once: repeated after a lost answer it answers as the first time. A change in between is refused.
 */
export const carryOut = async (call: EditorCall, read: ExhibitDoc, plan: Plan): Promise<ExhibitDoc> => {
  const by = { what: plan.what, by: call.actor.memberId, at: call.now }
  const changed = read.rev === plan.rev ? await attempt(read, plan, by) : 0
  const standing = await exhibits.get(read._id)
  if (changed === 0 && !(standing && standsAlready(call, standing, plan))) throw new Refusal('changedMeanwhile')
  if (!standing) throw new Refusal('notFound')
  await log(call, plan.what, read._id, plan.rev)
  return standing
}

const attempt = async (
  read: ExhibitDoc,
  plan: Plan,
  change: { what: ChangeKind; by: string; at: Date },
): Promise<number> => {
  if (plan.keeps) await keepVersion(read)
  const changed = await changeExhibit(read, plan.next, change, plan.data ? { data: plan.data } : {})
  if (changed === 'exists') throw await numberTaken(read, plan)
  return changed
}

export const managed: Handler<C['managed']> = async (call, filter) => {
  call.mustReach({})
  const { rows, nextCursor } = await listForDesk(filter, call.now)
  const [openings, names, urls] = await Promise.all([
    openingsOf(rows.map(({ _id }) => _id)),
    namesOf(rows.map(({ changedBy }) => changedBy)),
    urlsOf(rows.map(({ deskCard }) => deskCard)),
  ])
  const counts = new Map(openings.map((one) => [one._id, one]))
  const items = rows.map((row) => {
    const { total = 0, months = {} } = counts.get(row._id) ?? {}
    return {
      ...cardView(row, row.deskCard, urls),
      ...deskFieldsView(row, names),
      opened: { total, month: months[monthKey(call.now)] ?? 0 },
    }
  })
  return { items, nextCursor }
}

export const edit: Handler<C['edit']> = async (call, { exhibitId }) => deskView(await mustFind(call, exhibitId))

export const openings: Handler<C['openings']> = async (call, { exhibitId }) => {
  await mustFind(call, exhibitId)
  const [counts] = await openingsOf([exhibitId])
  return { total: counts?.total ?? 0, months: counts ? monthsOf(counts) : [] }
}
