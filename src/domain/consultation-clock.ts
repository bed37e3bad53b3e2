/**
 * The two clocks of a consultation, of which at most one runs: until when the team has to act, and for how long the
 * enterprise has been waited for. Pure; time and the calendar of working days are arguments.
 */
import { isMeeting, type ConsultationState, type Mode } from './consultation/rules'
import { atWallClock, dayKey, isNight, startOfDay } from './time'
import { dueAfter, workingDayBefore, workingDaysBetween, type IsWorkingDay } from './working-time'

type Instant = Date | number

/** Where the clocks stand. */
export interface Clock {
  state: ConsultationState
  /** Null when nothing is due. */
  dueAt: Date | null
  /** Since when the enterprise is waited for. */
  waitingSince: Date | null
}

// ── the team's ──────────────────────────────────────────────────────────────────────────────────

/** States in which what comes next can be the enterprise's: an item, its word on an answer, the choice of another slot. */
const AWAITED: readonly ConsultationState[] = ['open', 'answered', 'unplaced']

/** The outcome of a meeting is due at the end of the next working day. */
export const outcomeDue = (endsAt: Instant, isWorkingDay: IsWorkingDay): Date => dueAfter(endsAt, 1, isWorkingDay)

/** The clock goes on after the enterprise was waited for: what is due moves by the working days that it stood. */
export const resumed = (
  { dueAt, waitingSince }: Omit<Clock, 'state'>,
  now: Instant,
  isWorkingDay: IsWorkingDay,
): Omit<Clock, 'state'> => {
  if (waitingSince === null || dueAt === null) return { dueAt, waitingSince: null }
  const stood = workingDaysBetween(waitingSince, now, isWorkingDay)
  return { dueAt: stood === 0 ? dueAt : dueAfter(dueAt, stood, isWorkingDay), waitingSince: null }
}

/** How late an item is, from "not yet" to "somebody else has to know". */
export const LATENESS = ['inTime', 'soon', 'overdue', 'escalated', 'farOverdue'] as const
export type Lateness = (typeof LATENESS)[number]

/**
 * Whether the team's clock stands still. Around a meeting it never does: what is due follows from the meeting's own time,
 * whether or not what the enterprise was asked for has come.
 */
const stands = ({ state, waitingSince }: Clock): boolean => waitingSince !== null && AWAITED.includes(state)

/** Nobody is reminded before the office opens. */
const MORNING = '09:00'
const morningAfter = (from: Instant, days: number, isWorkingDay: IsWorkingDay): Date =>
  atWallClock(dayKey(dueAfter(from, days, isWorkingDay)), MORNING)

/**
 * From when on an item is due soon: the same time of the working day before. What a meeting makes due is so from the
 * morning of the day itself: the meeting may be held on the day before.
 */
const soonFrom = (state: ConsultationState, dueAt: Date, isWorkingDay: IsWorkingDay): Date => {
  const day = dayKey(dueAt)
  if (isMeeting(state)) return atWallClock(day, MORNING)
  const timeOfDay = dueAt.getTime() - startOfDay(dueAt).getTime()
  return new Date(atWallClock(workingDayBefore(day, isWorkingDay), '00:00').getTime() + timeOfDay)
}

/**
 * How late an item is: `soon` from the working day before it is due, `overdue` once it is past, `escalated` a working day later
 * (the team's leader is told), `farOverdue` after three (staff are told). Never late while the clock stands.
 */
export const latenessOf = (clock: Clock, now: Instant, isWorkingDay: IsWorkingDay): Lateness => {
  const { dueAt } = clock
  if (dueAt === null || stands(clock)) return 'inTime'
  if (Number(now) <= dueAt.getTime())
    return Number(now) >= soonFrom(clock.state, dueAt, isWorkingDay).getTime() ? 'soon' : 'inTime'
  const days = workingDaysBetween(dueAt, now, isWorkingDay)
  if (days >= 3) return 'farOverdue'
  return days >= 1 ? 'escalated' : 'overdue'
}

const STEP_DAYS: Partial<Record<Lateness, number>> = { escalated: 1, farOverdue: 3 }

/** When an item reaches the level after this one, unless something happens to it; null when it never does. */
export const nextLevelAt = (clock: Clock, level: Lateness, isWorkingDay: IsWorkingDay): Date | null => {
  const next = LATENESS[LATENESS.indexOf(level) + 1]
  if (clock.dueAt === null || stands(clock) || next === undefined) return null
  if (next === 'soon') return soonFrom(clock.state, clock.dueAt, isWorkingDay)
  const steps = STEP_DAYS[next]
  // A millisecond later: what is done on the stroke is in time.
  if (steps === undefined) return new Date(clock.dueAt.getTime() + 1)
  return startOfDay(dueAfter(clock.dueAt, steps, isWorkingDay))
}

/**
 * The levels to be told of an item that stood at one and has come to another: also those in between, each of which has
 * others to hear it. That it is due soon is no news once it is late.
 */
export const levelsToTell = (told: Lateness, level: Lateness): Lateness[] =>
  LATENESS.slice(LATENESS.indexOf(told) + 1, LATENESS.indexOf(level) + 1).filter(
    (one) => one !== 'soon' || level === 'soon',
  )

/**
 * What still counts of the level that was told last, once what is due has moved: no more than the item is late now. So a
 * new due time begins anew, and the same lateness after a pause is told nobody a second time.
 */
export const toldAfterMove = (told: Lateness, clock: Clock, now: Instant, isWorkingDay: IsWorkingDay): Lateness => {
  const level = latenessOf(clock, now, isWorkingDay)
  return LATENESS.indexOf(level) < LATENESS.indexOf(told) ? level : told
}

/** So many working days somebody has who is asked to take an item over. */
const ANSWER_TRANSFER_WITHIN = 3
/** When it is as if nobody had been asked. */
export const transferLapsesAt = (askedAt: Instant, isWorkingDay: IsWorkingDay): Date =>
  morningAfter(askedAt, ANSWER_TRANSFER_WITHIN, isWorkingDay)

// ── the enterprise's ────────────────────────────────────────────────────────────────────────────

/**
 * What became of the waiting so far: the enterprise was reminded, reminded once more and told what its silence leads to;
 * then the team knows that it is silent, and at last may close what nobody answers.
 */
export const SILENCE = ['fresh', 'reminded', 'warned', 'silent', 'lapsed'] as const
export type SilenceLevel = (typeof SILENCE)[number]
export interface Silence {
  level: SilenceLevel
  /** When that level was told; null while nothing was. */
  at: Date | null
  /** From when on it may be closed without an answer, as the enterprise was told; null where it may not, or not yet. */
  lapsesAt: Date | null
}
export const NO_SILENCE: Silence = { level: 'fresh', at: null, lapsesAt: null }

/** What the waiting is about. */
export interface Waiting extends Clock {
  mode: Mode
  startsAt: Date | null
}

/** Each level comes so many working days after the one before: the first after the waiting began. */
const REMIND_AFTER = 3
const WARN_AFTER = 3
const TELL_TEAM_AFTER = 2
/** Asked for something before a meeting, the enterprise has less time. */
const REMIND_BEFORE_MEETING_AFTER = 1
/** So many working days lie between the warning and the day from which it may be closed. */
const LAPSE_AFTER = 10
/** So many working days the enterprise may open again what was closed because it did not answer. */
const REOPEN_WITHIN = 20

/** In a guidance the enterprise has until the day that was agreed on: its silence begins there. */
const silentFrom = ({ mode, state, dueAt, waitingSince }: Waiting): Date | null =>
  waitingSince !== null && mode === 'oneToOne' && state === 'open' && dueAt !== null && dueAt > waitingSince
    ? dueAt
    : waitingSince

/** For how many working days the enterprise has been waited for. */
export const daysWaited = (of: Waiting, now: Instant, isWorkingDay: IsWorkingDay): number => {
  const from = silentFrom(of)
  return from === null ? 0 : workingDaysBetween(from, now, isWorkingDay)
}

/** Whether silence can end it: an answer, or a question that cannot go on. A guidance ends by its result, a meeting by being held. */
const mayLapse = ({ state, mode }: Waiting): boolean =>
  state === 'answered' || (mode === 'slot' && AWAITED.includes(state))

/** When the next level of silence is reached, unless the enterprise answers; null when there is none. */
export const nextSilenceAt = (of: Waiting, silence: Silence, isWorkingDay: IsWorkingDay): Date | null => {
  const from = silentFrom(of)
  if (from === null) return null
  if (isMeeting(of.state)) return beforeMeeting(of, silence, { from, isWorkingDay })
  if (!AWAITED.includes(of.state)) return null
  const since = silence.at ?? from
  if (silence.level === 'fresh') return morningAfter(since, REMIND_AFTER, isWorkingDay)
  if (silence.level === 'reminded') return morningAfter(since, WARN_AFTER, isWorkingDay)
  if (silence.level === 'warned') return morningAfter(since, TELL_TEAM_AFTER, isWorkingDay)
  return silence.level === 'silent' ? silence.lapsesAt : null
}

/** Before a meeting the enterprise is reminded at most twice, and nothing follows from its silence. */
const beforeMeeting = (
  { state, startsAt }: Waiting,
  { level, at }: Silence,
  { from, isWorkingDay }: { from: Date; isWorkingDay: IsWorkingDay },
): Date | null => {
  if (state !== 'booked' || startsAt === null || (level !== 'fresh' && level !== 'reminded')) return null
  const days = level === 'fresh' ? REMIND_BEFORE_MEETING_AFTER : WARN_AFTER
  const next = morningAfter(at ?? from, days, isWorkingDay)
  return next < startsAt ? next : null
}

/** The level after this one, told at `now`. The day from which it may be closed is fixed by the warning that names it. */
export const nextSilence = (of: Waiting, { level, lapsesAt }: Silence, now: Date, works: IsWorkingDay): Silence => {
  const next = SILENCE[SILENCE.indexOf(level) + 1] ?? 'lapsed'
  const warns = next === 'warned' && mayLapse(of)
  return { level: next, at: now, lapsesAt: warns ? morningAfter(now, LAPSE_AFTER, works) : lapsesAt }
}

/** The enterprise hears nothing of its silence at night or on a day off. */
export const mayRemind = (now: Date, isWorkingDay: IsWorkingDay): boolean => isWorkingDay(dayKey(now)) && !isNight(now)
/** Where nobody can be reminded, the next try is on the next working day. */
export const nextTryAt = (now: Date, isWorkingDay: IsWorkingDay): Date => morningAfter(now, 1, isWorkingDay)

/** Whether it may be closed without the enterprise's answer: warned, and the day that the warning named has come. */
export const lapseDecision = (of: Waiting, { lapsesAt }: Silence, now: Instant): 'notSilent' | null =>
  of.waitingSince !== null && mayLapse(of) && lapsesAt !== null && Number(now) >= lapsesAt.getTime()
    ? null
    : 'notSilent'

/** Until when what was closed like that may be opened again. */
export const reopenUntil = (closedAt: Instant, isWorkingDay: IsWorkingDay): Date =>
  dueAfter(closedAt, REOPEN_WITHIN, isWorkingDay)

/** Whether the enterprise may open it again. @param until null: it was closed by the enterprise's own word */
export const reopenDecision = (
  { state, reopenUntil: until }: { state: ConsultationState; reopenUntil: Instant | null },
  now: Instant,
): 'notReopenable' | null =>
  state === 'closed' && until !== null && Number(now) <= Number(until) ? null : 'notReopenable'
