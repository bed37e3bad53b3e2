import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { deskFilterLabels, exhibitKindLabels } from '@/domain/exhibit/labels'
import { DESK_FILTERS, EXHIBIT_KINDS, type DeskFilter, type ExhibitKind } from '@/domain/exhibit/rules'
import { AsOf } from '@/features/call-state'
import { CallFailed, ListFoot } from '@/features/desk-state'
import { useSettled } from '@/features/use-settled'
import { now as clock } from '@/lib/clock'
import { to } from '@/lib/routes'
import { useList } from '@/lib/use-list'
import { usePullRefresh } from '@/lib/use-pull-refresh'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/page-state'
import { SearchField } from '@/ui/search-field'
import { Chips, Segmented } from '@/ui/segmented'
import { Skeleton } from '@/ui/skeleton'
import { DeskCard } from './desk-card'
import './desk-card.scss'

type Kind = ExhibitKind | 'all'
type Filter = DeskFilter | 'all'

const kinds: { value: Kind; words: string }[] = [
  { value: 'all', words: '全部' },
  ...EXHIBIT_KINDS.map((value) => ({ value, words: value === 'story' ? '故事' : exhibitKindLabels[value] })),
]
const filters: { value: Filter; words: string }[] = [
  { value: 'all', words: '全部' },
  ...DESK_FILTERS.map((value) => ({ value, words: deskFilterLabels[value] })),
]

const emptyWhy: Record<Filter, string> = {
  all: '换一个类型看看，或新建一个',
  drafts: '改到一半可以存成草稿，发布前只有工作台看得到',
  scheduled: '发布时可以选择以后的时间，到点自动发布',
  published: '发布后访客就能看到',
  withdrawn: '撤下的内容会留在这里，可以重新发布',
  stale: '发布满一年没有改过的内容会列在这里',
  broken: '图片、声音和视频都能打开',
}

const known = <V extends string>(all: readonly { value: V }[], value: string | undefined, rest: V): V =>
  all.find((one) => one.value === value)?.value ?? rest

/** All that editors care for: halls, exhibits, stories and milestones, by kind, by what they need, and by words. */
export function DeskList({ first }: { first: { kind?: string; filter?: string } }) {
  const [kind, setKind] = useState<Kind>(known(kinds, first.kind, 'all'))
  const [filter, setFilter] = useState<Filter>(known(filters, first.filter, 'all'))
  const [typed, setTyped] = useState('')
  const words = useSettled(typed.trim())
  const list = useList(
    'exhibit.managed',
    {
      ...(kind === 'all' ? {} : { kind }),
      ...(filter === 'all' ? {} : { filter }),
      ...(words ? { words } : {}),
    },
    { keep: words === '' },
  )
  usePullRefresh(list.refresh)
  useReachBottom(() => void list.loadMore())
  const now = clock()
  const reset = () => {
    setKind('all')
    setFilter('all')
    setTyped('')
  }
  return (
    <View>
      <SearchField label="搜标题、编号或正文" value={typed} onChange={setTyped} />
      <View className="desk-list__filters">
        <Segmented label="类型" options={kinds} value={kind} onChange={setKind} />
        <Chips label="状态" options={filters} value={filter} onChange={setFilter} />
      </View>
      <Text className="desk-list__hint">打开次数仅统计次数，不记录个人</Text>
      <AsOf at={list.asOf} error={list.error} />
      {list.loading && <Skeleton shape="cards" />}
      {list.items.length === 0 && list.error && <CallFailed error={list.error} onRetry={list.refresh} />}
      {list.first && list.items.length === 0 && <Nothing words={words} filter={filter} onReset={reset} />}
      <View className="desk-list">
        {list.items.map((exhibit) => (
          <DeskCard
            key={exhibit.id}
            exhibit={exhibit}
            now={now}
            onEdit={() => void to.exhibitEdit({ exhibitId: exhibit.id })}
            onPreview={() => void to.exhibitPreview(exhibit.id)}
            onOrder={exhibit.kind === 'hall' && exhibit.hallId ? () => void to.hallOrder(exhibit.id) : undefined}
          />
        ))}
      </View>
      <ListFoot list={list} />
    </View>
  )
}

function Nothing({ words, filter, onReset }: { words: string; filter: Filter; onReset: () => void }) {
  if (words) {
    return (
      <EmptyState icon="search" title={`没有找到“${words}”`} why="换一个更短的词试试，也可以输入拼音">
        <Button onPress={onReset}>清除条件</Button>
      </EmptyState>
    )
  }
  const title = filter === 'all' ? '这里还没有内容' : `没有${deskFilterLabels[filter]}的内容`
  return (
    <EmptyState icon="hall" title={title} why={emptyWhy[filter]}>
      {filter !== 'all' && <Button onPress={onReset}>看全部内容</Button>}
    </EmptyState>
  )
}
