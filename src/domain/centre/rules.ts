/** The centre and visits to it: opening hours, visiting slots, booking and arriving. Pure decisions; time is an argument. */
import { atWallClock, DAY, dayKey, MINUTE, sayTime, weekdayOf } from '../time'

type Instant = Date | number

/** What no editor changes: the service centre (DOMAIN: 1,039 m² in 天安智谷科技产业园, open since November 2021). */
export const CENTRE = { name: '党群服务中心', area: 1039, openedOn: '2021-11' } as const

/** Hours of one weekday as wall clocks, `09:00`–`17:30`; null: closed. */
export type Hours = { opens: string; closes: string } | null
export interface Closure {
  /** Days, `2026-10-01`, both included. */
  from: string
  to: string
  reason: string
}
export interface OpeningFacts {
  /** Sunday first, as `weekdayOf` counts. */
  week: readonly Hours[]
  closures: readonly Closure[]
}

const closureOn = ({ closures }: OpeningFacts, day: string): Closure | null =>
  closures.find(({ from, to }) => from <= day && day <= to) ?? null

/** Why the centre is closed on a day on which it would be open by the week; empty when nothing was announced. */
export const closureReason = (facts: OpeningFacts, day: string): string => closureOn(facts, day)?.reason ?? ''

/** The hours of a calendar day; null when closed that day. */
export const hoursOn = (facts: OpeningFacts, day: string): Hours =>
  closureOn(facts, day) ? null : (facts.week[weekdayOf(day)] ?? null)

export type OpenState =
  | { is: 'open'; until: Date }
  /** `next` is null when it does not open within four weeks. */
  | { is: 'closed'; next: Date | null; reason: string }

const LOOK_AHEAD_DAYS = 28

const nextOpening = (facts: OpeningFacts, now: Date): Date | null => {
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead++) {
    const day = dayKey(now.getTime() + ahead * DAY)
    const hours = hoursOn(facts, day)
    const opens = hours && atWallClock(day, hours.opens)
    if (opens && opens > now) return opens
  }
  return null
}

/** Whether the centre is open at this moment, until when, or when it opens next. */
export const openState = (facts: OpeningFacts, now: Date): OpenState => {
  const day = dayKey(now)
  const hours = hoursOn(facts, day)
  if (hours && atWallClock(day, hours.opens) <= now && now < atWallClock(day, hours.closes))
    return { is: 'open', until: atWallClock(day, hours.closes) }
  return { is: 'closed', next: nextOpening(facts, now), reason: closureOn(facts, day)?.reason ?? '' }
}

// ── visits ──────────────────────────────────────────────────────────────────────────────────────

export const VISIT_STATES = ['booked', 'cancelled'] as const
export type VisitState = (typeof VISIT_STATES)[number]
export const ARRIVAL_WAYS = ['scan', 'digits', 'manual'] as const
export type ArrivalWay = (typeof ARRIVAL_WAYS)[number]

/** How visiting is arranged. */
export interface VisitingFacts {
  slotMinutes: number
  /** Persons at one time. */
  capacity: number
  /** Groups that can be guided at one time. */
  guides: number
  daysAhead: number
  /** Bookable until so many minutes before the start. */
  closesBefore: number
}

/** A slot's id is its start at the park's clock: `20261121-0930`. */
export const SLOT_ID = /^20\d{6}-\d{4}$/
export const slotIdOf = (day: string, time: string): string => `${day.replace(/-/g, '')}-${time.replace(':', '')}`

export interface SlotTimes {
  id: string
  startsAt: Date
  endsAt: Date
}

/** The slots of a calendar day, in order; none when closed. The last one ends within the opening hours. */
export const slotsOn = (opening: OpeningFacts, visiting: VisitingFacts, day: string): SlotTimes[] => {
  const hours = hoursOn(opening, day)
  if (!hours) return []
  const length = visiting.slotMinutes * MINUTE
  const slots: SlotTimes[] = []
  const closes = atWallClock(day, hours.closes).getTime()
  for (let at = atWallClock(day, hours.opens).getTime(); at + length <= closes; at += length) {
    const clock = sayTime(at).padStart(5, '0')
    slots.push({ id: slotIdOf(day, clock), startsAt: new Date(at), endsAt: new Date(at + length) })
  }
  return slots
}

/** The calendar day in a slot's id. */
export const dayOfSlot = (slotId: string): string => `${slotId.slice(0, 4)}-${slotId.slice(4, 6)}-${slotId.slice(6, 8)}`

/** The days on which visits can be booked, today first. */
export const bookableDays = ({ daysAhead }: VisitingFacts, now: Instant): string[] =>
  Array.from({ length: daysAhead + 1 }, (_unused, ahead) => dayKey(Number(now) + ahead * DAY))

/** The slot behind an id, if there is such a slot now; null for a made-up id, a closed day or one too far ahead. */
export const slotBehind = (
  opening: OpeningFacts,
  visiting: VisitingFacts,
  slotId: string,
  now: Instant,
): SlotTimes | null => {
  const day = dayOfSlot(slotId)
  if (!bookableDays(visiting, now).includes(day)) return null
  return slotsOn(opening, visiting, day).find(({ id }) => id === slotId) ?? null
}

export interface SlotFacts {
  startsAt: Instant
  endsAt: Instant
  capacity: number
  taken: number
  guides: number
  guided: number
  closedReason: string
}
export interface Party {
  size: number
  guide: boolean
}
export type BookRefusal = 'slotClosed' | 'slotPassed' | 'slotFull' | 'noGuideLeft'

/** Whether a slot still takes bookings as far as time is concerned. */
export const isBookable = (
  slot: Pick<SlotFacts, 'startsAt'>,
  { closesBefore }: Pick<VisitingFacts, 'closesBefore'>,
  now: Instant,
): boolean => Number(now) <= Number(slot.startsAt) - closesBefore * MINUTE

/** Whether a party fits into a slot now. For the last places the conditional update has the last word. */
export const bookDecision = (
  slot: SlotFacts,
  party: Party,
  visiting: Pick<VisitingFacts, 'closesBefore'>,
  now: Instant,
): BookRefusal | null => {
  if (slot.closedReason !== '') return 'slotClosed'
  if (!isBookable(slot, visiting, now)) return 'slotPassed'
  if (slot.taken + party.size > slot.capacity) return 'slotFull'
  return party.guide && slot.guided >= slot.guides ? 'noGuideLeft' : null
}

export interface VisitFacts {
  state: VisitState
  startsAt: Instant
  endsAt: Instant
  arrivedAt: Instant | null
}
export type CancelVisitRefusal = 'alreadyArrived' | 'visitOver'

/** A visit can be given up until it is over; the places are free at once. */
export const cancelVisitDecision = (visit: VisitFacts, now: Instant): CancelVisitRefusal | null => {
  if (visit.arrivedAt !== null) return 'alreadyArrived'
  return Number(now) >= Number(visit.endsAt) ? 'visitOver' : null
}

/** Visitors are let in from half an hour before their slot until it ends. */
export const ARRIVE_BEFORE_MS = 30 * MINUTE
const opensAt = ({ startsAt }: VisitFacts): number => Number(startsAt) - ARRIVE_BEFORE_MS
const isOver = ({ endsAt }: VisitFacts, now: Instant): boolean => Number(now) >= Number(endsAt)
const isRunning = (visit: VisitFacts, now: Instant): boolean =>
  Number(visit.startsAt) <= Number(now) && !isOver(visit, now)

export type ArriveRefusal = 'visitCancelled' | 'tooEarly' | 'visitOver'
export const arriveDecision = (visit: VisitFacts, now: Instant): ArriveRefusal | null => {
  if (visit.state === 'cancelled') return 'visitCancelled'
  if (Number(now) < opensAt(visit)) return 'tooEarly'
  return isOver(visit, now) ? 'visitOver' : null
}

/**
 * Which of a person's visits of today the code at the door is for: the one that runs now, else the one that can be
 * entered already, else the nearest still to come, else the last. By the time alone and not by whether they have come, so
 * that a repeated scan means the same visit. One that was cancelled counts only when there is no other in its place.
 */
export const visitAtDoor = <V extends VisitFacts>(today: readonly V[], now: Instant): V | null => {
  const sorted = [...today].sort((a, b) => Number(a.startsAt) - Number(b.startsAt))
  const booked = sorted.filter(({ state }) => state === 'booked')
  const cancelled = sorted.filter(({ state }) => state === 'cancelled')
  return (
    booked.find((visit) => isRunning(visit, now)) ??
    booked.find((visit) => opensAt(visit) <= Number(now) && !isOver(visit, now)) ??
    cancelled.find((visit) => opensAt(visit) <= Number(now) && !isOver(visit, now)) ??
    booked.find((visit) => !isOver(visit, now)) ??
    booked.at(-1) ??
    cancelled.at(-1) ??
    null
  )
}

/** How long after its end an editor may still record that a party came. */
export const RECORD_DAYS = 7
export type RecordRefusal = 'visitCancelled' | 'tooEarly' | 'tooLateToRecord'
export const recordDecision = (visit: VisitFacts, now: Instant): RecordRefusal | null => {
  if (visit.state === 'cancelled') return 'visitCancelled'
  if (Number(now) < opensAt(visit)) return 'tooEarly'
  return Number(now) > Number(visit.endsAt) + RECORD_DAYS * DAY ? 'tooLateToRecord' : null
}

/** Whether a booking counts towards `MAX_OPEN_VISITS`: nobody has come yet, and it is not over. */
export const isOpenVisit = (visit: VisitFacts, now: Instant): boolean =>
  visit.state === 'booked' && visit.arrivedAt === null && !isOver(visit, now)

/** Open bookings that one person may hold at a time. */
export const MAX_OPEN_VISITS = 3
export const MAX_PARTY = 30
/** What the door's code is made for: the centre has one door. Letters of QR's alphanumeric alphabet. */
export const DOOR = 'CENTRE-DOOR'

// ── what an editor may set ──────────────────────────────────────────────────────────────────────

export type CentreProblem = 'hoursWrong' | 'closureWrong'
export const centreProblems = ({ week, closures }: OpeningFacts): CentreProblem[] => {
  const problems: CentreProblem[] = []
  if (week.some((hours) => hours && hours.closes <= hours.opens)) problems.push('hoursWrong')
  if (closures.some(({ from, to }) => to < from)) problems.push('closureWrong')
  return problems
}

const WEEKDAY: Hours = { opens: '09:00', closes: '17:30' }

/** What stands until an editor has written something: plain example hours, Monday to Friday and Saturday morning. */
export const FIRST_CENTRE = {
  intro: '清远高新区两新组织的党群服务中心，三区三室一吧一廊，欢迎党员、职工和企业来参观。',
  address: '广东省清远高新区天安智谷科技产业园',
  latitude: null,
  longitude: null,
  directions: '',
  phone: '',
  week: [null, WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, { opens: '09:00', closes: '12:00' }] as Hours[],
  closures: [] as Closure[],
  notices: [] as { title: string; text: string; at: Date }[],
  visiting: { slotMinutes: 60 as const, capacity: 30, guides: 1, daysAhead: 14, closesBefore: 60 },
}
