import type { OutputFor } from '@/domain/contracts'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/page-state'
import { SectionTitle } from '@/ui/section-title'
import { EventCard } from '@/features/event-card'
import { NextEvent } from './next-event'
import { Todos } from './todos'

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

/** This person today: the next thing, what waits for them, what is on. */
export function Today({ today, now }: { today: Answer; now: number }) {
  return (
    <>
      {today.next && <NextEvent next={today.next} now={now} />}
      <Todos todos={today.todos} />
      <WhatIsOn today={today} now={now} />
    </>
  )
}
