/** Specialists, service days, slots, sheets and waits as their stores would have written them: see builders.ts. */
import { sheetIdOf, slotTimes, type SlotTime, type Topic } from '@/domain/service/rules'
import { atWallClock, dayKey, HOUR } from '@/domain/time'
import type { AbsenceDoc } from '../../cloudfunctions/service/store/absences'
import type { ServiceDayDoc, Table } from '../../cloudfunctions/service/store/days'
import { newSlot } from '../../cloudfunctions/service/store/new-slot'
import type { DaySheetDoc, Interval } from '../../cloudfunctions/service/store/sheets'
import type { SlotDoc } from '../../cloudfunctions/service/store/slots'
import type { SpecialistDoc } from '../../cloudfunctions/service/store/specialists'
import type { WaitDoc } from '../../cloudfunctions/service/store/waits'

const TEAM = 'team-01'

export const buildSpecialist = (memberId: string, overrides: Partial<SpecialistDoc> = {}): SpecialistDoc => ({
  _id: memberId,
  teamId: TEAM,
  name: `演示${memberId.replace(/^m-/, '')}`,
  title: '税务志愿者',
  intro: '',
  topics: ['tax'],
  conflicts: [],
  active: true,
  rev: 1,
  facts: [],
  history: [],
  ...overrides,
})

type Person = Pick<SpecialistDoc, '_id' | 'name' | 'title' | 'topics'>

export const tableOf = ({ _id, name, title, topics }: Person): Table => ({
  specialistId: _id,
  seat: _id,
  name,
  title,
  topics: [...topics],
  gone: false,
})

/** A published day from nine to noon with half-hour slots. `day` is `2026-11-28`. */
export const buildServiceDay = (
  id: string,
  day: string,
  people: readonly Person[],
  overrides: Partial<ServiceDayDoc> = {},
): ServiceDayDoc => {
  const times = { day, from: '09:00', to: '12:00', breaks: [], slotMinutes: 30, ...overrides }
  const tables = overrides.tables ?? people.map(tableOf)
  return {
    _id: id,
    teamId: TEAM,
    teamName: '',
    title: '链上服务日',
    state: 'published',
    ...times,
    startsAt: atWallClock(times.day, times.from),
    endsAt: atWallClock(times.day, times.to),
    place: { name: '天安智谷一楼大厅', address: '', latitude: null, longitude: null },
    tables,
    topics: [...new Set(tables.flatMap(({ topics }) => topics))],
    notes: '',
    slots: overrides.state === 'draft' ? 0 : slotTimes(times).length * tables.length,
    edition: overrides.state === 'draft' ? 0 : 1,
    rev: 2,
    cancelReason: '',
    movedAt: null,
    createdBy: '',
    facts: [],
    history: [],
    ...overrides,
  }
}

/** A free slot of a day's table. */
export const buildServiceSlot = (
  day: ServiceDayDoc,
  table: Table,
  times: SlotTime,
  overrides: Partial<SlotDoc> = {},
): SlotDoc => ({ ...newSlot(day, table, times), ...overrides })

/** Every slot of a day, all free: by table, then by time. */
export const buildServiceSlots = (day: ServiceDayDoc): SlotDoc[] =>
  day.tables.flatMap((table) => slotTimes(day).map((times) => buildServiceSlot(day, table, times)))

/** What makes a slot one that an enterprise has booked for a consultation. */
export const bookedBy = (enterpriseId: string, consultationId: string, memberId: string): Partial<SlotDoc> => ({
  state: 'booked',
  enterpriseId,
  heldBy: memberId,
  holdId: `hold-${consultationId}`,
  consultationId,
})

/** One owner's sheet of the day on which these intervals begin. */
export const buildDaySheet = (
  owner: DaySheetDoc['owner'],
  ownerId: string,
  intervals: readonly Interval[],
  at: Date,
): DaySheetDoc => ({
  _id: sheetIdOf(owner, ownerId, at),
  owner,
  ownerId,
  day: dayKey(at),
  intervals: [...intervals],
  pending: [],
  meetings: [],
  rev: 1,
})

const seatOf = ({ _id, edition, startsAt, endsAt }: ServiceDayDoc): Interval => ({
  key: `day~${_id}~${edition}`,
  group: `day~${_id}`,
  from: startsAt,
  to: endsAt,
})
const bookingOf = ({ _id, holdId, startsAt, endsAt }: SlotDoc): Interval => ({
  key: `slot~${_id}~${holdId}`,
  group: _id,
  from: startsAt,
  to: endsAt,
})

/** The sheets that go with days and their slots: everyone who sits there, and every enterprise that has a slot. */
export const sheetsFor = (days: readonly ServiceDayDoc[], slots: readonly SlotDoc[]): DaySheetDoc[] => {
  const sheets = new Map<string, DaySheetDoc>()
  const put = (owner: DaySheetDoc['owner'], ownerId: string, interval: Interval) => {
    const fresh = buildDaySheet(owner, ownerId, [], interval.from)
    const sheet = sheets.get(fresh._id) ?? fresh
    sheets.set(sheet._id, { ...sheet, intervals: [...sheet.intervals, interval] })
  }
  for (const day of days.filter(({ state }) => state === 'published'))
    for (const { specialistId } of day.tables) put('specialist', specialistId, seatOf(day))
  for (const slot of slots) if (slot.enterpriseId) put('enterprise', slot.enterpriseId, bookingOf(slot))
  return [...sheets.values()]
}

export const buildWait = (enterpriseId: string, topic: Topic, at: Date, overrides: Partial<WaitDoc> = {}): WaitDoc => ({
  _id: `${enterpriseId}:${topic}`,
  enterpriseId,
  topic,
  memberId: 'm-world-contact',
  at,
  state: 'waiting',
  slotId: null,
  holdId: null,
  startsAt: null,
  until: null,
  passed: [],
  ...overrides,
})

/** Two hours of an absence that began at `from`. */
export const buildAbsence = (
  id: string,
  specialistId: string,
  from: Date,
  overrides: Partial<AbsenceDoc> = {},
): AbsenceDoc => ({
  _id: id,
  specialistId,
  teamId: TEAM,
  from,
  to: new Date(from.getTime() + 2 * HOUR),
  note: '',
  removedAt: null,
  facts: [],
  ...overrides,
})
