import { useNow } from '@/lib/clock'
import { useList } from '@/lib/use-list'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/page-state'
import { useListGestures } from '@/features/use-list-gestures'
import { Listed } from '@/features/listed'
import { EventCard, EventCards } from '@/features/event-card'
import type { EventFilter } from './use-event-filter'

function Nothing({ filter, when }: { filter: EventFilter; when: 'upcoming' | 'past' }) {
  if (filter.narrowed) {
    return (
      <EmptyState icon="search" title="没有符合条件的活动" why="换个词，或放宽类型和支部">
        <Button onPress={filter.clear}>清除条件</Button>
      </EmptyState>
    )
  }
  return when === 'past' ? (
    <EmptyState icon="calendar" title="还没有往期活动" why="活动结束后会留在这里" />
  ) : (
    <EmptyState icon="calendar" title="近期没有活动" why="支部发布新活动后会出现在这里">
      <Button onPress={() => filter.setWhen('past')}>看看往期活动</Button>
    </EmptyState>
  )
}

/** Events to come, soonest first, or those that are over, latest first. */
export function EventList({ filter, when }: { filter: EventFilter; when: 'upcoming' | 'past' }) {
  const list = useList('event.list', { ...filter.input, when })
  const now = useNow()
  useListGestures(list)
  return (
    <Listed of={list} empty={<Nothing filter={filter} when={when} />}>
      {(events) => (
        <EventCards>
          {events.map((event) => (
            <EventCard key={event.id} event={event} now={now} />
          ))}
        </EventCards>
      )}
    </Listed>
  )
}
