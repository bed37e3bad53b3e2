import { View } from '@tarojs/components'
import { useState } from 'react'
import { BranchPicker } from '@/features/branch-picker'
import { Remove } from '@/features/draft-parts'
import { CallFailed } from '@/features/desk-state'
import { useSettled } from '@/features/use-settled'
import { saySpan } from '@/domain/time'
import { useCall } from '@/lib/use-call'
import { useList } from '@/lib/use-list'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { LoadMore } from '@/ui/load-more'
import { EmptyState } from '@/ui/page-state'
import { SearchField } from '@/ui/search-field'
import { SectionTitle } from '@/ui/section-title'
import { Segmented } from '@/ui/segmented'
import { Sheet } from '@/ui/sheet'
import { Skeleton } from '@/ui/skeleton'
import { MAX_LINKS } from './exhibit-check'
import type { SectionProps } from './section'
import '@/features/draft.scss'

/** What else belongs to it: events and branches. */
export function LinkFields({ form, set }: SectionProps) {
  const [choosing, setChoosing] = useState<'event' | 'branch' | null>(null)
  const branches = useCall('member.branches', {}, { keep: true })
  const { eventIds, branchIds } = form
  const nameOf = (id: string) => branches.data?.items.find((branch) => branch.id === id)?.name ?? '正在读取支部名称'
  const close = () => setChoosing(null)
  return (
    <View>
      <SectionTitle note={`选填，各最多 ${MAX_LINKS} 个`}>相关内容</SectionTitle>
      <Card flush>
        {eventIds.map((id) => (
          <LinkedEvent key={id} id={id} onDrop={() => set({ eventIds: eventIds.filter((other) => other !== id) })} />
        ))}
        {branchIds.map((id) => (
          <ListRow
            key={id}
            icon="flag"
            title={nameOf(id)}
            trailing={
              <Remove
                label={`移除${nameOf(id)}`}
                onPress={() => set({ branchIds: branchIds.filter((other) => other !== id) })}
              />
            }
          />
        ))}
        <View className="draft__inset exhibit-draft__stack">
          <Button icon="calendar" disabled={eventIds.length >= MAX_LINKS} onPress={() => setChoosing('event')}>
            添加活动
          </Button>
          <Button icon="flag" disabled={branchIds.length >= MAX_LINKS} onPress={() => setChoosing('branch')}>
            添加党支部
          </Button>
        </View>
      </Card>
      {choosing === 'event' && (
        <EventSheet
          chosen={eventIds}
          onPick={(id) => {
            set({ eventIds: [...eventIds, id] })
            close()
          }}
          onClose={close}
        />
      )}
      {choosing === 'branch' && (
        <BranchPicker
          title="添加党支部"
          onPick={(branch) => {
            if (branch && !branchIds.includes(branch.id)) set({ branchIds: [...branchIds, branch.id] })
            close()
          }}
          onClose={close}
        />
      )}
    </View>
  )
}

/** An event by its id; its name is asked for, because a draft keeps only the id. */
function LinkedEvent({ id, onDrop }: { id: string; onDrop: () => void }) {
  const event = useCall('event.get', { eventId: id }, { keep: true })
  const title = event.data?.title ?? (event.error ? '这场活动看不到了' : '正在读取活动名称')
  return (
    <ListRow
      icon="calendar"
      title={title}
      note={event.data && saySpan(event.data.startsAt, event.data.endsAt)}
      trailing={<Remove label={`移除${title}`} onPress={onDrop} />}
    />
  )
}

type When = 'upcoming' | 'past'
const whens: { value: When; words: string }[] = [
  { value: 'upcoming', words: '未结束' },
  { value: 'past', words: '已结束' },
]

interface EventSheetProps {
  chosen: readonly string[]
  onPick: (eventId: string) => void
  onClose: () => void
}

function EventSheet({ chosen, onPick, onClose }: EventSheetProps) {
  const [when, setWhen] = useState<When>('upcoming')
  const [typed, setTyped] = useState('')
  const words = useSettled(typed.trim())
  const list = useList('event.list', { when, words })
  const left = list.items.filter(({ id }) => !chosen.includes(id))
  return (
    <Sheet title="添加活动" onClose={onClose}>
      <SearchField label="搜活动名称或地点" value={typed} onChange={setTyped} />
      <Segmented label="时间" options={whens} value={when} onChange={setWhen} />
      {list.loading && <Skeleton />}
      {list.items.length === 0 && list.error && <CallFailed error={list.error} onRetry={list.refresh} />}
      {list.first && left.length === 0 && (
        <EmptyState icon="calendar" title="没有找到活动" why="换一个词，或看看另一段时间" />
      )}
      {left.map((event) => (
        <ListRow
          key={event.id}
          title={event.title}
          note={saySpan(event.startsAt, event.endsAt)}
          onPress={() => onPick(event.id)}
        />
      ))}
      {list.more && <LoadMore state={list.loadingMore ? 'working' : 'more'} onMore={list.loadMore} />}
    </Sheet>
  )
}
