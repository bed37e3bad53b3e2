import { EventCalendar } from '@/features/event/components/list/event-calendar'
import { EventList } from '@/features/event/components/list/event-list'
import { FilterBar } from '@/features/event/components/list/filter-bar'
import { useEventFilter } from '@/features/event/components/list/use-event-filter'
import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** What is on: soon, before, or by the month. */
export default function EventsPage() {
  const filter = useEventFilter()
  return (
    <PageFrame title="活动" root wide>
      <FilterBar filter={filter} />
      {filter.when === 'month' ? <EventCalendar filter={filter} /> : <EventList filter={filter} when={filter.when} />}
    </PageFrame>
  )
}
