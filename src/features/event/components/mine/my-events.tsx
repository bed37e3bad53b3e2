import { useState } from 'react'
import { Listed } from '@/features/listed'
import { useListGestures } from '@/features/use-list-gestures'
import { useNow } from '@/lib/clock'
import { to } from '@/lib/routes'
import { useList, type ItemOf } from '@/lib/use-list'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/page-state'
import { Chips } from '@/ui/segmented'
import { EventCard, EventCards } from '@/features/event-card'

type MyEvent = ItemOf<'event.mine'>

const VIEWS = [
  { value: 'all', words: '全部' },
  { value: 'ahead', words: '待参加' },
  { value: 'attended', words: '已签到' },
  { value: 'cancelled', words: '已取消' },
] as const
type View = (typeof VIEWS)[number]['value']

const isIn = ({ event, mine }: MyEvent, view: View, now: number): boolean => {
  const gone = mine.state === 'cancelled' || event.state === 'cancelled'
  switch (view) {
    case 'all':
      return true
    case 'ahead':
      return !gone && mine.attendedAt === null && now <= event.endsAt
    case 'attended':
      return mine.attendedAt !== null
    case 'cancelled':
      return gone
  }
}

const nothing = (
  <EmptyState icon="calendar" title="还没有参加过活动" why="报名或现场扫码后，记录会留在这里">
    <Button kind="main" onPress={() => to.events()}>
      看看有哪些活动
    </Button>
  </EmptyState>
)

/** Every event that this person signed up for or came to, newest first. */
export function MyEvents() {
  const list = useList('event.mine', {}, { keep: true })
  const [view, setView] = useState<View>('all')
  const now = useNow()
  useListGestures(list)
  return (
    <Listed of={list} empty={nothing}>
      {(rows) => {
        const shown = rows.filter((row) => isIn(row, view, now))
        return (
          <>
            <Chips label="按状态查看" options={VIEWS} value={view} onChange={setView} />
            <EventCards>
              {shown.map(({ event, mine }) => (
                <EventCard key={event.id} event={event} mine={mine} now={now} />
              ))}
            </EventCards>
            {shown.length === 0 && !list.more && <EmptyState icon="calendar" title="这里还没有活动" />}
          </>
        )
      }}
    </Listed>
  )
}
