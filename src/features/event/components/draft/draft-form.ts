import type { InputFor, OutputFor } from '@/domain/contracts'
import { defaultTimes, type Audience, type EventKind } from '@/domain/event/rules'
import { coordinatesOf, coordinatesText } from '@/features/coordinates'
import { atWallClock, dayKey, DAY, HOUR } from '@/domain/time'

type Detail = OutputFor<'event.get'>
type Draft = InputFor<'event.create'>['draft']

/** A picture or paper in the form: one that the event already has, or a finished upload. */
export type Attachment =
  | { kept: number; name: string; url: string; size: number }
  | { ticketId: string; name: string; url: string; size: number; expiresAt: number }

/** What an organiser has typed so far. Instants are milliseconds; the capacity is text until it is sent. */
export interface DraftForm {
  kind: EventKind
  title: string
  summary: string
  startsAt: number
  endsAt: number
  placeName: string
  address: string
  /** As typed, `23.7012, 113.0398`; empty without a place on the map. */
  coordinates: string
  hostBranchIds: string[]
  limited: boolean
  capacity: string
  waitlist: boolean
  walkIns: boolean
  audience: Audience
  agenda: { at: string; title: string }[]
  pictures: Attachment[]
  materials: Attachment[]
  signUp: { opensAt: number; closesAt: number }
  cancelUntil: number
  checkIn: { opensAt: number; closesAt: number }
}

export type DraftField = keyof DraftForm

/** What the fields are called, on the form and when telling what somebody else changed. */
export const draftFieldLabels: Record<DraftField, string> = {
  kind: '类型',
  title: '标题',
  summary: '说明',
  startsAt: '开始时间',
  endsAt: '结束时间',
  placeName: '地点',
  address: '详细地址',
  coordinates: '地图坐标',
  hostBranchIds: '主办支部',
  limited: '人数限制',
  capacity: '人数上限',
  waitlist: '候补',
  walkIns: '现场参加',
  audience: '可见范围',
  agenda: '议程',
  pictures: '图片',
  materials: '资料',
  signUp: '报名时间',
  cancelUntil: '取消截止',
  checkIn: '签到时间',
}

const plainTimes = (startsAt: number, endsAt: number, now: number) => {
  const times = defaultTimes(startsAt, endsAt, now)
  return {
    startsAt,
    endsAt,
    signUp: { opensAt: Number(times.signUp.opensAt), closesAt: Number(times.signUp.closesAt) },
    cancelUntil: Number(times.cancelUntil),
    checkIn: { opensAt: Number(times.checkIn.opensAt), closesAt: Number(times.checkIn.closesAt) },
  }
}

/** An empty draft: half past two in the afternoon a week from now, for an hour and a half. */
export const newForm = (now: number, hostBranchIds: string[]): DraftForm => {
  const startsAt = atWallClock(dayKey(now + 7 * DAY), '14:30').getTime()
  return {
    kind: 'themeDay',
    title: '',
    summary: '',
    placeName: '',
    address: '',
    coordinates: '',
    hostBranchIds,
    limited: true,
    capacity: '40',
    waitlist: true,
    walkIns: true,
    audience: 'members',
    agenda: [],
    pictures: [],
    materials: [],
    ...plainTimes(startsAt, startsAt + 1.5 * HOUR, now),
  }
}

/** The form of an event as the server has it. */
export const formOf = (event: Detail): DraftForm => ({
  kind: event.kind,
  title: event.title,
  summary: event.summary,
  startsAt: event.startsAt,
  endsAt: event.endsAt,
  placeName: event.place.name,
  address: event.place.address,
  coordinates: coordinatesText(event.place),
  hostBranchIds: event.hosts.map((host) => host.id),
  limited: event.capacity !== null,
  capacity: event.capacity === null ? '' : String(event.capacity),
  waitlist: event.waitlist,
  walkIns: event.walkIns,
  audience: event.audience,
  agenda: event.agenda.map((row) => ({ ...row })),
  pictures: event.pictures.map((picture, kept) => ({ kept, size: 0, ...picture })),
  materials: event.materials.map((material, kept) => ({ kept, ...material })),
  signUp: { ...event.signUp },
  cancelUntil: event.cancelUntil,
  checkIn: { ...event.checkIn },
})

const attached = (file: Attachment) =>
  'kept' in file ? { kept: file.kept, name: file.name } : { ticketId: file.ticketId, name: file.name }

/** What is sent. Call it only for a form without problems. */
export const inputOf = (form: DraftForm): Draft => {
  const { placeName, address, coordinates, limited, capacity, pictures, materials, ...same } = form
  return {
    ...same,
    place: { name: placeName, address, ...coordinatesOf(coordinates) },
    capacity: limited ? Number(capacity) : null,
    waitlist: limited && same.waitlist,
    pictures: pictures.map(attached),
    materials: materials.map(attached),
  }
}

/**
 * Moves the start. The end and the windows keep their distance to it, except that sign-up stays open from when it was,
 * as long as that leaves a window at all.
 */
export const withStart = (form: DraftForm, startsAt: number): DraftForm => {
  const by = startsAt - form.startsAt
  const closesAt = form.signUp.closesAt + by
  const opensAt = form.signUp.opensAt < closesAt ? form.signUp.opensAt : form.signUp.opensAt + by
  return {
    ...form,
    startsAt,
    endsAt: form.endsAt + by,
    signUp: { opensAt, closesAt },
    cancelUntil: form.cancelUntil + by,
    checkIn: { opensAt: form.checkIn.opensAt + by, closesAt: form.checkIn.closesAt + by },
  }
}

/** Moves the end; check-in that closed with it still does. */
export const withEnd = (form: DraftForm, endsAt: number): DraftForm => ({
  ...form,
  endsAt,
  checkIn: form.checkIn.closesAt === form.endsAt ? { ...form.checkIn, closesAt: endsAt } : form.checkIn,
})
