/**
 * A question of an enterprise, from the booking until the enterprise has closed it: what may follow what, who sees what,
 * whose turn it is. Pure; time is an argument. The clocks stand in ../consultation-clock.ts.
 */
import type { Holder } from '../access'
import { dayKey, HOUR, MINUTE } from '../time'

type Instant = Date | number

export const MODES = ['slot', 'oneToOne'] as const
export type Mode = (typeof MODES)[number]

/**
 * `booked → arrived → started` is the meeting, `unplaced` one that lost its slot and waits for another; `open` has
 * somebody at work on it, `answered` waits for the enterprise's word, `closed` has it.
 */
export const CONSULTATION_STATES = [
  'booked',
  'unplaced',
  'arrived',
  'started',
  'open',
  'answered',
  'closed',
  'noShow',
  'cancelled',
] as const
export type ConsultationState = (typeof CONSULTATION_STATES)[number]

/** Which state may follow which. */
export const MOVES: Record<ConsultationState, readonly ConsultationState[]> = {
  booked: ['arrived', 'started', 'noShow', 'cancelled', 'unplaced', 'open', 'answered'],
  /** Settled without another meeting, or closed because nobody chose one. */
  unplaced: ['booked', 'cancelled', 'open', 'answered', 'closed'],
  arrived: ['started', 'noShow', 'open', 'answered'],
  started: ['noShow', 'open', 'answered'],
  open: ['open', 'answered', 'closed'],
  answered: ['closed', 'open'],
  /** Only what was closed because nobody answered. */
  closed: ['open'],
  noShow: ['arrived', 'started', 'open', 'answered'],
  cancelled: [],
}
export const mayMove = (from: ConsultationState, to: ConsultationState): boolean => MOVES[from].includes(to)

/** States after which nothing is done any more, unless an enterprise that was missed comes after all. */
const OVER: readonly ConsultationState[] = ['closed', 'noShow', 'cancelled']
export const isOver = (state: ConsultationState): boolean => OVER.includes(state)
/** States in which a meeting lies ahead or is going on. */
export const MEETING_STATES = ['booked', 'arrived', 'started'] as const satisfies readonly ConsultationState[]
export const isMeeting = (state: ConsultationState): boolean => MEETING_STATES.some((one) => one === state)

/**
 * Whose turn it is. A meeting is the team's, whether or not the enterprise was asked for something beforehand; one that
 * lost its slot is the enterprise's, which chooses another.
 */
export type Turn = 'team' | 'enterprise' | 'nobody'
export const turnOf = (state: ConsultationState, waitingSince: Date | null): Turn => {
  if (isOver(state)) return 'nobody'
  if (state === 'answered' || state === 'unplaced') return 'enterprise'
  return state === 'open' && waitingSince !== null ? 'enterprise' : 'team'
}

/** What came of a meeting. */
export const OUTCOMES = ['answered', 'followUp', 'handedOver', 'chainProblem'] as const
export type Outcome = (typeof OUTCOMES)[number]
/** Kinds of chain problems (问题清单), DOMAIN. */
export const PROBLEM_KINDS = ['logistics', 'talent', 'labour', 'finance', 'supply', 'technology', 'other'] as const
export type ProblemKind = (typeof PROBLEM_KINDS)[number]
export const VERDICTS = ['solved', 'partly', 'notSolved'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What kinds of things are said in a consultation. */
export const LINE_KINDS = [
  'question',
  'words',
  'materialAsked',
  'outcome',
  'nextStep',
  'transfer',
  'verdict',
  'look',
  'state',
] as const
export type LineKind = (typeof LINE_KINDS)[number]
export const SIDES = ['enterprise', 'team', 'staff', 'system'] as const
export type Side = (typeof SIDES)[number]

export const MAX_FILES = 6
export const MAX_DUE_DAYS = 30
/** Somebody can have arrived, and what came of it be written, so long before the start. */
export const ARRIVE_BEFORE_MS = 2 * HOUR
/** A no-show is said ten minutes after the start at the earliest. */
export const NO_SHOW_AFTER_MS = 10 * MINUTE

// ── who sees what ───────────────────────────────────────────────────────────────────────────────

export interface Confidential {
  enterpriseId: string
  teamId: string
  /** The member who is responsible. */
  ownerId: string
}
/** `full`: question, words and files. `outline`: who, when, topic and state. */
export type Sight = 'full' | 'outline' | 'none'

/** On which side somebody stands to a consultation. `asked`: to take it over. */
export const STANDINGS = ['enterprise', 'owner', 'leader', 'asked', 'staff'] as const
export type Standing = (typeof STANDINGS)[number]

/**
 * On which sides a person stands to a consultation, nearest first. A specialist of the team who is neither responsible
 * nor asked stands on none, nor does anybody whose grant has ended.
 */
export const standingsOf = (holder: Holder, of: Confidential & { askedId?: string | null }): Standing[] => {
  const holds = (role: string, scope: string, scopeId: string) =>
    holder.grants.some((grant) => grant.role === role && grant.scope === scope && grant.scopeId === scopeId)
  const leads = holds('teamLeader', 'team', of.teamId) || holds('teamLeader', 'zone', '')
  const serves = holds('specialist', 'team', of.teamId) || leads
  const on: Record<Standing, boolean> = {
    enterprise: holds('contact', 'enterprise', of.enterpriseId),
    owner: serves && holder.memberId === of.ownerId,
    leader: leads,
    asked: serves && holder.memberId !== null && holder.memberId === of.askedId,
    staff: holder.grants.some(({ role }) => role === 'staff'),
  }
  return STANDINGS.filter((standing) => on[standing])
}

const CLOSE: readonly Standing[] = ['enterprise', 'owner', 'leader']
export const seesAll = (standings: readonly Standing[]): boolean => standings.some((one) => CLOSE.includes(one))

/**
 * What a person may see of a consultation: its enterprise's contacts, who is responsible and the team's leader see all;
 * staff, and who is asked to take it over, see who, when, topic and state; nobody else sees anything.
 */
export const sightOf = (holder: Holder, of: Confidential & { askedId?: string | null }): Sight => {
  const standings = standingsOf(holder, of)
  if (seesAll(standings)) return 'full'
  return standings.length > 0 ? 'outline' : 'none'
}

// ── the meeting ─────────────────────────────────────────────────────────────────────────────────

export interface MeetingFacts {
  state: ConsultationState
  startsAt: Instant | null
  endsAt: Instant | null
}
export type ChangeRefusal = 'meetingBegun' | 'notBooked'

/** Whether the enterprise may still cancel or move its meeting. */
export const changeDecision = ({ state, startsAt }: MeetingFacts, now: Instant): ChangeRefusal | null => {
  if (state === 'unplaced') return null
  if (state !== 'booked') return 'notBooked'
  return startsAt !== null && Number(now) >= Number(startsAt) ? 'meetingBegun' : null
}

export const MARKS = ['arrived', 'started', 'noShow'] as const
export type Mark = (typeof MARKS)[number]
export type MarkRefusal = 'notBooked' | 'tooEarly'

/** Whether a specialist may record that somebody arrived, that it began, or that nobody came. */
export const markDecision = ({ state, startsAt }: MeetingFacts, mark: Mark, now: Instant): MarkRefusal | null => {
  if (startsAt === null || !mayMove(state, mark)) return 'notBooked'
  const from = mark === 'noShow' ? Number(startsAt) + NO_SHOW_AFTER_MS : Number(startsAt) - ARRIVE_BEFORE_MS
  return Number(now) < from ? 'tooEarly' : null
}

export type ConcludeRefusal = 'tooEarly' | 'notBooked' | 'alreadyConcluded'
/**
 * Whether the outcome can be written: from around the start of the meeting on, once; later steps have their own actions.
 * What lost its slot may be settled without another meeting at any time.
 */
export const concludeDecision = ({ state, startsAt }: MeetingFacts, now: Instant): ConcludeRefusal | null => {
  if (state === 'open' || state === 'answered' || state === 'closed') return 'alreadyConcluded'
  if (state === 'unplaced') return null
  if (!mayMove(state, 'open') || startsAt === null) return 'notBooked'
  return Number(now) < Number(startsAt) - ARRIVE_BEFORE_MS ? 'tooEarly' : null
}

/** Whether the next step or the answer of an item can be written: a guidance has its own, which end it by its result. */
export const followDecision = ({
  state,
  mode,
}: {
  state: ConsultationState
  mode: Mode
}): 'notOpen' | 'guided' | null => {
  if (state !== 'open') return 'notOpen'
  return mode === 'oneToOne' ? 'guided' : null
}

// ── what is due ─────────────────────────────────────────────────────────────────────────────────

/** What the enterprise's word makes of an answer, and within how many working days the rest is due. */
export const VERDICT_MAKES: Record<Verdict, { state: ConsultationState; dueDays: number }> = {
  solved: { state: 'closed', dueDays: 0 },
  partly: { state: 'open', dueDays: 3 },
  notSolved: { state: 'open', dueDays: 2 },
}

// ── changes of hands ────────────────────────────────────────────────────────────────────────────

/** Why handing a question to somebody needs a reason of its own: they do not know its topic, or must not advise. */
export const overrideOf = (
  person: { topics: readonly string[]; conflicts: readonly string[] },
  of: { topic: string; enterpriseId: string },
): 'offTopic' | 'conflict' | null => {
  if (person.conflicts.includes(of.enterpriseId)) return 'conflict'
  return person.topics.includes(of.topic) ? null : 'offTopic'
}

/** How somebody fits a question, best first. Who must not advise the enterprise cannot be asked at all. */
export const FITS = ['knowsTopic', 'offTopic', 'conflict'] as const
export type Fit = (typeof FITS)[number]
export const fitOf = (...args: Parameters<typeof overrideOf>): Fit => overrideOf(...args) ?? 'knowsTopic'

/** The calendar day of an instant, for lists by day. */
export const dayOf = (instant: Instant): string => dayKey(instant)
