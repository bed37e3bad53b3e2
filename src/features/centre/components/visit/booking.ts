import type { OutputFor } from '@/domain/contracts'
import { bookDecision, MAX_PARTY, type BookRefusal, type Party } from '@/domain/centre/rules'
import { dayKey, sayDate, sayDay, sayTime } from '@/domain/time'
import type { Option } from '@/ui/choice'

export type SlotsAnswer = OutputFor<'centre.slots'>
export type Slot = SlotsAnswer['days'][number]['slots'][number]
export type Visit = OutputFor<'centre.book'>

/** Who wants to come, as typed. */
export interface PartyForm {
  kind: 'one' | 'group'
  size: string
  groupName: string
  guide: boolean
}
export const newParty: PartyForm = { kind: 'one', size: '', groupName: '', guide: false }

/** The party that is asked for; null while the size of a group is no number that can be booked. */
export function partyOf({ kind, size, guide }: PartyForm): Party | null {
  if (kind === 'one') return { size: 1, guide }
  const persons = Number(size)
  return /^\d{1,2}$/.test(size) && persons >= 1 && persons <= MAX_PARTY ? { size: persons, guide } : null
}

/** `9:30–10:30`. */
export const timesWords = ({ startsAt, endsAt }: Pick<Slot, 'startsAt' | 'endsAt'>): string =>
  `${sayTime(startsAt)}–${sayTime(endsAt)}`

/** `今天 9:30–10:30`, or with the date where the day is further away. */
export const whenWords = (slot: Pick<Slot, 'startsAt' | 'endsAt'>, now: number): string => {
  const day = sayDay(slot.startsAt, now)
  const date = sayDate(slot.startsAt)
  return `${/^[今明]天$/.test(day) ? `${day} ${date.split(' ')[0]}` : date} ${timesWords(slot)}`
}

/** `1 人`, `12 人（演示企业参观团），需要讲解`. */
export const partyWords = ({ size, groupName, guide }: Pick<Visit, 'size' | 'groupName' | 'guide'>): string =>
  `${size} 人${groupName ? `（${groupName}）` : ''}${guide ? '，有讲解' : ''}`

const leftIn = (slot: Slot): number => Math.max(0, slot.capacity - slot.taken)

const guideWords = ({ guides, guided }: Slot): string =>
  guides === 0 ? '' : guided < guides ? ` · 可约讲解` : ' · 讲解已约满'

/** What a slot has left, or why this party cannot book it. */
export function slotState(
  slot: Slot,
  party: Party,
  answer: Pick<SlotsAnswer, 'closesBefore'>,
  now: number,
): { refusal: BookRefusal | null; words: string } {
  const refusal = bookDecision(slot, party, answer, now)
  const left = leftIn(slot)
  switch (refusal) {
    case null:
      return { refusal, words: `余 ${left} 人${guideWords(slot)}` }
    case 'slotClosed':
      return { refusal, words: `不接受预约：${slot.closedReason}` }
    case 'slotPassed':
      return { refusal, words: now >= slot.endsAt ? '已结束' : '已停止预约' }
    case 'slotFull':
      return { refusal, words: left > 0 ? `只剩 ${left} 人，不够 ${party.size} 人` : '已约满' }
    case 'noGuideLeft':
      return { refusal, words: `讲解员已约满，可改为自行参观` }
  }
}

const bookable = (slots: readonly Slot[], party: Party, answer: SlotsAnswer, now: number): number =>
  slots.filter((slot) => slotState(slot, party, answer, now).refusal === null).length

/** Why nothing can be booked on a day with these slots; null where something can. */
const dayNote = (refusals: readonly (BookRefusal | null)[], isToday: boolean): string | null => {
  if (refusals.length === 0) return isToday ? '已停约' : '闭馆'
  if (refusals.includes(null)) return null
  return refusals.some((refusal) => refusal === 'slotFull' || refusal === 'noGuideLeft') ? '已约满' : '已停约'
}

/** The days as they are chosen from; a day without anything to book says why. */
export function dayOptions(answer: SlotsAnswer, party: Party, now: number): Option<string>[] {
  return answer.days.map(({ day, slots }) => {
    const at = slots[0]?.startsAt ?? new Date(`${day}T04:00:00Z`).getTime()
    const [date = '', weekday = ''] = sayDate(at).split(' ')
    const near = sayDay(at, now)
    const note =
      dayNote(
        slots.map((slot) => slotState(slot, party, answer, now).refusal),
        day === dayKey(now),
      ) ?? date
    return { value: day, words: /^[今明]天$/.test(near) ? near : weekday, note, disabled: slots.length === 0 }
  })
}

/** The first day on which this party finds a place; the first that is open where there is none. */
export const firstDay = (answer: SlotsAnswer, party: Party, now: number): string | undefined =>
  (
    answer.days.find(({ slots }) => bookable(slots, party, answer, now) > 0) ??
    answer.days.find(({ slots }) => slots.length > 0)
  )?.day

/** Every slot with its day. */
export const slotById = (answer: SlotsAnswer, id: string | undefined): Slot | undefined =>
  answer.days.flatMap(({ slots }) => slots).find((slot) => slot.id === id)

export const dayOf = (slot: Slot): string => dayKey(slot.startsAt)
