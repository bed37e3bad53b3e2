import type { OutputFor } from '@/domain/contracts'
import { phaseLabels, registrationStateLabels } from '@/domain/event/labels'
import { checkInWindow, isFull, phaseOf, placesLeft, signUpDecision } from '@/domain/event/rules'
import { dayKey, sayDay, sayTime } from '@/domain/time'
import type { Tone } from '@/ui/state-tag'

export type EventCard = OutputFor<'event.list'>['items'][number]
export type EventDetail = OutputFor<'event.get'>
export type Mine = NonNullable<EventDetail['mine']>

export interface Tag {
  tone: Tone
  words: string
}

/** Where an event stands for everyone, as a tag. */
export function phaseTag(event: EventCard, now: number): Tag {
  const phase = phaseOf(event, now)
  if (phase === 'cancelled') return { tone: 'bad', words: phaseLabels.cancelled }
  if (phase === 'running') return { tone: 'live', words: phaseLabels.running }
  if (phase === 'ended' || phase === 'draft') return { tone: 'quiet', words: phaseLabels[phase] }
  if (checkInWindow(event, now) === null) return { tone: 'live', words: '签到中' }
  const refusal = signUpDecision(event, now)
  if (refusal === 'signUpNotOpen') return { tone: 'quiet', words: '报名未开始' }
  if (refusal === 'full') return { tone: 'quiet', words: '名额已满' }
  if (refusal) return { tone: 'quiet', words: '报名截止' }
  return isFull(event) ? { tone: 'wait', words: '可候补' } : { tone: 'info', words: '报名中' }
}

/** Where a person stands with an event, as a tag. */
export function mineTag(event: EventCard, mine: Mine, now: number): Tag {
  if (mine.attendedAt !== null) return { tone: 'good', words: '已签到' }
  if (mine.state === 'cancelled') return { tone: 'quiet', words: registrationStateLabels.cancelled }
  if (event.state === 'cancelled') return { tone: 'bad', words: '活动已取消' }
  if (phaseOf(event, now) === 'ended') {
    return { tone: 'quiet', words: mine.state === 'waitlisted' ? '未递补上' : '未签到' }
  }
  if (checkInWindow(event, now) === null && mine.state === 'registered') return { tone: 'live', words: '可以签到' }
  return mine.state === 'waitlisted'
    ? { tone: 'wait', words: registrationStateLabels.waitlisted }
    : { tone: 'good', words: registrationStateLabels.registered }
}

/** How many places are left, in words. */
export function placesWords(event: EventCard): string {
  const left = placesLeft(event)
  if (left === null) return `已报名 ${event.taken} 人，不限名额`
  if (left > 0) return `余 ${left} 个名额，共 ${event.capacity}`
  return event.waitlist ? `${event.capacity} 个名额已满，可以候补` : `${event.capacity} 个名额已满`
}

/** `今天 14:30–16:00`; with the other day's name where it ends on another. */
export function whenWords(event: Pick<EventCard, 'startsAt' | 'endsAt'>, now: number): string {
  const { startsAt, endsAt } = event
  const end = dayKey(startsAt) === dayKey(endsAt) ? sayTime(endsAt) : `${sayDay(endsAt, now)} ${sayTime(endsAt)}`
  return `${sayDay(startsAt, now)} ${sayTime(startsAt)}–${end}`
}
