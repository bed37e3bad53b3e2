/**
 * Collection `consultations`: one document per question of an enterprise, from the booking to the enterprise's word on
 * it. Every change of state is one conditional update on the state and the revision that it was decided on; it carries
 * what was said and whom to tell as facts, so that a crash loses nothing and says nothing twice.
 */
import {
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
import { _, collection, type Terms } from '../../kernel/db'
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

export const consultations = collection<ConsultationDoc>('consultations')

const HISTORY = 30
const REQUESTS = 40
export const LOOKS = 50
/** On the day before a meeting people are reminded of it at this time. */
const REMIND_AT = '16:00'

type Fixed = Pick<ConsultationDoc, 'bookedAt'>

const nextAtOf = (core: Core & Fixed, now: Date): Date => {
  if (isOver(core.state)) return core.closedAt ?? now
  const ahead = core.state === 'booked' || core.state === 'arrived' || core.state === 'started'
  return (ahead ? core.startsAt : null) ?? core.dueAt ?? core.waitingSince ?? core.bookedAt
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

export interface Deed {
  at: Date
  /** Member id of who did it; empty for the clock. */
  by: string
  what: string
  facts?: readonly Fact[]
  /** The client's request, where the deed has no natural key. */
  request?: string
  /** How many lines its facts add. */
  said?: number
}

const isPlainObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** `_.set` keeps the database from merging nested objects field by field. */
const whole = (data: object): Terms =>
  Object.fromEntries(
    Object.entries(data).map(([field, value]) => [field, isPlainObject(value) ? _.set(value as object) : value]),
  )

const sameInstant = (a: Date | null, b: Date | null): boolean => a?.getTime() === b?.getTime()

/**
 * The one write of every change. It holds only on what it was decided on: of two deeds at once the second finds another
 * revision, looks again and decides anew.
 *
 * @returns the document as it is now with the facts to hand over; null when it changed meanwhile
 */
export const change = async (
  read: ConsultationDoc,
  patch: Partial<Core>,
  deed: Deed,
): Promise<ConsultationDoc | null> => {
  const { at, by, what, facts = [], request, said = 0 } = deed
  const core = { ...read, ...patch }
  const reminded = sameInstant(core.dueAt, read.dueAt) ? read.reminded : 'inTime'
  const data = { ...patch, ...derivedOf(core, reminded, at) }
  const condition = { _id: read._id, rev: read.rev, state: read.state }
  const won = await consultations.change(request ? { ...condition, requests: _.neq(request) } : condition, {
    ...whole(data),
    rev: _.inc(1),
    said: _.inc(said),
    history: _.push({ each: [{ at, by, what }], slice: -HISTORY }),
    ...(facts.length > 0 ? { facts: _.push([...facts]) } : {}),
    ...(request ? { requests: _.push({ each: [request], slice: -REQUESTS }) } : {}),
  })
  if (won !== 1) return null
  return { ...core, ...data, rev: read.rev + 1, said: read.said + said, facts: [...read.facts, ...facts] }
}

/** A document that nobody has changed yet, whole with what follows from it. */
export const newConsultation = (
  fresh: Pick<
    ConsultationDoc,
    '_id' | 'mode' | 'topic' | 'enterpriseId' | 'enterpriseName' | 'teamId' | 'bookedAt' | 'question' | 'files'
  > &
    Partial<Core> &
    Pick<Core, 'state' | 'ownerId' | 'owner' | 'contactId' | 'contactName'>,
  { by, what, facts = [] }: Pick<Deed, 'by' | 'what' | 'facts'>,
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
