/** Collection `events`: what an event is, how it is listed, how it changes. */
import type * as v from 'valibot'
import type { Holder } from '@/domain/access'
import { audienceOf, type EventState } from '@/domain/event/rules'
import type { draftInput } from '@/domain/event/contract'
import { queryTokens, searchTokens } from '@/domain/search'
import { monthRange } from '@/domain/time'
import { _, afterCursor, collection, dateCursor, every, pageOf, subPipeline, type Terms } from '../../kernel/db'
import { withFact, type Fact, type WithFacts } from '../../kernel/facts'
import type { Release, Take } from '../../kernel/places'
import type { RegistrationDoc } from './registrations'

type Draft = v.InferOutput<typeof draftInput>

export interface StoredFile {
  fileId: string
  name: string
  size: number
}

export interface EventDoc extends WithFacts, Omit<Draft, 'hostBranchIds' | 'pictures' | 'materials'> {
  state: EventState
  /** Published or cancelled: in the public lists. */
  listed: boolean
  hostBranchIds: string[]
  hosts: { id: string; name: string }[]
  pictures: StoredFile[]
  materials: StoredFile[]
  taken: number
  takes: Take[]
  releases: Release[]
  /** While people wait, a free place is theirs: direct sign-ups go to the end of the waiting list. */
  queueing: boolean
  queueRev: number
  /** Key of the desk code's HMAC. Never leaves the server. */
  secret: string
  tokens: string[]
  createdBy: string
  rev: number
  movedAt: Date | null
  cancelReason: string
  history: { at: Date; by: string; what: string }[]
}

const HISTORY = 20
/** What no list needs. */
const HEAVY = ['secret', 'takes', 'releases', 'history', 'tokens', 'facts'] as const
export type ListedEvent = Omit<EventDoc, (typeof HEAVY)[number]>

export const events = collection<EventDoc>('events')

const PAGE = 20
const MONTH_MAX = 100

export interface EventFilter {
  when: 'upcoming' | 'past'
  month?: string
  kind?: string
  branchId?: string
  words: string
  cursor: string | null
}

const visibleTo = (holder: Holder): unknown => {
  const { members, branchIds } = audienceOf(holder.grants)
  if (branchIds === 'all') return null
  const audience = { audience: _.in(members ? ['public', 'members'] : ['public']) }
  return branchIds.length === 0 ? audience : _.or([audience, { audience: 'hosts', hostBranchIds: _.in(branchIds) }])
}

const within = (filter: EventFilter, now: Date): Terms => {
  if (filter.month) {
    const { from, to } = monthRange(filter.month)
    return { startsAt: _.and(_.gte(from), _.lt(to)) }
  }
  return { endsAt: filter.when === 'upcoming' ? _.gte(now) : _.lt(now) }
}

/** Published and cancelled events that this person may see. */
export const listEvents = async (filter: EventFilter, holder: Holder, now: Date) => {
  const direction = filter.month || filter.when === 'upcoming' ? 'asc' : 'desc'
  const size = filter.month ? MONTH_MAX : PAGE
  const tokens = queryTokens(filter.words)
  const rows: ListedEvent[] = await events.list({
    where: every(
      { listed: true, ...within(filter, now) },
      filter.kind ? { kind: filter.kind } : null,
      filter.branchId ? { hostBranchIds: filter.branchId } : null,
      tokens.length > 0 ? { tokens: _.all(tokens) } : null,
      visibleTo(holder),
      afterCursor(filter.cursor, 'startsAt', direction),
    ),
    order: [
      ['startsAt', direction],
      ['_id', direction],
    ],
    limit: size + 1,
    without: HEAVY,
  })
  return pageOf(rows, size, (row) => dateCursor(row.startsAt, row._id))
}

/** Events that a desk manages, in every state; newest start first. */
export const listManaged = async (
  filter: { state?: EventState; when?: 'upcoming' | 'past'; cursor: string | null; branchIds: 'all' | string[] },
  now: Date,
) => {
  const direction = filter.when === 'upcoming' ? 'asc' : 'desc'
  const rows: ListedEvent[] = await events.list({
    where: every(
      { startsAt: _.gt(new Date(0)) },
      filter.branchIds === 'all' ? null : { hostBranchIds: _.in(filter.branchIds) },
      filter.state ? { state: filter.state } : null,
      filter.when ? { endsAt: filter.when === 'upcoming' ? _.gte(now) : _.lt(now) } : null,
      afterCursor(filter.cursor, 'startsAt', direction),
    ),
    order: [
      ['startsAt', direction],
      ['_id', direction],
    ],
    limit: PAGE + 1,
    without: HEAVY,
  })
  return pageOf(rows, PAGE, (row) => dateCursor(row.startsAt, row._id))
}

export const eventsWithIds = (ids: readonly string[]): Promise<ListedEvent[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : events.list({ where: { _id: _.in([...ids]) }, limit: ids.length, without: HEAVY })

/** An event together with one member's registration: one round trip. */
export const eventWithMine = async (eventId: string, memberId: string | null) => {
  const mine = memberId === null ? '-' : `${eventId}:${memberId}`
  const [found] = await events.pipeline<EventDoc & { mine: RegistrationDoc[] }>((start) =>
    start
      .match({ _id: eventId })
      .limit(1)
      .lookup({ from: 'registrations', pipeline: subPipeline().match({ _id: mine }).limit(1).done(), as: 'mine' })
      .project({ takes: 0, releases: 0, history: 0, tokens: 0, facts: 0 }),
  )
  return found ? { event: found, mine: found.mine[0] ?? null } : null
}

/** The document that a draft describes. */
export const describe = (draft: Draft, hosts: { id: string; name: string }[]) => ({
  ...draft,
  hostBranchIds: hosts.map(({ id }) => id),
  hosts,
  tokens: searchTokens(draft.title, draft.place.name, ...hosts.map(({ name }) => name)),
})
type Described = Omit<ReturnType<typeof describe>, 'pictures' | 'materials'> & {
  pictures: StoredFile[]
  materials: StoredFile[]
}

/** A new draft under its id; `exists` when this request was carried out before. */
export const addEvent = (id: string, described: Described, by: { memberId: string; at: Date }, secret: string) =>
  events.add({
    ...described,
    _id: id,
    state: 'draft',
    listed: false,
    taken: 0,
    takes: [],
    releases: [],
    queueing: false,
    queueRev: 0,
    secret,
    createdBy: by.memberId,
    rev: 0,
    movedAt: null,
    cancelReason: '',
    facts: [],
    history: [{ at: by.at, by: by.memberId, what: 'created' }],
  })

export interface Change {
  what: 'changed' | 'published' | 'cancelled'
  by: string
  at: Date
  fact?: Fact
}

/**
 * The one write of every change of an event: it holds only if the event is still as it was read (`rev`), and keeps who
 * did what. Sign-ups do not touch `rev`, so they never make an organiser's change fail; where a change depends on the
 * count, the condition names it.
 *
 * @returns whether the change was made
 */
export const changeEvent = async (
  read: { _id: string; rev: number },
  data: Terms,
  change: Change,
  condition: Terms = {},
): Promise<boolean> => {
  const line = { at: change.at, by: change.by, what: change.what }
  // `_.set` keeps the database from merging nested objects field by field.
  const whole = Object.fromEntries(
    Object.entries(data).map(([field, value]) => [field, isPlainObject(value) ? _.set(value) : value]),
  )
  const updated = await events.change(
    { _id: read._id, rev: read.rev, ...condition },
    {
      ...whole,
      rev: _.inc(1),
      history: _.push({ each: [line], slice: -HISTORY }),
      ...(change.fact ? withFact(change.fact) : {}),
    },
  )
  return updated === 1
}

const isPlainObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
