/** Collection `messages`: one document for everything that one person was told, under the teller's natural key. */
import {
  READ_KEPT_MS,
  subjectOf,
  UNREAD_KEPT_MS,
  type MessageAbout,
  type MessageKind,
  type Notice,
} from '@/domain/message/rules'
import { notAtNight } from '@/domain/working-time'
import { _, afterCursor, collection, dateCursor, every, pageOf, type Stored, type Terms } from '../../kernel/db'

/**
 * How it stands with the ringing phone. `waiting` until it is due; `sending` is noted before WeChat is asked, and whoever
 * died there does not try again: at most once. The others are ends.
 */
export type RingState = 'waiting' | 'sending' | 'sent' | 'refused' | 'failed' | 'inboxAlone'

export interface MessageDoc extends Stored {
  to: string
  kind: MessageKind
  params: Record<string, string | number>
  about: MessageAbout
  /** What it is about, as far as folding goes: of the unread ones with one subject only the newest is shown and counted. */
  subject: string
  at: Date
  readAt: Date | null
  /** False once a newer one of its subject has taken its place for good. */
  shown: boolean
  ring: { state: RingState; due: Date; sentAt: Date | null }
}

export const messages = collection<MessageDoc>('messages')
const PAGE = 20
/** Unread subjects of one person that are looked at; nobody reads so many. */
const MOST_UNREAD = 1000

const messageOf = (notice: Notice): MessageDoc => ({
  _id: notice.key,
  to: notice.to,
  kind: notice.kind,
  params: { ...notice.params },
  about: notice.about,
  subject: subjectOf(notice),
  at: notice.at,
  readAt: null,
  shown: true,
  ring: { state: 'waiting', due: notAtNight(notice.at), sentAt: null },
})

/** One round trip, whether it is told for the first time or again. */
export const addMessage = (notice: Notice): Promise<'added' | 'exists'> => messages.add(messageOf(notice))

const unreadOf = (to: string): Terms => ({ to, shown: true, readAt: null })

/** What comes after another of its subject, in the order in which the inbox shows them. */
export const isNewer = (one: Pick<MessageDoc, 'at' | '_id'>, other: Pick<MessageDoc, 'at' | '_id'>): boolean =>
  one.at.getTime() === other.at.getTime() ? one._id > other._id : one.at > other.at

/**
 * The newest unread message of each subject: what counts as unread. It is worked out from what stands there instead of
 * being kept, so that two people who tell at the same moment cannot leave it wrong.
 */
export const unreadHeads = async (to: string): Promise<string[]> => {
  const rows = await messages.pipeline<{ head: string }>((start) =>
    start
      .match(unreadOf(to))
      .sort({ at: -1, _id: -1 })
      .limit(MOST_UNREAD)
      .group({ _id: '$subject', head: { $first: '$_id' } }),
  )
  return rows.map(({ head }) => head)
}

/** A page of a person's messages, newest first, and how many are unread: two round trips at once. */
export const inboxOf = async (to: string, cursor: string | null) => {
  const [heads, rows] = await Promise.all([
    unreadHeads(to),
    messages.list({
      where: every({ to, shown: true }, afterCursor(cursor, 'at', 'desc')),
      order: [
        ['at', 'desc'],
        ['_id', 'desc'],
      ],
      limit: PAGE + 1,
    }),
  ])
  const page = pageOf(rows, PAGE, (row) => dateCursor(row.at, row._id))
  const shown = new Set(heads)
  // What a newer one of its subject hides may stand there for a minute, until the timer folds it: a page can be shorter.
  return {
    rows: page.rows.filter(({ _id, readAt }) => readAt !== null || shown.has(_id)),
    nextCursor: page.nextCursor,
    unread: heads.length,
  }
}

/** One's own message; another person's is not there. */
export const messageTo = async (id: string, to: string): Promise<MessageDoc | null> =>
  (await messages.list({ where: { _id: id, to }, limit: 1 }))[0] ?? null

/** Hides the unread ones of its subject that are older than this one. */
export const foldOlder = ({ to, subject, at, _id }: MessageDoc): Promise<number> =>
  messages.change(every({ ...unreadOf(to), subject }, _.or([{ at: _.lt(at) }, { at, _id: _.lt(_id) }])), {
    shown: false,
  })

/** The older ones first: if this dies half-way the newest is still unread, and none of the others comes up in its place. */
export const markRead = async (message: MessageDoc, now: Date): Promise<void> => {
  await foldOlder(message)
  await messages.change({ _id: message._id, readAt: null }, { readAt: now })
}

/** Marks everything read that stood there at an instant; what came since stays. */
export const markAllRead = async (to: string, until: Date, now: Date): Promise<void> => {
  const heads = await unreadHeads(to)
  await messages.change({ ...unreadOf(to), at: _.lte(until), _id: _.nin(heads) }, { shown: false })
  await messages.change({ ...unreadOf(to), at: _.lte(until), _id: _.in(heads) }, { readAt: now })
}

/** What phones are to ring for, oldest first. */
export const dueMessages = (now: Date, limit: number): Promise<MessageDoc[]> =>
  messages.list({ where: { 'ring.state': 'waiting', 'ring.due': _.lte(now) }, order: [['ring.due', 'asc']], limit })

/** The unread ones that stand beside these, themselves included: one round trip. */
export const unreadBeside = (some: readonly MessageDoc[]): Promise<MessageDoc[]> =>
  messages.list({
    where: {
      to: _.in([...new Set(some.map(({ to }) => to))]),
      shown: true,
      readAt: null,
      subject: _.in([...new Set(some.map(({ subject }) => subject))]),
    },
    order: [['at', 'desc']],
    limit: MOST_UNREAD,
  })

/** Leaves them to the inbox: no phone rings for them any more. */
export const leaveToInbox = async (some: readonly MessageDoc[], data: Terms = {}): Promise<void> => {
  if (some.length === 0) return
  const ids = some.map(({ _id }) => _id)
  await messages.change({ _id: _.in(ids), 'ring.state': 'waiting' }, { 'ring.state': 'inboxAlone', ...data })
}

/**
 * Takes a message for sending. Of two timers that run into each other one gets it, and nobody gets what its person has
 * read meanwhile.
 */
export const takeForSending = async (id: string): Promise<boolean> =>
  (await messages.change(
    { _id: id, 'ring.state': 'waiting', shown: true, readAt: null },
    { 'ring.state': 'sending' },
  )) === 1

export const endRing = (id: string, state: RingState, sentAt: Date | null): Promise<number> =>
  messages.change({ _id: id, 'ring.state': 'sending' }, { 'ring.state': state, 'ring.sentAt': sentAt })

/** Takes away what was read or folded long ago, and what nobody ever came to read. */
export const sweepMessages = async (now: Date): Promise<void> => {
  const before = (kept: number) => _.lt(new Date(now.getTime() - kept))
  await messages.remove({ at: before(READ_KEPT_MS), readAt: _.neq(null) })
  await messages.remove({ at: before(READ_KEPT_MS), shown: false })
  await messages.remove({ at: before(UNREAD_KEPT_MS) })
}

/** Everything that a person was told and that is shown, newest first, a thousand at most. */
export const allMessagesOf = (to: string): Promise<MessageDoc[]> =>
  messages.list({ where: { to, shown: true }, order: [['at', 'desc']], limit: MOST_UNREAD })

export const moveMessages = (from: string, to: string): Promise<number> => messages.change({ to: from }, { to })
export const removeMessages = (to: string): Promise<number> => messages.remove({ to })
