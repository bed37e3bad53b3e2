/** What visitors find of collection `exhibits`: only what is listed, never a draft. */
import type { ExhibitKind, StoryLength, Theme } from '@/domain/exhibit/rules'
import { _, afterCursor, beforeField, dateCursor, equalsVariable, every, pageOf, subPipeline } from '../../kernel/db'
import { exhibits, matching, type ExhibitDoc } from './exhibits'

const PAGE = 20
const TIMELINE = 500
const ROOM = 200

/** What a list of cards needs; a document is ten times as much. */
const CARD = ['kind', 'card', 'shownAt'] as const
const WHOLE = [...CARD, 'live', 'number', 'order', 'changedAt'] as const
export type Row = Pick<ExhibitDoc, '_id' | (typeof CARD)[number]>
export type PublicRow = Pick<ExhibitDoc, '_id' | (typeof WHOLE)[number]>

/** A hall and all that is on show in it, in no order. */
export const roomOnShow = (hallId: string): Promise<PublicRow[]> =>
  exhibits.list({ where: { room: hallId, listed: true }, limit: ROOM, only: WHOLE })

/** The halls on show, by number. */
export const hallsOnShow = (ids?: readonly string[]): Promise<Row[]> =>
  exhibits.list({
    where: { kind: 'hall', listed: true, ...(ids ? { _id: _.in([...ids]) } : {}) },
    order: [['_id', 'asc']],
    limit: 8,
    only: CARD,
  })

export const milestonesOnShow = (): Promise<Row[]> =>
  exhibits.list({
    where: { kind: 'milestone', listed: true },
    order: [
      ['date', 'asc'],
      ['_id', 'asc'],
    ],
    limit: TIMELINE,
    only: CARD,
  })

export const onShow = (ids: readonly string[]): Promise<Row[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : exhibits.list({
        where: { _id: _.in([...ids]), listed: true },
        limit: ids.length,
        only: CARD,
      })

interface Neighbour {
  _id: string
  kind: ExhibitKind
  listed: boolean
  order: string[]
  card: ExhibitDoc['card']
}
type Page = Pick<ExhibitDoc, '_id' | 'kind' | 'live' | 'card' | 'room' | 'shownAt' | 'changedAt'> & {
  neighbours: Neighbour[]
  /** The caller's own, if any. */
  marks: { favouriteAt: Date | null }[]
}

/** One exhibit that is on show, by id or number, with what else is in its room and the caller's mark: one round trip. */
export const pageOnShow = async (
  key: { _id: string } | { number: string },
  memberId: string | null,
): Promise<Page | null> => {
  const [found] = await exhibits.pipeline<Page>((start) =>
    start
      .match({ ...key, listed: true })
      .limit(1)
      .lookup({ from: 'exhibits', localField: 'room', foreignField: 'room', as: 'neighbours' })
      .lookup({
        from: 'marks',
        let: { mark: beforeField(`${memberId ?? ''}:`, '_id') },
        pipeline: subPipeline().match(equalsVariable('_id', 'mark')).limit(1).done(),
        as: 'marks',
      })
      .project({
        ...{ kind: 1, live: 1, card: 1, room: 1, shownAt: 1, changedAt: 1, 'marks.favouriteAt': 1 },
        ...{ 'neighbours._id': 1, 'neighbours.kind': 1, 'neighbours.listed': 1 },
        ...{ 'neighbours.order': 1, 'neighbours.card': 1 },
      }),
  )
  return found ? { ...found, neighbours: found.neighbours.filter(({ listed }) => listed) } : null
}

export interface SearchFilter {
  kind?: 'display' | 'story'
  words: string
  theme?: Theme
  length?: StoryLength
  cursor: string | null
}

/** Published exhibits and stories, newest first. */
export const searchExhibits = async ({ kind, words, theme, length, cursor }: SearchFilter) => {
  const base = {
    searchable: true,
    ...(kind ? { kind } : {}),
    ...(theme ? { theme } : {}),
    ...(length ? { lengthClass: length } : {}),
  }
  const rows: Row[] = await exhibits.list({
    where: every(matching(words, 'tokens', base), afterCursor(cursor, 'shownAt', 'desc')),
    order: [
      ['shownAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit: PAGE + 1,
    only: CARD,
  })
  return pageOf(rows, PAGE, (row) => dateCursor(row.shownAt ?? new Date(0), row._id))
}
