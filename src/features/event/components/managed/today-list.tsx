import { View } from '@tarojs/components'
import { checkInWindow } from '@/domain/event/rules'
import { dayKey, sayTime } from '@/domain/time'
import { CallFailed } from '@/features/desk-state'
import { to } from '@/lib/routes'
import type { List } from '@/lib/use-list'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'
import { StateTag } from '@/ui/state-tag'
import { takenWords, type ManagedEvent } from './managed-card'
import './today-list.scss'

/** Whether an event's check-in or its own time touches today. */
const isToday = (event: ManagedEvent, now: number): boolean =>
  dayKey(event.checkIn.opensAt) <= dayKey(now) && dayKey(now) <= dayKey(event.endsAt)

/** Today's events of an organiser, each with the way to its desk. */
export function TodayList({ list }: { list: List<'event.managed'> }) {
  const now = Date.now()
  const today = list.items.filter((event) => isToday(event, now)).sort((a, b) => a.startsAt - b.startsAt)
  if (list.loading) return <Skeleton shape="cards" count={1} />
  if (list.items.length === 0 && list.error) return <CallFailed error={list.error} onRetry={list.refresh} />
  if (today.length === 0)
    return (
      <Card>
        <EmptyState icon="calendar" title="今天没有活动" why="有活动的日子，可以从这里打开签到台">
          <Button icon="plus" onPress={() => to.eventEdit()}>
            新建活动
          </Button>
        </EmptyState>
      </Card>
    )
  return (
    <View>
      {today.map((event) => (
        <TodayCard key={event.id} event={event} now={now} />
      ))}
    </View>
  )
}

function TodayCard({ event, now }: { event: ManagedEvent; now: number }) {
  const refused = checkInWindow(event, now)
  const open = refused === null
  return (
    <Card tone={open ? 'live' : 'plain'}>
      <View className="today-list__head">
        <View className="today-list__time">{sayTime(event.startsAt)}</View>
        <StateTag tone={open ? 'live' : 'quiet'} words={open ? '签到进行中' : stillWords(event, now)} />
      </View>
      <View className="today-list__title">{event.title}</View>
      <View className="today-list__line">{event.placeName}</View>
      <View className="today-list__line">{takenWords(event)}</View>
      <View className="today-list__action">
        <Button
          kind={open ? 'main' : 'quiet'}
          icon="desk"
          label={`打开签到台：${event.title}`}
          onPress={() => to.eventDesk(event.id)}
        >
          打开签到台
        </Button>
      </View>
    </Card>
  )
}

const stillWords = (event: ManagedEvent, now: number): string =>
  now < event.checkIn.opensAt ? `${sayTime(event.checkIn.opensAt)} 开始签到` : '签到已结束'
