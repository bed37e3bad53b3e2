import { visitStateLabels } from '@/domain/centre/labels'
import { arriveDecision, ARRIVE_BEFORE_MS, cancelVisitDecision } from '@/domain/centre/rules'
import { sayWhen } from '@/domain/time'
import type { Tone } from '@/ui/state-tag'
import type { Question } from '@/ui/use-confirm'
import { whenWords, type Visit } from './booking'

/** Where a person stands with a visit, as a tag. */
export function visitTag(visit: Visit, now: number): { tone: Tone; words: string } {
  if (visit.state === 'cancelled') return { tone: 'quiet', words: visitStateLabels.cancelled }
  if (visit.arrivedAt !== null) return { tone: 'good', words: '已到访' }
  if (now >= visit.endsAt) return { tone: 'quiet', words: '未到访' }
  if (arriveDecision(visit, now) === null) return { tone: 'live', words: '可以登记' }
  return { tone: 'good', words: visitStateLabels.booked }
}

/** Still ahead of the person, or going on. */
export const isAhead = (visit: Visit, now: number): boolean => visit.state === 'booked' && now < visit.endsAt

export const canArrive = (visit: Visit, now: number): boolean =>
  visit.arrivedAt === null && arriveDecision(visit, now) === null

export const canCancel = (visit: Visit, now: number): boolean =>
  visit.state === 'booked' && cancelVisitDecision(visit, now) === null

/** When it was recorded, or from when it can be. */
export function arrivalWords(visit: Visit, now: number): string {
  if (visit.arrivedAt !== null) return `${sayWhen(visit.arrivedAt, now)} 登记到访`
  if (canArrive(visit, now)) return '到馆后扫门口屏幕上的到访码'
  return `${sayWhen(visit.startsAt - ARRIVE_BEFORE_MS, now)} 起可以登记到访`
}

/** What is lost by cancelling. */
export const cancelQuestion = (visit: Visit, now: number): Question => ({
  title: '取消预约',
  words: `${whenWords(visit, now)} 的 ${visit.size} 个名额会马上让给别人${visit.guide ? '，讲解也一起取消' : ''}。想再来要重新预约。`,
  yes: '取消预约',
  danger: true,
})
