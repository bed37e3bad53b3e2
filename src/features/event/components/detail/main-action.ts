import { eventRefusals } from '@/domain/event/labels'
import {
  cancelDecision,
  checkInWindow,
  isFull,
  isLive,
  phaseOf,
  signUpDecision,
  type CancelRefusal,
  type SignUpRefusal,
} from '@/domain/event/rules'
import { refusalWords } from '@/domain/labels'
import { sayWhen } from '@/domain/time'
import type { EventDetail } from '@/features/event-state'

/** What a person can do about an event now: one main button, perhaps a second one, and why it is so. */
export interface Offer {
  main: { do: 'signUp' | 'checkIn' | 'seeOthers'; words: string } | { do: 'nothing'; words: string }
  second?: { do: 'cancel' | 'signUp'; words: string }
  note: string
}

const nothing = (words: string, note: string): Offer => ({ main: { do: 'nothing', words }, note })

/** Whether scanning on the spot would check this person in without having signed up. */
const walkInPossible = (event: EventDetail): boolean => event.walkIns && !isFull(event)

const signUpWords = (event: EventDetail) => (isFull(event) ? '报名候补' : '报名')

function forAttending(event: EventDetail, now: number): Offer {
  const refusal = cancelDecision(event, event.mine, now)
  const second = refusal ? undefined : ({ do: 'cancel', words: '取消报名' } as const)
  if (checkInWindow(event, now) === null) {
    return { main: { do: 'checkIn', words: '签到' }, second, note: '扫签到屏幕上的二维码，也可以输入 8 位数字' }
  }
  if (phaseOf(event, now) === 'ended') return nothing('活动已结束', eventRefusals.closed.toString())
  const opens = `签到 ${sayWhen(event.checkIn.opensAt, now)} 开始`
  return { ...nothing('已报名', refusal ? `${opens}。${cancelWords(refusal)}` : opens), second }
}

const cancelWords = (refusal: CancelRefusal): string => refusalWords('event.cancelSignUp', refusal)

function forWaiting(event: EventDetail, now: number): Offer {
  const second = { do: 'cancel', words: '退出候补' } as const
  if (phaseOf(event, now) === 'ended') return nothing('活动已结束', '这次没有递补上')
  if (checkInWindow(event, now) === null && walkInPossible(event)) {
    return { main: { do: 'checkIn', words: '签到' }, second, note: '现场还有空位，到场扫码即可参加' }
  }
  return { ...nothing('候补中', '有人取消时按报名先后递补，结果在“我的活动”里'), second }
}

function whyNoSignUp(event: EventDetail, refusal: SignUpRefusal, now: number): Offer {
  switch (refusal) {
    case 'signUpClosed':
      return nothing('报名已截止', event.walkIns ? '允许现场参加，到场扫码即可' : '如需参加请联系主办支部')
    case 'signUpNotOpen':
      return nothing('报名未开始', refusalWords('event.signUp', refusal, { at: Number(event.signUp.opensAt), now }))
    case 'full':
      return nothing('名额已满', refusalWords('event.signUp', refusal))
    case 'eventCancelled':
    case 'notPublished':
      return nothing('不能报名', refusalWords('event.signUp', refusal))
  }
}

function forNewcomer(event: EventDetail, now: number): Offer {
  if (phaseOf(event, now) === 'ended') return nothing('活动已结束', '看看接下来还有哪些活动')
  const refusal = signUpDecision(event, now)
  const signUp = { do: 'signUp', words: signUpWords(event) } as const
  if (checkInWindow(event, now) === null && walkInPossible(event)) {
    const second = refusal ? undefined : signUp
    return { main: { do: 'checkIn', words: '现场签到' }, second, note: '没有报名也可以，到场扫码即可参加' }
  }
  if (refusal) return whyNoSignUp(event, refusal, now)
  const closes = `报名 ${sayWhen(event.signUp.closesAt, now)} 截止`
  return { main: signUp, note: event.mine ? `您取消过报名，可以重新报名。${closes}` : closes }
}

/**
 * What to offer about this event, from the same rules by which the server decides.
 * @param now the server's time as far as the phone knows it
 */
export function offerOf(event: EventDetail, now: number): Offer {
  const { mine } = event
  if (mine && mine.attendedAt !== null) {
    return nothing('已签到', `${sayWhen(mine.attendedAt, now)} 签到，记录在“我的活动”里`)
  }
  if (event.state === 'cancelled') {
    // Why stands at the head of the page already.
    return { main: { do: 'seeOthers', words: '看看其他活动' }, note: '' }
  }
  if (mine?.state === 'waitlisted') return forWaiting(event, now)
  return isLive(mine) ? forAttending(event, now) : forNewcomer(event, now)
}
