/** Collection `exhibits`: halls, exhibits, stories and milestones, and the one write by which they change. */
import type { ChangeKind } from '@/domain/exhibit/rules'
import { queryAlternatives } from '@/domain/pinyin'
import { _, collection, type Stored, type Terms } from '../../kernel/db'
import { contentOf, deskFields, publicFields, type DeskFields, type PublicFields, type Standing } from './content'

export interface HistoryLine {
  at: Date
  /** Member id; the name is looked up when it is shown, and is gone with its person. */
  by: string
  what: ChangeKind
}

export interface ExhibitDoc extends Stored, Standing, PublicFields, DeskFields {
  /** Of a hall: its exhibits' ids as its editor ordered them. */
  order: string[]
  /** First published. */
  shownAt: Date | null
  changedAt: Date
  changedBy: string
  rev: number
  history: HistoryLine[]
  /** Files of what is live that the cloud no longer has, in words. */
  broken: string[]
  faulty: boolean
  checkedAt: Date
}

const HISTORY = 20

export const exhibits = collection<ExhibitDoc>('exhibits')

/** All of one alternative's tokens beside what every match must be: each branch can use the index by itself. */
export const matching = (words: string, field: 'tokens' | 'deskTokens', base: Terms): unknown => {
  const branches = queryAlternatives(words).map((tokens) => ({ ...base, [field]: _.all(tokens) }))
  return branches.length > 1 ? _.or(branches) : (branches[0] ?? base)
}

/** A new document around a draft or, in seeds, around what is live. */
export const newExhibit = (id: string, standing: Standing, by: string, at: Date): ExhibitDoc => ({
  _id: id,
  ...standing,
  ...publicFields(standing),
  ...deskFields(id, standing),
  order: [],
  shownAt: null,
  changedAt: at,
  changedBy: by,
  rev: 0,
  history: [{ at, by, what: 'created' }],
  broken: [],
  faulty: false,
  checkedAt: new Date(0),
})

/** What a publication makes of what stands: the draft, or what was live before a withdrawal, becomes public. */
export const published = (exhibit: Standing): Partial<Omit<Standing, 'kind'>> => ({
  state: 'published',
  live: contentOf(exhibit),
  draft: null,
  publishAt: null,
})

export interface Change {
  what: ChangeKind
  by: string
  at: Date
}

const isPlainObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** `_.set` keeps the database from merging nested objects field by field. */
const whole = (fields: object): Terms =>
  Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, isPlainObject(value) ? _.set(value) : value]),
  )

const standingOf = ({ kind, state, live, draft, publishAt }: Standing): Standing => ({
  kind,
  state,
  live,
  draft,
  publishAt,
})

/**
 * The one write of every change: it holds only if the exhibit is still as it was read (`rev`), and keeps who did what.
 * What lists and searches find follows in the same write.
 *
 * @param next what changes of the standing; what is live counts as changed when `live` or `state` is given
 * @returns how many were changed, or `exists` when another exhibit claims the draft's number
 */
export const changeExhibit = async (
  read: ExhibitDoc,
  next: Partial<Omit<Standing, 'kind'>>,
  { what, by, at }: Change,
  more: { data?: Terms; where?: Terms } = {},
): Promise<number | 'exists'> => {
  const standing = { ...standingOf(read), ...next }
  const shows = next.live !== undefined || next.state !== undefined
  const { kind: _kind, ...data } = standing
  return exhibits.changeUnique(
    { _id: read._id, rev: read.rev, ...more.where },
    {
      ...whole(data),
      ...whole(deskFields(read._id, standing)),
      ...(shows ? { ...whole(publicFields(standing)), broken: [], faulty: false, checkedAt: new Date(0) } : {}),
      ...(standing.state === 'published' && read.shownAt === null ? { shownAt: at } : {}),
      ...more.data,
      changedAt: at,
      changedBy: by,
      rev: _.inc(1),
      history: _.push({ each: [{ at, by, what }], slice: -HISTORY }),
    },
  )
}
