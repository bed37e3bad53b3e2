import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { topicLabels } from '@/domain/service/labels'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { SlotChips } from './slot-chips'
import { firstSlots, tableWords, type Slot, type Table } from './slots-of'
import './table-card.scss'

/** One person of the day: who they are, what they know, and their times. */
export function TableCard({ table, onSlot }: { table: Table; onSlot: (slot: Slot) => void }) {
  const [all, setAll] = useState(false)
  const { specialist, slots } = table
  const first = firstSlots(slots)
  const shown = all ? slots : first
  return (
    <Card>
      <View className="table-card__head">
        <Text className="table-card__name">{specialist.name}</Text>
        <Text className="table-card__title">{specialist.title}</Text>
      </View>
      <Text className="table-card__topics">{specialist.topics.map((topic) => topicLabels[topic]).join(' · ')}</Text>
      {specialist.intro !== '' && <Text className="table-card__intro">{specialist.intro}</Text>}
      {shown.length > 0 && <SlotChips name={specialist.name} slots={shown} onSlot={onSlot} />}
      <View className="table-card__foot">
        <Text className="table-card__left">{tableWords(table)}</Text>
        {slots.length > first.length && (
          <Button
            compact
            kind="link"
            label={`${specialist.name}：${all ? '收起' : '看全部时段'}`}
            onPress={() => setAll(!all)}
          >
            {all ? '收起' : '看全部时段'}
          </Button>
        )}
      </View>
    </Card>
  )
}
