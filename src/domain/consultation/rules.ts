/**
 * A question of an enterprise, from the booking until the enterprise has closed it: what may follow what, who sees what,
 * whose turn it is and until when. Pure; time and the calendar of working days are arguments.
 */
import type { Holder } from '../access'
import { DAY, dayKey, HOUR, MINUTE } from '../time'
import { dueAfter, workingDaysBetween, type IsWorkingDay } from '../working-time'

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
  unplaced: ['booked', 'cancelled'],
  arrived: ['started', 'open', 'answered'],
  started: ['open', 'answered'],
  open: ['open', 'answered', 'closed'],
  answered: ['closed', 'open'],
  closed: [],
  noShow: ['arrived', 'started', 'open', 'answered'],
  cancelled: [],
}
export const mayMove = (from: ConsultationState, to: ConsultationState): boolean => MOVES[from].includes(to)

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
/** A meeting can be moved or given up until it begins. */
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

/**
 * What a person may see of a consultation: its enterprise's contacts, who is responsible and the team's leader see all;
 * staff see who, when, topic and state (more only with a reason, see `reveal`); nobody else sees anything.
 */
export const sightOf = (holder: Holder, of: Confidential): Sight => {
  const holds = (role: string, scope: string, scopeId: string) =>
    holder.grants.some((grant) => grant.role === role && grant.scope === scope && grant.scopeId === scopeId)
  if (holds('contact', 'enterprise', of.enterpriseId)) return 'full'
  if (holder.memberId === of.ownerId && holds('specialist', 'team', of.teamId)) return 'full'
  if (holds('teamLeader', 'team', of.teamId)) return 'full'
  return holder.grants.some(({ role }) => role === 'staff') ? 'outline' : 'none'
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
/** Whether the outcome can be written: from the start of the meeting on, once; later steps have their own actions. */
export const concludeDecision = ({ state, startsAt }: MeetingFacts, now: Instant): ConcludeRefusal | null => {
  if (state === 'open' || state === 'answered' || state === 'closed') return 'alreadyConcluded'
  if (!mayMove(state, 'open') || startsAt === null) return 'notBooked'
  return Number(now) < Number(startsAt) - ARRIVE_BEFORE_MS ? 'tooEarly' : null
}

// ── the clock ───────────────────────────────────────────────────────────────────────────────────

/** Whether an item has somebody whose turn it is, and whether it is the enterprise's. */
export interface Clock {
  /** Null when nothing is due. */
  dueAt: Date | null
  /** Since when the enterprise is waited for; the clock stands still meanwhile. */
  waitingSince: Date | null
}

/** The outcome of a meeting is due at the end of the next working day. */
export const outcomeDue = (endsAt: Instant, isWorkingDay: IsWorkingDay): Date => dueAfter(endsAt, 1, isWorkingDay)

/** The clock goes on after the enterprise was waited for: what is due moves by the working days that it stood. */
export const resumed = ({ dueAt, waitingSince }: Clock, now: Instant, isWorkingDay: IsWorkingDay): Clock => {
  if (waitingSince === null || dueAt === null) return { dueAt, waitingSince: null }
  const stood = workingDaysBetween(waitingSince, now, isWorkingDay)
  return { dueAt: stood === 0 ? dueAt : dueAfter(dueAt, stood, isWorkingDay), waitingSince: null }
}

/** How late an item is, from "not yet" to "somebody else has to know". */
export const LATENESS = ['inTime', 'soon', 'overdue', 'escalated', 'farOverdue'] as const
export type Lateness = (typeof LATENESS)[number]

/**
 * How late an item is: `soon` from the day before it is due, `overdue` once it is past, `escalated` a working day later
 * (the team's leader is told), `farOverdue` after three (staff are told). Never late while the enterprise is waited for.
 */
export const latenessOf = ({ dueAt, waitingSince }: Clock, now: Instant, isWorkingDay: IsWorkingDay): Lateness => {
  if (dueAt === null || waitingSince !== null) return 'inTime'
  if (Number(now) <= dueAt.getTime()) return dueAt.getTime() - Number(now) <= DAY ? 'soon' : 'inTime'
  const days = workingDaysBetween(dueAt, now, isWorkingDay)
  if (days >= 3) return 'farOverdue'
  return days >= 1 ? 'escalated' : 'overdue'
}

// ── matching ────────────────────────────────────────────────────────────────────────────────────

export interface Candidate {
  id: string
  topics: readonly string[]
  conflicts: readonly string[]
  /** Items that they are responsible for and that are not closed. */
  load: number
  /** When they last met this enterprise. */
  lastMetAt: Instant | null
  /** When they could meet: the start of their next free slot. */
  nextFreeAt: Instant | null
}
export const REASON_KINDS = ['knowsTopic', 'metBefore', 'lightLoad', 'soonest', 'onlyGeneral'] as const
export type ReasonKind = (typeof REASON_KINDS)[number]
export interface Match {
  id: string
  score: number
  reasons: { kind: ReasonKind; at: number | null; count: number | null }[]
}

const KNOWS = 100
const MET = 30
const LOAD = 6
const WAIT_A_DAY = 2
const MET_WITHIN = 180 * DAY
const LIGHT = 3

/**
 * Who fits a question, best first: whoever knows the topic, then who has met the enterprise, then who has less to do and
 * is free sooner. Each says why. Who must not advise the enterprise, or has no free slot, is not among them.
 */
export const matches = (
  candidates: readonly Candidate[],
  of: { topic: string; enterpriseId: string },
  now: Instant,
): Match[] =>
  candidates
    .filter((one) => one.nextFreeAt !== null && !one.conflicts.includes(of.enterpriseId))
    .map((one) => matchOf(one, of.topic, Number(now)))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))

const matchOf = (one: Candidate, topic: string, now: number): Match => {
  const knows = one.topics.includes(topic)
  const met = one.lastMetAt !== null && now - Number(one.lastMetAt) <= MET_WITHIN
  const days = Math.max(0, (Number(one.nextFreeAt) - now) / DAY)
  const score = (knows ? KNOWS : 0) + (met ? MET : 0) - LOAD * one.load - WAIT_A_DAY * days
  const reasons: Match['reasons'] = [
    { kind: knows ? 'knowsTopic' : 'onlyGeneral', at: null, count: null },
    ...(met ? [{ kind: 'metBefore' as const, at: Number(one.lastMetAt), count: null }] : []),
    ...(one.load < LIGHT ? [{ kind: 'lightLoad' as const, at: null, count: one.load }] : []),
    { kind: 'soonest', at: Number(one.nextFreeAt), count: null },
  ]
  return { id: one.id, score: Math.round(score * 100) / 100, reasons }
}

/** Why handing a question to somebody needs a reason of its own: they do not know its topic, or must not advise. */
export const overrideOf = (
  person: Pick<Candidate, 'topics' | 'conflicts'>,
  of: { topic: string; enterpriseId: string },
): 'offTopic' | 'conflict' | null => {
  if (person.conflicts.includes(of.enterpriseId)) return 'conflict'
  return person.topics.includes(of.topic) ? null : 'offTopic'
}

/** The calendar day of an instant, for lists by day. */
export const dayOf = (instant: Instant): string => dayKey(instant)
