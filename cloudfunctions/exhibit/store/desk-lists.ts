/** What the workbench finds of collection `exhibits`: everything, by what its draft says. */
import { STALE_MS, type DeskFilter, type ExhibitKind, type HallId } from '@/domain/exhibit/rules'
import { _, afterCursor, dateCursor, every, pageOf, type Terms } from '../../kernel/db'
import { exhibits, matching, type ExhibitDoc } from './exhibits'

const PAGE = 30
const ROOM = 200
/** What no list of the workbench needs. */
const HEAVY = ['live', 'draft', 'tokens', 'deskTokens', 'claims', 'history'] as const
export type DeskRow = Omit<ExhibitDoc, (typeof HEAVY)[number]>

export interface DeskListFilter {
  kind?: ExhibitKind
  hallId?: HallId
  filter?: DeskFilter
  words: string
  cursor: string | null
}

const filtered = (filter: DeskFilter | undefined, now: Date): Terms => {
  if (filter === undefined) return {}
  if (filter === 'broken') return { faulty: true }
  if (filter === 'stale') return { flags: 'published', changedAt: _.lte(new Date(now.getTime() - STALE_MS)) }
  return { flags: filter }
}

/** Everything there is, the latest change first. */
export const listForDesk = async ({ kind, hallId, filter, words, cursor }: DeskListFilter, now: Date) => {
  const base = {
    changedAt: _.gt(new Date(0)),
    ...(kind ? { kind } : {}),
    ...(hallId ? { room: hallId } : {}),
    ...filtered(filter, now),
  }
  const rows: DeskRow[] = await exhibits.list({
    where: every(matching(words, 'deskTokens', base), afterCursor(cursor, 'changedAt', 'desc')),
    order: [
      ['changedAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit: PAGE + 1,
    without: HEAVY,
  })
  return pageOf(rows, PAGE, (row) => dateCursor(row.changedAt, row._id))
}

/** Everything in a hall whatever its state, the hall among it. */
export const roomForDesk = (hallId: string): Promise<DeskRow[]> =>
  exhibits.list({
    where: { room: hallId },
    limit: ROOM,
    without: HEAVY,
  })

/** What a number is taken by; null when it is free. */
export const whoClaims = async (number: string): Promise<DeskRow | null> =>
  (await exhibits.list({ where: { claims: number }, limit: 1, without: HEAVY }))[0] ?? null

const DISPLAYS = 1000

/** The exhibits of all halls that are or may come on show. */
export const displaysForDesk = (): Promise<DeskRow[]> =>
  exhibits.list({ where: { kind: 'display', state: _.neq('withdrawn') }, limit: DISPLAYS, without: HEAVY })
