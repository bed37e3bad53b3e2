import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OutputFor } from '@/domain/contracts'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/page-state'
import { SectionTitle } from '@/ui/section-title'
import { Skeleton } from '@/ui/skeleton'
import { EventCard } from '@/features/event-card'
import { canCheckIn, NextEvent } from './next-event'
import { NextMeeting } from './next-meeting'
import { rowOfUnread, rowsOfHome, rowsOfService } from './todo-rows'
import { Todos } from './todos'
import type { Service } from './use-service'
import './today.scss'

type Answer = OutputFor<'home.today'>

function WhatIsOn({ today, now }: { today: Answer; now: number }) {
  const others = today.upcoming.filter(({ id }) => id !== today.next?.event.id)
  return (
    <>
      <SectionTitle more={{ words: '全部活动', onPress: () => void to.events() }}>近期活动</SectionTitle>
      {others.map((event) => (
        <EventCard key={event.id} event={event} now={now} />
      ))}
      {others.length === 0 && (
        <EmptyState icon="calendar" title="近期没有其他活动" why="支部发布新活动后会出现在这里">
          <Button onPress={() => to.events()}>看看往期活动</Button>
        </EmptyState>
      )}
    </>
  )
}

interface TodayProps {
  today: Answer
  service: Service
  unread: number
  now: number
  /** Slots that are kept for the person's enterprises for a while. */
  kept: ReactNode
}

/** The soonest first; what can be checked in to right now before everything else. */
function NextThings({ event, service, now }: { event: Answer['next']; service: Service['data']; now: number }) {
  const meeting = service?.next ?? null
  const meetingCard = meeting && service && <NextMeeting next={meeting} today={service.today} now={now} />
  if (!event) return meetingCard
  const first = !meeting || canCheckIn(event, now) || event.event.startsAt <= meeting.meeting.startsAt
  return (
    <>
      {!first && meetingCard}
      <NextEvent next={event} now={now} />
      {first && meetingCard}
    </>
  )
}

/**
 * This person today: the next thing, what waits for them, what is on. What comes later than the rest stands in a box of its
 * own: put between its neighbours it would send all of them to the view once more.
 */
export function Today({ today, service, unread, now, kept }: TodayProps) {
  const { data, error, refresh } = service
  const rows = [...rowsOfService(data?.todos ?? []), ...rowsOfHome(today.todos), ...rowOfUnread(unread)]
  return (
    <>
      <View className="today__own">
        {kept}
        {service.concerned && service.loading && <Skeleton shape="cards" count={1} />}
        <NextThings event={today.next} service={data} now={now} />
        <Todos rows={rows} missing={!data && error ? { error, onRetry: refresh } : undefined} />
      </View>
      <WhatIsOn today={today} now={now} />
    </>
  )
}
