import { sayWhen } from '@/domain/time'
import type { Question } from '@/ui/use-confirm'
import type { EventDetail } from '@/features/event-state'

/** What is lost by giving the place back. */
export function cancelQuestion(event: EventDetail, now: number): Question {
  if (event.mine?.state === 'waitlisted') {
    return {
      title: '退出候补',
      words: '您会失去现在的候补位置，之后再报名要重新排队。',
      yes: '退出候补',
      danger: true,
    }
  }
  const again =
    now < event.signUp.closesAt ? '之后想参加要重新报名，可能已没有名额。' : '报名已截止，取消后不能再报名。'
  return {
    title: '取消报名',
    words: `${sayWhen(event.startsAt, now)} 的名额会让给其他人。${again}`,
    yes: '取消报名',
    danger: true,
  }
}
