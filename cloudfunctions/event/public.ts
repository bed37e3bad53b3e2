/** Reads that a neighbour may use. */
import type { Holder } from '@/domain/access'
import { eventsWithIds, listEvents } from './store/events'
import { comingRegistrations } from './store/registrations'
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
