import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dayKey } from '@/domain/time'
import { spoken } from '@/ui/a11y'
import { Card } from '@/ui/card'
import { Icon, type IconName } from '@/ui/icon'
import './dated-card.scss'

/** One thing that is known of what a card shows: when, where, who. */
export function Fact({ icon, children }: { icon: IconName; children: string }) {
  return (
    <View className="dated-card__fact">
      <Icon name={icon} size="small" className="dated-card__icon" />
      <Text className="dated-card__words">{children}</Text>
    </View>
  )
}

/** The leaf of a calendar, to run down the days with the eye; the words beside it say the day for everybody. */
function Leaf({ at }: { at: number }) {
  const [, month, day] = dayKey(at).split('-').map(Number)
  return (
    <View className="dated-card__leaf" {...spoken({ hidden: true })}>
      <View className="dated-card__month">{`${month}月`}</View>
      <View className="dated-card__day">{day}</View>
    </View>
  )
}

/** A card of something on a day, with that day's leaf beside it; the whole card opens it. */
export function DatedCard({ at, onPress, children }: { at: number; onPress: () => void; children: ReactNode }) {
  return (
    <Card onPress={onPress}>
      <View className="dated-card">
        <Leaf at={at} />
        <View className="dated-card__body">{children}</View>
      </View>
    </Card>
  )
}
