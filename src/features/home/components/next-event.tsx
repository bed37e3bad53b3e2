import { Text, View } from '@tarojs/components'
import type { OutputFor } from '@/domain/contracts'
import { eventKindLabels } from '@/domain/event/labels'
import { checkInWindow } from '@/domain/event/rules'
import { sayWhen } from '@/domain/time'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import { StateTag } from '@/ui/state-tag'
import { mineTag, whenWords } from '@/features/event-state'
import './next-event.scss'

type Next = NonNullable<OutputFor<'home.today'>['next']>

/** Whether this is the moment to check in. */
const canCheckIn = ({ event, mine }: Next, now: number): boolean =>
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
  const tag = mineTag(event, mine, now)
  return (
    <Card tone={live ? 'live' : 'plain'} id="next-event">
      <Pressable className="next-event" onPress={() => to.event(event.id)}>
        <View className="next-event__head">
          <Text className="next-event__kind">{`我的下一场 · ${eventKindLabels[event.kind]}`}</Text>
          <StateTag tone={tag.tone} words={tag.words} />
        </View>
        <Text className="next-event__title">{event.title}</Text>
        <View className="next-event__fact">
          <Icon name="clock" size="small" />
          <Text className="next-event__words">{whenWords(event, now)}</Text>
        </View>
        <View className="next-event__fact">
          <Icon name="place" size="small" />
          <Text className="next-event__words">{event.placeName}</Text>
        </View>
      </Pressable>
      {live ? (
        <Button id="check-in" kind="main" icon="scan" onPress={() => to.checkIn({ eventId: event.id })}>
          签到
        </Button>
      ) : (
        <Text className="next-event__hint">{hintOf(next, now)}</Text>
      )}
    </Card>
  )
}
