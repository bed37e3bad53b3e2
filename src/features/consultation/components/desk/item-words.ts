import type { OutputFor } from '@/domain/contracts'
import { latenessLabels, waitingForEnterpriseWords } from '@/domain/consultation/labels'
import type { ConsultationState } from '@/domain/consultation/rules'
import type { Lateness } from '@/domain/consultation-clock'
import { sayDate, sayDay } from '@/domain/time'
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

type Due = Pick<Outline, 'dueAt' | 'waiting' | 'lateness' | 'state'>

/** What the enterprise is waited for with. */
const AWAITED: Partial<Record<ConsultationState, string>> = { answered: '确认', unplaced: '重新选时段' }

/** Until when something is to be done, in words; empty when nothing is. */
export const dueWords = (item: Due, now: number): string => {
  const before = BEFORE.includes(item.state)
  if (item.waiting && !before) return waitingForEnterpriseWords(AWAITED[item.state] ?? '回复', item.waiting, now)
  if (item.dueAt === null) return ''
  const day = dueDay(item.dueAt, now)
  if (isLate(item)) return `${latenessLabels[item.lateness]}，应在 ${day}前完成`
  // Before the outcome is written, that is what is due.
  return `${item.waiting ? '等企业补充材料 · ' : ''}${day}前${before ? '写好结果' : '完成'}`
}

/** How a due day stands out: red once it is late, amber the day before. */
export const dueTone = (item: Due): 'bad' | 'wait' | 'plain' => {
  if (isLate(item)) return 'bad'
  if (item.waiting?.level === 'silent' || item.waiting?.level === 'lapsed') return 'wait'
  return item.lateness === 'soon' ? 'wait' : 'plain'
}
