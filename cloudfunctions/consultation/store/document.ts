/** What stands in a consultation, and what follows from it. No I/O: the demo and the tests are made of this too. */
import {
  isMeeting,
  isOver,
  nextLevelAt,
  turnOf,
  type ConsultationState,
  type Lateness,
  type Mode,
  type Outcome,
  type ProblemKind,
  type Turn,
  type Verdict,
} from '@/domain/consultation/rules'
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
  looks: Look[]
}

/** What lists and timers go by. */
interface Derived {
  over: boolean
  turn: Turn
  /** What comes next, or came last: the meeting, else when it is due, else when it came to rest. */
  nextAt: Date
  /** The lateness that was told last. */
  reminded: Lateness
  /** When the next level of lateness is reached. */
  remindAt: Date | null
  /** When the enterprise and the owner are reminded of the meeting. */
  meetingRemindAt: Date | null
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

type Fixed = Pick<ConsultationDoc, 'bookedAt'>

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

/** What follows from what was decided. @param reminded the level told last; a new due time begins anew */
export const derivedOf = (core: Core & Fixed, reminded: Lateness, now: Date): Derived => ({
  over: isOver(core.state),
  turn: turnOf(core.state, core.waitingSince),
  nextAt: nextAtOf(core, now),
  reminded,
  remindAt: nextLevelAt(core, reminded, isWorkingDay),
  meetingRemindAt: meetingRemindAtOf(core, now),
})

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
    ...derivedOf(core, 'inTime', fresh.bookedAt),
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
  outcome: null,
  problem: null,
  verdict: null,
  reopened: 0,
  firstAnswerAt: null,
  transfer: null,
  rating: null,
  ratedAt: null,
  closedAt: null,
  looks: [],
} as const satisfies Partial<Core> & { looks: readonly Look[] }
