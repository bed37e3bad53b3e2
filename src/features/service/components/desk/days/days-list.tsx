import { View } from '@tarojs/components'
import { useState } from 'react'
import { Listed } from '@/features/listed'
import { useListGestures } from '@/features/use-list-gestures'
import { useNow } from '@/lib/clock'
import { to } from '@/lib/routes'
import { useList } from '@/lib/use-list'
import { EmptyState } from '@/ui/page-state'
import { SectionTitle } from '@/ui/section-title'
import { Segmented } from '@/ui/segmented'
import { DayRow, type ManagedDay } from './day-row'

type When = 'upcoming' | 'past'

const views: { value: When; words: string }[] = [
  { value: 'upcoming', words: '未结束' },
  { value: 'past', words: '已结束' },
]

const empty: Record<When, { title: string; why: string }> = {
  upcoming: { title: '没有将要举行的服务日', why: '新建一个服务日，发布后企业就能预约' },
  past: { title: '还没有办过服务日', why: '服务日结束后会留在这里，可以复制后再办' },
}

/** The team's service days: drafts first, because they wait for somebody; then what comes, or what has been. */
export function DaysList({ plans }: { plans: boolean }) {
  const [when, setWhen] = useState<When>('upcoming')
  const list = useList('service.managed', { when }, { keep: true })
  useListGestures(list)
  return (
    <View>
      <Segmented label="服务日" options={views} value={when} onChange={setWhen} />
      <Listed of={list} empty={<EmptyState icon="calendar" title={empty[when].title} why={empty[when].why} />}>
        {(items) => {
          const drafts = items.filter(({ state }) => state === 'draft')
          const rest = items.filter(({ state }) => state !== 'draft')
          return (
            <>
              {drafts.length > 0 && <SectionTitle note={`${drafts.length} 个`}>草稿</SectionTitle>}
              <Days days={drafts} plans={plans} />
              {drafts.length > 0 && rest.length > 0 && <SectionTitle>已安排</SectionTitle>}
              <Days days={rest} plans={plans} />
            </>
          )
        }}
      </Listed>
    </View>
  )
}

function Days({ days, plans }: { days: readonly ManagedDay[]; plans: boolean }) {
  const now = useNow()
  if (days.length === 0) return null
  return (
    <View className="days-list">
      {days.map((day) => (
        <DayRow
          key={day.id}
          day={day}
          now={now}
          onOpen={() => void to.deskServiceDay(day.id)}
          {...(plans
            ? {
                onEdit: () => void to.serviceEdit({ serviceDayId: day.id }),
                onCopy: () => void to.serviceEdit({ copyOf: day.id }),
              }
            : {})}
        />
      ))}
    </View>
  )
}
