/** The service team, its days and their slots. Pure decisions; time is an argument. */
import { atWallClock, dayKey, HOUR, isNight, MINUTE } from '../time'
import { notAtNight } from '../working-time'

type Instant = Date | number

/** What an enterprise can ask about. The last ones are the kinds of chain problems (DOMAIN: 物流堵点, 人才难招, 用工短缺, 融资困难). */
export const TOPICS = [
  'policy',
  'tax',
  'technology',
  'projectApplication',
  'partyWork',
  'finance',
  'talent',
  'labour',
  'logistics',
  'other',
] as const
export type Topic = (typeof TOPICS)[number]

export const DAY_STATES = ['draft', 'published', 'cancelled'] as const
export type DayState = (typeof DAY_STATES)[number]
export const SLOT_STATES = ['free', 'held', 'booked', 'withdrawn'] as const
export type SlotState = (typeof SLOT_STATES)[number]

/** How long a slot is kept while somebody fills in the form. */
export const HOLD_MS = 5 * MINUTE
/** How long a slot is kept for an enterprise of the waiting list; the night does not count. */
export const OFFER_MS = 2 * HOUR
export const MAX_SLOTS = 200
export const MAX_TABLES = 20
/** Of a team's name, in characters. */
export const TEAM_NAME_LENGTH = 16
export const MAX_BREAKS = 4
export const SLOT_LENGTHS = [15, 20, 30, 40, 45, 60] as const
/** A slot can be booked until so many minutes before it starts. */
export const BOOK_BEFORE_MINUTES = 15

/** Times of a day as wall clocks at the park. */
export interface DayTimes {
  /** `2026-11-28` */
  day: string
  from: string
  to: string
  breaks: readonly { from: string; to: string }[]
  slotMinutes: number
}
export interface SlotTime {
  startsAt: Date
  endsAt: Date
}

/** The slots of one table, in order: none reaches into a break or beyond the end. */
export const slotTimes = ({ day, from, to, breaks, slotMinutes }: DayTimes): SlotTime[] => {
  const at = (time: string) => atWallClock(day, time).getTime()
  const pauses = breaks.map((pause) => ({ from: at(pause.from), to: at(pause.to) })).sort((a, b) => a.from - b.from)
  const length = slotMinutes * MINUTE
  const slots: SlotTime[] = []
  let start = at(from)
  while (start + length <= at(to)) {
    const end = start + length
    const pause = pauses.find((one) => start < one.to && one.from < end)
    if (pause) {
      start = pause.to
      continue
    }
    slots.push({ startsAt: new Date(start), endsAt: new Date(end) })
    start = end
  }
  return slots
}

/** A slot's natural key: `<day>:<specialist>:<start in minutes of the epoch>`. */
export const serviceSlotIdOf = (dayId: string, specialistId: string, startsAt: Instant): string =>
  `${dayId}:${specialistId}:${Number(startsAt) / MINUTE}`

/** The parts of a slot's key; null for what is none. */
export const partsOfSlotId = (id: string): { dayId: string; specialistId: string; startsAt: Date } | null => {
  const [dayId, specialistId, minutes] = id.split(':')
  if (!dayId || !specialistId || !minutes || !/^\d{6,10}$/.test(minutes)) return null
  return { dayId, specialistId, startsAt: new Date(Number(minutes) * MINUTE) }
}

export type DayProblem =
  | 'titleMissing'
  | 'placeMissing'
  | 'timesWrong'
  | 'breakWrong'
  | 'nobodySits'
  | 'personTwice'
  | 'tooManySlots'
  | 'noSlot'
  | 'dayPassed'

export interface DayDraft extends DayTimes {
  title: string
  place: { name: string }
  tables: readonly { specialistId: string }[]
}

const placeProblems = ({ title, place }: DayDraft): DayProblem[] => [
  ...(title.trim() === '' ? (['titleMissing'] as const) : []),
  ...(place.name.trim() === '' ? (['placeMissing'] as const) : []),
]

const tableProblems = ({ tables }: DayDraft): DayProblem[] => {
  if (tables.length === 0) return ['nobodySits']
  return new Set(tables.map(({ specialistId }) => specialistId)).size < tables.length ? ['personTwice'] : []
}

const slotProblems = (draft: DayDraft): DayProblem[] => {
  const perTable = slotTimes(draft).length
  if (perTable === 0) return ['noSlot']
  return perTable * draft.tables.length > MAX_SLOTS ? ['tooManySlots'] : []
}

const timeProblems = (draft: DayDraft): DayProblem[] => {
  if (draft.to <= draft.from) return ['timesWrong']
  if (draft.breaks.some(({ from, to }) => to <= from || from < draft.from || draft.to < to)) return ['breakWrong']
  return slotProblems(draft)
}

/** Why a draft cannot be published yet; the page shows all of them, the server refuses with the first. */
export const dayProblems = (draft: DayDraft, now: Instant): DayProblem[] => [
  ...placeProblems(draft),
  ...timeProblems(draft),
  ...tableProblems(draft),
  ...(atWallClock(draft.day, draft.from).getTime() <= Number(now) ? (['dayPassed'] as const) : []),
]

export interface SlotFacts {
  state: SlotState
  startsAt: Instant
  /** Of a held one: until when. */
  until: Instant | null
}

/** Whether a slot can be taken by anybody at this moment: a hold that has lapsed counts as none. */
export const isFree = ({ state, until }: SlotFacts, now: Instant): boolean =>
  state === 'free' || (state === 'held' && until !== null && Number(until) <= Number(now))

/** Whether a slot can still be booked as far as time is concerned. */
export const isBookable = ({ startsAt }: Pick<SlotFacts, 'startsAt'>, now: Instant): boolean =>
  Number(now) <= Number(startsAt) - BOOK_BEFORE_MINUTES * MINUTE

/**
 * Until when a slot is kept for an enterprise of the waiting list: two hours by day, and never beyond the moment at which
 * it can no longer be booked. Null when there is no time left to ask anybody.
 */
export const offerUntil = (slot: Pick<SlotFacts, 'startsAt'>, now: Instant): Date | null => {
  const from = isNight(now) ? notAtNight(now).getTime() : Number(now)
  const end = from + OFFER_MS
  const until = Math.min(
    isNight(end) ? notAtNight(end).getTime() : end,
    Number(slot.startsAt) - BOOK_BEFORE_MINUTES * MINUTE,
  )
  return until <= from ? null : new Date(until)
}

/** Whether two stretches of time overlap; one that ends when the other begins does not. */
export const overlaps = (a: { from: Instant; to: Instant }, b: { from: Instant; to: Instant }): boolean =>
  Number(a.from) < Number(b.to) && Number(b.from) < Number(a.to)

/** The natural key of an owner's sheet of a day. */
export const sheetIdOf = (owner: 'enterprise' | 'specialist', ownerId: string, at: Instant): string =>
  `${owner}:${ownerId}:${dayKey(at)}`

export const ABSENCE_MAX_DAYS = 60
/** Absences of one person that are not over. */
export const MAX_ABSENCES = 20
/** Slots that one enterprise may have booked ahead. */
export const MAX_BOOKED = 5
/** Topics for which one enterprise may wait at a time. */
export const MAX_WAITS = 5
