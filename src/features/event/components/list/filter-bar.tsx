import { View } from '@tarojs/components'
import { useState } from 'react'
import { eventKindLabels } from '@/domain/event/labels'
import { EVENT_KINDS } from '@/domain/event/rules'
import { BranchPicker } from '@/features/branch-picker'
import { Icon } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import { SearchField } from '@/ui/search-field'
import { Chips, Segmented } from '@/ui/segmented'
import type { EventFilter } from './use-event-filter'
import './filter-bar.scss'

const WHENS = [
  { value: 'upcoming', words: '近期' },
  { value: 'past', words: '往期' },
  { value: 'month', words: '月历' },
] as const
const KINDS = [
  { value: 'all', words: '全部' },
  ...EVENT_KINDS.map((kind) => ({ value: kind, words: eventKindLabels[kind] })),
] as const

function BranchButton({ name, onOpen }: { name: string | undefined; onOpen: () => void }) {
  return (
    <Pressable className="filter-bar__branch" label={`支部：${name ?? '全部支部'}`} onPress={onOpen}>
      <View className="filter-bar__branch-name">{name ?? '全部支部'}</View>
      <Icon name="down" size="small" />
    </Pressable>
  )
}

/** By time, by words, by kind, by branch. */
export function FilterBar({ filter }: { filter: EventFilter }) {
  const [picking, setPicking] = useState(false)
  return (
    <View className="filter-bar">
      <Segmented label="时间" options={WHENS} value={filter.when} onChange={filter.setWhen} />
      <View className="filter-bar__row">
        {filter.when !== 'month' && (
          <View className="filter-bar__search">
            <SearchField label="搜活动或地点" value={filter.words} onChange={filter.setWords} />
          </View>
        )}
        <BranchButton name={filter.branch?.name} onOpen={() => setPicking(true)} />
      </View>
      <Chips label="活动类型" options={KINDS} value={filter.kind} onChange={filter.setKind} />
      {picking && (
        <BranchPicker
          title="按支部查看"
          none="全部支部"
          onPick={(branch) => {
            filter.setBranch(branch)
            setPicking(false)
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </View>
  )
}
