/** Enterprises, the people who speak for them, and visits to those whom nobody has met for long. No I/O; time is an argument. */
import type { Holder } from '../access'
import { atWallClock, DAY, dayKey } from '../time'

/** The zone's "3+1" leading industries, and all others. */
export const INDUSTRIES = ['newMaterials', 'electronics', 'equipment', 'biomedicine', 'other'] as const
export type Industry = (typeof INDUSTRIES)[number]

/** How an enterprise was met last. */
export const MEETING_WAYS = ['serviceDay', 'guidance', 'outreach'] as const
export type MeetingWay = (typeof MEETING_WAYS)[number]

/**
 * A person who speaks for an enterprise: asks to (`waiting`), is let or not by staff, and leaves, of their own will or
 * removed. Who left or was declined may ask again.
 */
export const CONTACT_STATES = ['waiting', 'confirmed', 'declined', 'left'] as const
export type ContactState = (typeof CONTACT_STATES)[number]

/** Which state may follow which. */
export const CONTACT_MOVES: Record<ContactState, readonly ContactState[]> = {
  waiting: ['confirmed', 'declined', 'left'],
  confirmed: ['left'],
  declined: ['waiting', 'left'],
  left: ['waiting'],
}
export const mayMove = (from: ContactState, to: ContactState): boolean => CONTACT_MOVES[from].includes(to)

/** A visit to an enterprise: somebody of a team means to go, went, or will not. */
export const OUTREACH_STATES = ['planned', 'done', 'cancelled'] as const
export type OutreachState = (typeof OUTREACH_STATES)[number]

/** Nobody has met an enterprise for too long after this many days. */
export const UNMET_DAYS = 90
/** Whom nobody has met since this instant, nobody has met for long. */
export const unmetBefore = (now: Date): Date => new Date(now.getTime() - UNMET_DAYS * DAY)
/** Stands for a meeting that never was: such enterprises come first when they are ordered by the last one. */
export const NEVER_MET = new Date(0)

/** What of a name tells enterprises apart: 蒙牛乳业(清远) and 蒙牛乳业（清远） are one. */
export const nameKeyOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()[\]<>{}"'.,·-]/g, '')

/** How staff look at enterprises: all, those for which somebody asks to speak, those for which nobody does. */
export const MANAGED_FILTERS = ['all', 'waiting', 'withoutContact'] as const
export type ManagedFilter = (typeof MANAGED_FILTERS)[number]

/** How many enterprises a person may be asking to speak for at once. */
export const MOST_ASKED = 5
/** Of a visit's write-up, in characters. */
export const NOTE_LENGTH = 500

interface Visit {
  teamId: string
  by: string
}

/** Whether the person leads the team that pays a visit. */
const leads = ({ grants }: Holder, { teamId }: Visit): boolean =>
  grants.some(({ role, scope, scopeId }) => role === 'teamLeader' && (scope === 'zone' || scopeId === teamId))

/** Whether the person goes, or leads the team of who goes: they write a visit up, and read what was said. */
export const isOwnVisit = (holder: Holder, visit: Visit): boolean =>
  (holder.memberId !== null && holder.memberId === visit.by) || leads(holder, visit)

/** Whether the person may plan and cancel a visit: as above, and staff; they see who, when and state. */
export const mayArrange = (holder: Holder, visit: Visit): boolean =>
  isOwnVisit(holder, visit) || holder.grants.some(({ role }) => role === 'staff')

/** The instant at which an enterprise counts as met by a visit on this day: noon, or now when it is today. */
export const metAt = (day: string, now: Date): Date => (day === dayKey(now) ? now : atWallClock(day, '12:00'))
