import type { OutputFor } from '@/domain/contracts'
import { latenessLabels } from '@/domain/consultation/labels'
import type { ConsultationState } from '@/domain/consultation/rules'
import type { Lateness } from '@/domain/consultation-clock'
import { sayDate, sayDay, sayWhen } from '@/domain/time'
import type { Tone } from '@/ui/state-tag'

export type Outline = OutputFor<'consultation.get'>['outline']

export const stateTones: Record<ConsultationState, Tone> = {
  booked: 'info',
  unplaced: 'wait',
  arrived: 'live',
  started: 'live',
  open: 'wait',
  answered: 'info',
  closed: 'good',
  noShow: 'bad',
  cancelled: 'quiet',
}

/** A due day as people say it, always with its date when it is not next to today. */
const dueDay = (at: number, now: number): string => {
  const day = sayDay(at, now)
  return /^周/.test(day) ? sayDate(at) : day
}

const LATE: readonly Lateness[] = ['overdue', 'escalated', 'farOverdue']
export const isLate = ({ lateness }: Pick<Outline, 'lateness'>): boolean => LATE.includes(lateness)

/** The meeting is still to be held, or under way. */
export const BEFORE: readonly ConsultationState[] = ['booked', 'arrived', 'started']

type Due = Pick<Outline, 'dueAt' | 'waitingSince' | 'lateness' | 'state'>

/** Until when something is to be done, in words; empty when nothing is. */
export const dueWords = (item: Due, now: number): string => {
  if (item.waitingSince !== null) {
    return `等企业${item.state === 'answered' ? '确认' : '回复'}（${sayWhen(item.waitingSince, now)} 起），暂不计时`
  }
  if (item.dueAt === null) return ''
  const day = dueDay(item.dueAt, now)
  if (isLate(item)) return `${latenessLabels[item.lateness]}，应在 ${day}前完成`
  // Before the outcome is written, that is what is due.
  return `${day}前${BEFORE.includes(item.state) ? '写好结果' : '完成'}`
}

/** How a due day stands out: red once it is late, amber the day before. */
export const dueTone = (item: Due): 'bad' | 'wait' | 'plain' => {
  if (item.waitingSince !== null) return 'plain'
  if (isLate(item)) return 'bad'
  return item.lateness === 'soon' ? 'wait' : 'plain'
}
