import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { topicLabels } from '@/domain/service/labels'
import type { Topic } from '@/domain/service/rules'
import { Chips } from '@/ui/segmented'
import { SectionTitle } from '@/ui/section-title'
import { DayHead } from './day-head'
import { tablesOf, type DayAnswer, type Slot } from './slots-of'
import { TableCard } from './table-card'
import './day-view.scss'

const filtersOf = (topics: readonly Topic[]): { value: Topic | 'all'; words: string }[] => [
  { value: 'all', words: '全部' },
  ...topics.map((topic) => ({ value: topic, words: topicLabels[topic] })),
]

/** A service day: what has changed, when and where, and everybody who sits there with their times. */
export function DayView({ answer, now, onSlot }: { answer: DayAnswer; now: number; onSlot: (slot: Slot) => void }) {
  const [topic, setTopic] = useState<Topic | 'all'>('all')
  const tables = useMemo(() => tablesOf(answer, topic), [answer, topic])
  const { day } = answer
  return (
    <>
      <DayHead day={day} now={now} />
      {day.state === 'published' && (
        <>
          <SectionTitle>谁在现场</SectionTitle>
          {day.topics.length > 1 && (
            <Chips label="按主题看" options={filtersOf(day.topics)} value={topic} onChange={setTopic} />
          )}
          <View className="day-view__tables">
            {tables.map((table) => (
              <TableCard key={table.specialist.id} table={table} onSlot={onSlot} />
            ))}
          </View>
        </>
      )}
    </>
  )
}
