/**
 * Events, registrations and check-in: pure decisions, asked by the server to decide and by the pages to explain a button.
 * Time is an argument. A decision is either null (go ahead) or the code of the refusal.
 */

import type { Grant } from '../kit'

export const EVENT_KINDS = ['themeDay', 'meeting', 'training', 'lecture', 'ceremony', 'contest'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export const EVENT_STATES = ['draft', 'published', 'cancelled'] as const
export type EventState = (typeof EVENT_STATES)[number]
/** A cancelled event stays visible, so that nobody stands before a closed door. */
export const EVENT_MOVES: Record<EventState, readonly EventState[]> = {
  draft: ['published', 'cancelled'],
  published: ['cancelled'],
  cancelled: [],
}

/** `public`: everyone. `members`: confirmed members. `hosts`: confirmed members of the hosting branches. */
export const AUDIENCES = ['public', 'members', 'hosts'] as const
export type Audience = (typeof AUDIENCES)[number]

export const REGISTRATION_STATES = ['registered', 'waitlisted', 'cancelled'] as const
export type RegistrationState = (typeof REGISTRATION_STATES)[number]

export const ATTENDANCE_WAYS = ['scan', 'digits', 'manual'] as const
export type AttendanceWay = (typeof ATTENDANCE_WAYS)[number]

type Instant = Date | number
const ms = (instant: Instant): number => Number(instant)

/** What the decisions need to know of an event. Stored documents and page views both have it. */
export interface EventFacts {
  state: EventState
  startsAt: Instant
  endsAt: Instant
  signUp: { opensAt: Instant; closesAt: Instant }
  cancelUntil: Instant
  checkIn: { opensAt: Instant; closesAt: Instant }
  capacity: number | null
  taken: number
  waitlist: boolean
  walkIns: boolean
}

/** What the decisions need to know of a person's own registration; null when there is none. */
export type RegistrationFacts = { state: RegistrationState; attendedAt: Instant | null } | null

export type Phase = 'draft' | 'cancelled' | 'upcoming' | 'running' | 'ended'

/** Where an event stands at this moment. */
export const phaseOf = (event: Pick<EventFacts, 'state' | 'startsAt' | 'endsAt'>, now: Instant): Phase => {
  if (event.state !== 'published') return event.state
  if (ms(now) < ms(event.startsAt)) return 'upcoming'
  return ms(now) <= ms(event.endsAt) ? 'running' : 'ended'
}

export const placesLeft = (event: Pick<EventFacts, 'capacity' | 'taken'>): number | null =>
  event.capacity === null ? null : Math.max(0, event.capacity - event.taken)

export const isFull = (event: Pick<EventFacts, 'capacity' | 'taken'>): boolean => placesLeft(event) === 0

export type SignUpRefusal = 'eventCancelled' | 'notPublished' | 'signUpNotOpen' | 'signUpClosed' | 'full'

/** Whether a person without a live registration may sign up now; a full event with a waiting list is no refusal. */
export const signUpDecision = (event: EventFacts, now: Instant): SignUpRefusal | null => {
  if (event.state === 'cancelled') return 'eventCancelled'
  if (event.state === 'draft') return 'notPublished'
  if (ms(now) < ms(event.signUp.opensAt)) return 'signUpNotOpen'
  if (ms(now) >= ms(event.signUp.closesAt)) return 'signUpClosed'
  return isFull(event) && !event.waitlist ? 'full' : null
}

/** Whether there is a registration that signing up again would only repeat. */
export const isLive = (mine: RegistrationFacts): boolean => mine !== null && mine.state !== 'cancelled'

export type CancelRefusal = 'notSignedUp' | 'alreadyCheckedIn' | 'cancelTooLate'

/** Whether a person may give their place back now. Leaving the waiting list is always possible. */
export const cancelDecision = (event: EventFacts, mine: RegistrationFacts, now: Instant): CancelRefusal | null => {
  if (!mine || mine.state === 'cancelled') return 'notSignedUp'
  if (mine.attendedAt !== null) return 'alreadyCheckedIn'
  if (mine.state === 'waitlisted' || event.state === 'cancelled') return null
  return ms(now) >= ms(event.cancelUntil) ? 'cancelTooLate' : null
}

export type WindowRefusal = 'eventCancelled' | 'notPublished' | 'notOpenYet' | 'closed'

/** Whether the check-in window stands open. */
export const checkInWindow = (event: EventFacts, now: Instant): WindowRefusal | null => {
  if (event.state === 'cancelled') return 'eventCancelled'
  if (event.state === 'draft') return 'notPublished'
  if (ms(now) < ms(event.checkIn.opensAt)) return 'notOpenYet'
  return ms(now) > ms(event.checkIn.closesAt) ? 'closed' : null
}

export type CheckInStep = 'again' | 'attend' | 'walkIn' | 'notSignedUp' | 'signUpCancelled' | 'waitlisted' | 'full'

/**
 * What a valid code does for this person: record attendance, repeat the first one, take a place on the spot, or be refused.
 * A full event is answered from the count that was read; for a free one the conditional update has the last word.
 */
export const checkInStep = (event: EventFacts, mine: RegistrationFacts): CheckInStep => {
  if (mine && mine.attendedAt !== null) return 'again'
  if (mine?.state === 'registered') return 'attend'
  if (event.walkIns) return isFull(event) ? 'full' : 'walkIn'
  if (mine?.state === 'waitlisted') return 'waitlisted'
  return mine ? 'signUpCancelled' : 'notSignedUp'
}

/** How long after the end the organiser may still record who was there (补签). */
export const MANUAL_DAYS = 7
export const manualDecision = (
  event: EventFacts,
  now: Instant,
): 'notOpenYet' | 'tooLateToRecord' | 'eventCancelled' | null => {
  if (event.state === 'cancelled') return 'eventCancelled'
  if (event.state === 'draft' || ms(now) < ms(event.checkIn.opensAt)) return 'notOpenYet'
  return ms(now) > ms(event.endsAt) + MANUAL_DAYS * 86_400_000 ? 'tooLateToRecord' : null
}

// ── who may see an event ────────────────────────────────────────────────────────────────────────

/** Which audiences a person belongs to: `'all'` for zone-wide staff, else the branches they belong to or work for. */
export const audienceOf = (grants: readonly Grant[]): { members: boolean; branchIds: 'all' | string[] } => ({
  members: grants.length > 0,
  branchIds: grants.some((grant) => grant.role === 'staff' && grant.scope === 'zone')
    ? 'all'
    : grants.filter((grant) => grant.scope === 'branch').map((grant) => grant.scopeId),
})

/** Whether a published or cancelled event is for this person. */
export const maySee = (
  event: { audience: Audience; hostBranchIds: readonly string[] },
  grants: readonly Grant[],
): boolean => {
  const { members, branchIds } = audienceOf(grants)
  if (event.audience === 'public') return true
  if (event.audience === 'members') return members
  return branchIds === 'all' || event.hostBranchIds.some((id) => branchIds.includes(id))
}

// ── drafts ──────────────────────────────────────────────────────────────────────────────────────

export interface DraftTimes {
  startsAt: Instant
  endsAt: Instant
  signUp: { opensAt: Instant; closesAt: Instant }
  cancelUntil: Instant
  checkIn: { opensAt: Instant; closesAt: Instant }
}

export type DraftProblem =
  | 'endsBeforeStart'
  | 'tooLong'
  | 'signUpWindowEmpty'
  | 'signUpAfterEnd'
  | 'cancelAfterStart'
  | 'checkInWindowEmpty'
  | 'checkInOutside'

const MAX_LENGTH_MS = 31 * 86_400_000
const DAY_MS = 86_400_000

/** What is wrong with the times of an event, in the order in which a form shows its fields. */
export const draftProblems = (draft: DraftTimes): DraftProblem[] => {
  const checks: [boolean, DraftProblem][] = [
    [ms(draft.endsAt) <= ms(draft.startsAt), 'endsBeforeStart'],
    [ms(draft.endsAt) - ms(draft.startsAt) > MAX_LENGTH_MS, 'tooLong'],
    [ms(draft.signUp.closesAt) <= ms(draft.signUp.opensAt), 'signUpWindowEmpty'],
    [ms(draft.signUp.closesAt) > ms(draft.endsAt), 'signUpAfterEnd'],
    [ms(draft.cancelUntil) > ms(draft.startsAt), 'cancelAfterStart'],
    [ms(draft.checkIn.closesAt) <= ms(draft.checkIn.opensAt), 'checkInWindowEmpty'],
    [
      ms(draft.checkIn.opensAt) < ms(draft.startsAt) - DAY_MS || ms(draft.checkIn.closesAt) > ms(draft.endsAt) + DAY_MS,
      'checkInOutside',
    ],
  ]
  return checks.filter(([wrong]) => wrong).map(([, problem]) => problem)
}

/** The windows an organiser starts from: sign-up until the start, cancel until a day before, check-in 30 min before until the end. */
export const defaultTimes = (
  startsAt: number,
  endsAt: number,
  now: number,
): { [K in keyof DraftTimes]: DraftTimes[K] } => ({
  startsAt,
  endsAt,
  signUp: { opensAt: Math.min(now, startsAt - 2 * DAY_MS), closesAt: startsAt },
  cancelUntil: startsAt - DAY_MS,
  checkIn: { opensAt: startsAt - 30 * 60_000, closesAt: endsAt },
})

/** Moves every time of an event by the same distance, for copying one to another day. */
export const shiftTimes = <T extends DraftTimes>(times: T, byMs: number): DraftTimes => {
  const shift = (instant: Instant) => new Date(ms(instant) + byMs)
  const window = (w: { opensAt: Instant; closesAt: Instant }) => ({
    opensAt: shift(w.opensAt),
    closesAt: shift(w.closesAt),
  })
  return {
    startsAt: shift(times.startsAt),
    endsAt: shift(times.endsAt),
    signUp: window(times.signUp),
    cancelUntil: shift(times.cancelUntil),
    checkIn: window(times.checkIn),
  }
}
