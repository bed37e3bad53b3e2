import { View } from '@tarojs/components'
import { useEffect, useMemo, useState } from 'react'
import { DAY, dayKey, monthKey, sayDay, startOfDay, atWallClock } from '@/domain/time'
import { CallFailed } from '@/features/call-state'
import { useListGestures } from '@/features/use-list-gestures'
import { useNow } from '@/lib/clock'
import { useList } from '@/lib/use-list'
import { Card } from '@/ui/card'
import { MonthCalendar } from '@/ui/month-calendar'
import { EmptyState } from '@/ui/page-state'
import { SectionTitle } from '@/ui/section-title'
import type { EventCard as Event } from '@/features/event-state'
import { EventCard } from '@/features/event-card'
import type { EventFilter } from './use-event-filter'
import './event-calendar.scss'

/** Every day that an event touches, `2026-11-21` and so on. */
export const daysOf = ({ startsAt, endsAt }: Pick<Event, 'startsAt' | 'endsAt'>): string[] => {
  const first = startOfDay(startsAt).getTime()
  const days = Math.floor((startOfDay(endsAt).getTime() - first) / DAY) + 1
  return Array.from({ length: days }, (_, day) => dayKey(first + day * DAY))
}

/** A month's events on their days; below it those of the chosen day. */
export function EventCalendar({ filter }: { filter: EventFilter }) {
  const now = useNow()
  const today = dayKey(now)
  const [month, setMonth] = useState(monthKey(now))
  const [day, setDay] = useState(today)
  const { kind, branchId } = filter.input
  const list = useList('event.list', { month, kind, branchId })
  const { items, more, loadMore } = list
  useListGestures(list)
  // A calendar with some of its days missing would lie: the rest of the month follows by itself.
  useEffect(() => {
    if (more) void loadMore()
  }, [more, loadMore, items.length])

  const byDay = useMemo(() => {
    const days: Record<string, Event[]> = {}
    for (const event of items) for (const key of daysOf(event)) (days[key] ??= []).push(event)
    return days
  }, [items])
  const counts = useMemo(
    () => Object.fromEntries(Object.entries(byDay).map(([key, events]) => [key, events.length])),
    [byDay],
  )
  const chooseMonth = (next: string) => {
    setMonth(next)
    setDay(next === monthKey(now) ? today : `${next}-01`)
  }
  const shown = byDay[day] ?? []
  return (
    <View className="event-calendar">
      <Card className="event-calendar__month">
        <MonthCalendar
          month={month}
          onMonth={chooseMonth}
          selected={day}
          onSelect={setDay}
          today={today}
          counts={counts}
          unit="场活动"
        />
      </Card>
      <View className="event-calendar__day">
        {list.error && <CallFailed error={list.error} onRetry={list.refresh} />}
        <SectionTitle note={shown.length > 0 ? `${shown.length} 场` : undefined}>
          {sayDay(atWallClock(day, '00:00'), now)}
        </SectionTitle>
        {shown.map((event) => (
          <EventCard key={event.id} event={event} now={now} />
        ))}
        {shown.length === 0 && !list.loading && !list.error && (
          <EmptyState icon="calendar" title="这一天没有活动" why="带圆点的日子有活动" />
        )}
      </View>
    </View>
  )
}
