import { isMeeting, isOver, type ConsultationState } from '../consultation/rules'
import type { Role } from '../kit'
import { dayKey } from '../time'

/** What can wait for a person (我的待办). */
export const HOME_TODOS = ['bindingsToConfirm', 'confirmationPending', 'bindingDeclined'] as const
export type HomeTodo = (typeof HOME_TODOS)[number]

/** Who has a part of their own in the chain service; nobody else is shown, or asks, anything of it on the home page. */
export const SERVICE_ROLES: readonly Role[] = ['contact', 'specialist', 'teamLeader']

/** What of the chain service can wait for a person: for an enterprise's contact, for one of the team, for its leader. */
export const SERVICE_TODOS = [
  'materialAsked',
  'answerToConfirm',
  'slotLost',
  'toTakeOver',
  'itemsLate',
  'teamLate',
] as const
export type ServiceTodo = (typeof SERVICE_TODOS)[number]

interface Standing {
  state: ConsultationState
  /** Since when the enterprise is waited for. */
  waitingSince: Date | null
}

/** What a question asks of its enterprise at this moment, before its meeting too; null when nothing. */
export const enterpriseTodo = ({ state, waitingSince }: Standing): ServiceTodo | null => {
  if (state === 'unplaced') return 'slotLost'
  if (state === 'answered') return 'answerToConfirm'
  return waitingSince !== null && !isOver(state) ? 'materialAsked' : null
}

interface Meeting {
  state: ConsultationState
  startsAt: Date | null
  endsAt: Date | null
}

/** Whether a meeting lies ahead or is going on: one that has begun may last longer than planned, but not into the next day. */
export const isAhead = ({ state, startsAt, endsAt }: Meeting, now: Date): boolean => {
  if (!isMeeting(state) || startsAt === null || endsAt === null) return false
  return now < endsAt || (state !== 'booked' && dayKey(startsAt) === dayKey(now))
}
