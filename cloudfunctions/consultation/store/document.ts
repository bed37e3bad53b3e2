/** What stands in a consultation, and what follows from it. No I/O: the demo and the tests are made of this too. */
import {
  isMeeting,
  isOver,
  turnOf,
  type ConsultationState,
  type Mode,
  type Outcome,
  type ProblemKind,
  type Turn,
  type Verdict,
} from '@/domain/consultation/rules'
import {
  NO_SILENCE,
  nextLevelAt,
  nextSilenceAt,
  transferLapsesAt,
  type Lateness,
  type Silence,
} from '@/domain/consultation-clock'
import type { Topic } from '@/domain/service/rules'
import { atWallClock, DAY, dayKey } from '@/domain/time'
import type { Fact, WithFacts } from '../../kernel/facts'
import { isWorkingDay } from '../../kernel/working-days'

export interface Person {
  id: string
  name: string
  title: string
}
export interface StoredFile {
  fileId: string
  name: string
  size: number
  ticket: string
}
/** Somebody is asked to take it over; until they say yes the present owner stays responsible. */
export interface Transfer {
  to: Person
  from: Person
  /** Member id of who asks: the owner, or the team's leader. */
  by: string
  reason: string
  /** Asked although they do not know the topic. */
  override: boolean
  at: Date
}
export interface Look {
  at: Date
  by: string
  byName: string
  reason: string
  /** The request that it was asked with: repeating it is no second look. */
  key: string
}

/** What is decided; everything else follows from it. */
export interface Core {
  state: ConsultationState
  ownerId: string
  owner: { name: string; title: string }
  contactId: string
  contactName: string
  slotId: string | null
  /** The hold that its slot was booked under: a slot given back and taken again has another. */
  holdId: string | null
  dayId: string | null
  startsAt: Date | null
  endsAt: Date | null
  placeName: string
  nextStep: string
  dueAt: Date | null
  waitingSince: Date | null
  /** What a guidance's enterprise is waited for with: see `Awaited`. */
  stepWaits: boolean
  asked: boolean
  outcome: Outcome | null
  problem: { kind: ProblemKind; statement: string } | null
  verdict: Verdict | null
  /** How often the enterprise said that it was not solved. */
  reopened: number
  firstAnswerAt: Date | null
  transfer: Transfer | null
  rating: { stars: number; words: string } | null
  ratedAt: Date | null
  closedAt: Date | null
  /** Until when the enterprise may open it again; null unless it was closed because nobody answered. */
  reopenUntil: Date | null
  looks: Look[]
}

/** What timers go by. */
interface Clocks {
  /** The lateness that was told last. */
  reminded: Lateness
  /** When the next level of lateness is reached. */
  remindAt: Date | null
  /** How the enterprise's silence was met so far. */
  silence: Silence
  /** When the next level of it is reached. */
  silenceAt: Date | null
  /** When the enterprise and the owner are reminded of the meeting. */
  meetingRemindAt: Date | null
  /** When nobody is asked to take it over any more. */
  transferLapsesAt: Date | null
}
/** What a clock that has struck changes, and whom it is told to. */
export interface Stroke {
  clocks: Partial<Clocks>
  facts: readonly Fact[]
}

/** What lists and timers go by. */
interface Derived extends Clocks {
  over: boolean
  turn: Turn
  /** What comes next, or came last: the meeting, else when it is due, else when it came to rest. */
  nextAt: Date
  /** When the first of the clocks strikes. */
  wakeAt: Date | null
}

export interface ConsultationDoc extends WithFacts, Core, Derived {
  mode: Mode
  topic: Topic
  enterpriseId: string
  enterpriseName: string
  teamId: string
  bookedAt: Date
  question: string
  files: StoredFile[]
  /** How many lines were said. */
  said: number
  /** Keys of the last requests that changed it: repeating one changes nothing. */
  requests: string[]
  rev: number
  history: { at: Date; by: string; what: string }[]
}

export const LOOKS = 50
/** On the day before a meeting people are reminded of it at this time. */
const REMIND_AT = '16:00'

type Fixed = Pick<ConsultationDoc, 'bookedAt' | 'mode'>

const nextAtOf = (core: Core & Fixed, now: Date): Date => {
  if (isOver(core.state)) return core.closedAt ?? now
  return (isMeeting(core.state) ? core.startsAt : null) ?? core.dueAt ?? core.waitingSince ?? core.bookedAt
}

/** Null when the day before has gone by already: who books for tomorrow morning knows. */
const meetingRemindAtOf = ({ state, startsAt }: Core, now: Date): Date | null => {
  if (state !== 'booked' || startsAt === null) return null
  const at = atWallClock(dayKey(startsAt.getTime() - DAY), REMIND_AT)
  return at > now ? at : null
}

/** The levels told last: a new due time, or a new waiting, begins anew. */
export type Told = Pick<Derived, 'reminded' | 'silence'>
const NOTHING_TOLD: Told = { reminded: 'inTime', silence: NO_SILENCE }

/** When the first of the clocks strikes. */
export const wakeAtOf = ({ remindAt, silenceAt, meetingRemindAt, transferLapsesAt: lapsesAt }: Clocks): Date | null => {
  const times = [remindAt, silenceAt, meetingRemindAt, lapsesAt].flatMap((at) => (at === null ? [] : [at.getTime()]))
  return times.length > 0 ? new Date(Math.min(...times)) : null
}

/** What follows from what was decided. */
export const derivedOf = (core: Core & Fixed, { reminded, silence }: Told, now: Date): Derived => {
  const clocks: Clocks = {
    reminded,
    remindAt: nextLevelAt(core, reminded, isWorkingDay),
    silence,
    silenceAt: nextSilenceAt(core, silence, isWorkingDay),
    meetingRemindAt: meetingRemindAtOf(core, now),
    transferLapsesAt: core.transfer && transferLapsesAt(core.transfer.at, isWorkingDay),
  }
  return {
    ...clocks,
    over: isOver(core.state),
    turn: turnOf(core.state, core.waitingSince),
    nextAt: nextAtOf(core, now),
    wakeAt: wakeAtOf(clocks),
  }
}

/** A document that nobody has changed yet, whole with what follows from it. */
export const newConsultation = (
  fresh: Pick<
    ConsultationDoc,
    '_id' | 'mode' | 'topic' | 'enterpriseId' | 'enterpriseName' | 'teamId' | 'bookedAt' | 'question' | 'files'
  > &
    Partial<Core> &
    Pick<Core, 'state' | 'ownerId' | 'owner' | 'contactId' | 'contactName'>,
  { by, what, facts = [] }: { by: string; what: string; facts?: readonly Fact[] },
): ConsultationDoc => {
  const core = { ...NOTHING_YET, ...fresh }
  return {
    ...core,
    ...derivedOf(core, NOTHING_TOLD, fresh.bookedAt),
    said: 0,
    requests: [],
    rev: 1,
    facts: [...facts],
    history: [{ at: fresh.bookedAt, by, what }],
  }
}

const NOTHING_YET = {
  slotId: null,
  holdId: null,
  dayId: null,
  startsAt: null,
  endsAt: null,
  placeName: '',
  nextStep: '',
  dueAt: null,
  waitingSince: null,
  stepWaits: false,
  asked: false,
  outcome: null,
  problem: null,
  verdict: null,
  reopened: 0,
  firstAnswerAt: null,
  transfer: null,
  rating: null,
  ratedAt: null,
  closedAt: null,
  reopenUntil: null,
  looks: [],
} as const satisfies Partial<Core> & { looks: readonly Look[] }
