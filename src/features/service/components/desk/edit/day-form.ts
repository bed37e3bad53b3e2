import type { InputFor, OutputFor } from '@/domain/contracts'
import { dayProblems, SLOT_LENGTHS, slotTimes, type DayProblem, type SlotTime } from '@/domain/service/rules'
import { atWallClock, DAY, dayKey } from '@/domain/time'
import { COORDINATES_WRONG, coordinatesOf, coordinatesText } from '@/features/coordinates'

export type EditedDay = OutputFor<'service.edit'>
type Draft = InputFor<'service.save'>['draft']
export type SlotLength = (typeof SLOT_LENGTHS)[number]

/** What a leader has typed so far. Times are wall clocks at the park. */
export interface DayForm {
  teamId: string
  title: string
  day: string
  from: string
  to: string
  breaks: { from: string; to: string }[]
  slotMinutes: SlotLength
  placeName: string
  address: string
  /** As typed, `23.7012, 113.0398`; empty without a place on the map. */
  coordinates: string
  specialistIds: string[]
  notes: string
}

export type DayField = keyof DayForm

/** What the fields are called, on the form and when telling what somebody else changed. */
export const dayFieldLabels: Record<DayField, string> = {
  teamId: '小分队',
  title: '名称',
  day: '日期',
  from: '开始时间',
  to: '结束时间',
  breaks: '休息',
  slotMinutes: '每个时段',
  placeName: '地点',
  address: '详细地址',
  coordinates: '地图坐标',
  specialistIds: '队员',
  notes: '说明',
}

export const DAY_LENGTHS = { title: 40, placeName: 40, address: 80, notes: 300 } as const

/** A new day: a week from now, in the morning and the afternoon. */
export const newDayForm = (now: number, teamId: string): DayForm => ({
  teamId,
  title: '链上服务日',
  day: dayKey(now + 7 * DAY),
  from: '09:00',
  to: '17:00',
  breaks: [{ from: '12:00', to: '14:00' }],
  slotMinutes: 30,
  placeName: '',
  address: '',
  coordinates: '',
  specialistIds: [],
  notes: '',
})

const lengthOf = (minutes: number): SlotLength => SLOT_LENGTHS.find((length) => length === minutes) ?? 30

export const dayFormOf = ({ teamId, draft }: EditedDay): DayForm => ({
  teamId,
  title: draft.title,
  day: draft.day,
  from: draft.from,
  to: draft.to,
  breaks: draft.breaks,
  slotMinutes: lengthOf(draft.slotMinutes),
  placeName: draft.place.name,
  address: draft.place.address,
  coordinates: coordinatesText(draft.place),
  specialistIds: draft.tables.map(({ specialistId }) => specialistId),
  notes: draft.notes,
})

/** The same weekday, the next time it comes after now. */
const nextSuchDay = (day: string, now: number): string => {
  const noon = atWallClock(day, '12:00').getTime()
  const weeks = Math.max(1, Math.ceil((now - noon) / (7 * DAY)))
  return dayKey(noon + weeks * 7 * DAY)
}

/** A day like another: its place, times and people, on the next such weekday. */
export const copiedForm = (source: EditedDay, now: number): DayForm => {
  const form = dayFormOf(source)
  return { ...form, day: nextSuchDay(form.day, now) }
}

const NOWHERE = { latitude: null, longitude: null }

export const placeOf = ({
  placeName,
  address,
  coordinates,
}: Pick<DayForm, 'placeName' | 'address' | 'coordinates'>) => ({
  name: placeName.trim(),
  address: address.trim(),
  ...(coordinatesOf(coordinates) ?? NOWHERE),
})

export const draftOf = (form: DayForm): Draft => ({
  title: form.title,
  day: form.day,
  from: form.from,
  to: form.to,
  breaks: form.breaks,
  slotMinutes: form.slotMinutes,
  place: placeOf(form),
  tables: form.specialistIds.map((specialistId) => ({ specialistId })),
  notes: form.notes,
})

const ruled = (form: DayForm) => ({
  title: form.title,
  day: form.day,
  from: form.from,
  to: form.to,
  breaks: form.breaks,
  slotMinutes: form.slotMinutes,
  place: { name: form.placeName },
  tables: form.specialistIds.map((specialistId) => ({ specialistId })),
})

/** The slots of one table as they will be; none while the times make no sense. */
export const previewTimes = (form: Pick<DayForm, 'day' | 'from' | 'to' | 'breaks' | 'slotMinutes'>): SlotTime[] =>
  form.day && form.from && form.to && form.from < form.to ? slotTimes(form) : []

/** Everything that keeps the day from being published. */
export const problemsOf = (form: DayForm, now: number): DayProblem[] => dayProblems(ruled(form), now)

export const fieldOfProblem: Record<DayProblem, DayField> = {
  titleMissing: 'title',
  placeMissing: 'placeName',
  timesWrong: 'to',
  breakWrong: 'breaks',
  nobodySits: 'specialistIds',
  personTwice: 'specialistIds',
  tooManySlots: 'slotMinutes',
  noSlot: 'to',
  dayPassed: 'day',
}

/** What even a draft must not contain. */
export const coordinatesProblem = ({ coordinates }: Pick<DayForm, 'coordinates'>): string | undefined =>
  coordinatesOf(coordinates) ? undefined : COORDINATES_WRONG
