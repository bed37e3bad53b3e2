import { View } from '@tarojs/components'

import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { InputFor } from '@/domain/contracts'
import { CallFailed, ListFoot } from '@/features/desk-state'
import { useList } from '@/lib/use-list'
import { usePullRefresh } from '@/lib/use-pull-refresh'
import { to } from '@/lib/routes'
import { EmptyState } from '@/ui/page-state'
import { Segmented } from '@/ui/segmented'
import { Skeleton } from '@/ui/skeleton'
import { ManagedCard, type ManagedEvent } from './managed-card'
import './managed-card.scss'

type Tab = 'upcoming' | 'draft' | 'past' | 'cancelled'

const views: { value: Tab; words: string }[] = [
  { value: 'upcoming', words: '未结束' },
  { value: 'draft', words: '草稿' },
  { value: 'past', words: '已结束' },
  { value: 'cancelled', words: '已取消' },
]

const questions: Record<Tab, Omit<InputFor<'event.managed'>, 'cursor'>> = {
  upcoming: { state: 'published', when: 'upcoming' },
  draft: { state: 'draft' },
  past: { state: 'published', when: 'past' },
  cancelled: { state: 'cancelled' },
}

const emptyWords: Record<Tab, { title: string; why: string }> = {
  upcoming: { title: '没有将要举行的活动', why: '新建一场活动，发布后大家就能报名' },
  draft: { title: '没有草稿', why: '写到一半可以存成草稿，发布前只有工作台看得到' },
  past: { title: '还没有办过活动', why: '活动结束后会留在这里，可以看名单和补签' },
  cancelled: { title: '没有取消过活动', why: '取消的活动会留在这里，也可以复制后重新办' },
}

/** The events that a person organises, by what they still need. */
export function ManagedList({ onCopy }: { onCopy: (event: ManagedEvent) => void }) {
  const [view, setView] = useState<Tab>('upcoming')
  const list = useList('event.managed', questions[view], { keep: true })
  usePullRefresh(list.refresh)
  useReachBottom(() => void list.loadMore())
  const now = Date.now()
  return (
    <View>
      <Segmented label="活动状态" options={views} value={view} onChange={setView} />
      {list.loading && <Skeleton shape="cards" />}
      {list.items.length === 0 && list.error && <CallFailed error={list.error} onRetry={list.refresh} />}
      {list.first && list.items.length === 0 && (
        <EmptyState icon="calendar" title={emptyWords[view].title} why={emptyWords[view].why} />
      )}
      <View className="managed-list">
        {list.items.map((event) => (
          <ManagedCard
            key={event.id}
            event={event}
            now={now}
            onDesk={() => void to.eventDesk(event.id)}
            onRoster={() => void to.roster(event.id)}
            onEdit={() => void to.eventEdit({ eventId: event.id })}
            onCopy={() => onCopy(event)}
          />
        ))}
      </View>
      <ListFoot list={list} />
    </View>
  )
}
