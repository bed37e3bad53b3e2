/** Reads that a neighbour may use. */
import type { Holder } from '@/domain/access'
import { membersById, nameIn } from '../member/public'
import { eventsWithIds, listEvents } from './store/events'
import { comingRegistrations, countRegistrations, rosterPage } from './store/registrations'
import { cardView, mineView } from './store/views'

const CANDIDATES = 10
const LONGEST_EVENT_MS = 31 * 24 * 3600_000

/** The soonest event of a person that is not over, with their registration; null when there is none. */
export const nextEventOf = async (memberId: string, now: Date) => {
  const coming = await comingRegistrations(memberId, new Date(now.getTime() - LONGEST_EVENT_MS), CANDIDATES)
  const next = coming.find(({ event }) => event.listed && event.endsAt > now)
  return next ? { event: cardView(next.event), mine: mineView(next.mine) } : null
}

/** The first coming events that this person may see. */
export const comingEvents = async (holder: Holder, now: Date, limit: number) => {
  const { rows } = await listEvents({ when: 'upcoming', words: '', cursor: null }, holder, now)
  return rows.slice(0, limit).map(cardView)
}

/** Events by id that exist, and whether everybody may know of them. */
export const eventsById = async (ids: readonly string[]) =>
  (await eventsWithIds(ids)).map(({ _id, title, startsAt, listed, audience }) => ({
    id: _id,
    title,
    startsAt,
    open: listed && audience === 'public',
  }))

/** What a roster is of: the event, whose it is, and how many rows it has; null when there is no such event. */
export const rosterHead = async (eventId: string) => {
  const [[event], rows] = await Promise.all([eventsWithIds([eventId]), countRegistrations(eventId)])
  return event ? { title: event.title, startsAt: event.startsAt, hostBranchIds: event.hostBranchIds, rows } : null
}

/** A part of an event's roster in order of signing up, everybody in it: whoever asks answers for who may see it. */
export const rosterSlice = async (eventId: string, after: string | null, size: number) => {
  const { rows, nextCursor } = await rosterPage(eventId, undefined, after, size)
  const members = await membersById(rows.map(({ memberId }) => memberId))
  return {
    rows: rows.map((registration) => ({
      ...registration,
      ...nameIn(members, registration.memberId),
      branchId: members.get(registration.memberId)?.branch.id ?? '',
    })),
    nextCursor,
  }
}
