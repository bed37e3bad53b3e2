import { Text, View } from '@tarojs/components'
import { spoken } from './a11y'
import './figures.scss'

export interface FiguresProps {
  items: readonly { value: number | string; label: string; unit?: string }[]
}

/** Figures side by side, each with what it counts. */
export function Figures({ items }: FiguresProps) {
  return (
    <View className="figures">
      {items.map(({ value, label, unit = '' }) => (
        <View key={label} className="figures__item" {...spoken({ role: 'group', label: `${label} ${value}${unit}` })}>
          <View className="figures__line" {...spoken({ hidden: true })}>
            <Text className="figures__value">{value}</Text>
            {unit && <Text className="figures__unit">{unit}</Text>}
          </View>
          <Text className="figures__label" {...spoken({ hidden: true })}>
            {label}
          </Text>
        </View>
      ))}
    </View>
  )
}
