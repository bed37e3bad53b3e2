import { checkInWindow } from '@/domain/event/rules'
import { now, useNow } from '@/lib/clock'
import { useList } from '@/lib/use-list'
import { Listed } from '@/features/listed'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { EmptyState } from '@/ui/page-state'
import { SectionTitle } from '@/ui/section-title'
import { whenWords, type EventCard } from '@/features/event-state'

const isOpen = (event: EventCard) => checkInWindow(event, now()) === null

/** Which event the digits are for, when the page was opened from nowhere in particular. */
export function OpenEvents({ onPick }: { onPick: (event: EventCard) => void }) {
  const list = useList('event.list', { when: 'upcoming' })
  const time = useNow()
  const none = <EmptyState icon="clock" title="现在没有可以签到的活动" why="一般在活动开始前 30 分钟开放签到" />
  return (
    <>
      <SectionTitle>输入数字前，先选活动</SectionTitle>
      <Listed of={list} empty={none} end="">
        {(events) => {
          const open = events.filter(isOpen)
          if (open.length === 0) return none
          return (
            <Card flush>
              {open.map((event) => (
                <ListRow
                  key={event.id}
                  title={event.title}
                  note={`${whenWords(event, time)} · ${event.placeName}`}
                  onPress={() => onPick(event)}
                />
              ))}
            </Card>
          )
        }}
      </Listed>
    </>
  )
}
