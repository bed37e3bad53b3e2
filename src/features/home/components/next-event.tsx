import type { OutputFor } from '@/domain/contracts'
import { eventKindLabels } from '@/domain/event/labels'
import { checkInWindow } from '@/domain/event/rules'
import { sayWhen } from '@/domain/time'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { mineTag, whenWords } from '@/features/event-state'
import { NextCard, NextHint } from './next-card'

type Next = NonNullable<OutputFor<'home.today'>['next']>

/** Whether this is the moment to check in. */
export const canCheckIn = ({ event, mine }: Next, now: number): boolean =>
  mine.attendedAt === null && mine.state === 'registered' && checkInWindow(event, now) === null

const hintOf = ({ event, mine }: Next, now: number): string => {
  if (event.state === 'cancelled') return '主办支部取消了这场活动'
  if (mine.attendedAt !== null) return `${sayWhen(mine.attendedAt, now)} 已签到`
  if (mine.state === 'waitlisted') return '有空位会按先后自动递补'
  return now < event.checkIn.opensAt ? `签到 ${sayWhen(event.checkIn.opensAt, now)} 开始` : '签到已结束'
}

/** The person's next event with its live button: 签到 as soon as the window stands open. */
export function NextEvent({ next, now }: { next: Next; now: number }) {
  const { event, mine } = next
  const live = canCheckIn(next, now)
  return (
    <NextCard
      id="next-event"
      kind={`我的下一场 · ${eventKindLabels[event.kind]}`}
      tag={mineTag(event, mine, now)}
      title={event.title}
      facts={[
        { icon: 'clock', words: whenWords(event, now) },
        { icon: 'place', words: event.placeName },
      ]}
      live={live}
      onPress={() => void to.event(event.id)}
    >
      {live ? (
        <Button id="check-in" kind="main" icon="scan" onPress={() => to.checkIn({ eventId: event.id })}>
          签到
        </Button>
      ) : (
        <NextHint>{hintOf(next, now)}</NextHint>
      )}
    </NextCard>
  )
}
