import { ScrollView, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spoken } from './a11y'
import { classes } from './classes'
import { useDisplay } from './display'
import { Pressable } from './pressable'
import './count-chart.scss'

export interface CountItem {
  key: string
  label: string
  /** Stands below a column, where there is little room; `label` without it. */
  short?: string
  /** Null where it is not told: drawn as a hatched track. */
  value: number | null
  /** The value as people say it. */
  words: string
  /** The value in a column's little room; `words` without it. */
  shortWords?: string
}

export interface CountChartProps {
  /** Bars one below the other to compare, or columns one after the other in time. */
  kind: 'bars' | 'columns'
  /** What is drawn, for a screen reader. */
  label: string
  items: readonly CountItem[]
  /** With it each is pressable. */
  onPress?: (key: string) => void
}

/** Width of a column, in px at scale 1: all are as wide, so that the last can be brought into sight. */
const COLUMN = 52

/** A bar that can still be seen, however small the number; none at all for nothing. */
const LEAST = 2
const shareOf = (value: number | null, most: number): number =>
  value === null ? 100 : value === 0 ? 0 : Math.max(LEAST, (value / most) * 100)

/** Counts beside each other out of plain views; every one stands there as words too. */
export function CountChart({ kind, label, items, onPress }: CountChartProps) {
  const width = COLUMN * useDisplay().scale
  const most = Math.max(...items.map(({ value }) => value ?? 0), 0) || 1
  if (kind === 'bars')
    return (
      <View className="count-chart" {...spoken({ role: 'list', label })}>
        {items.map((item) => (
          <View key={item.key} {...spoken({ role: 'listitem' })}>
            <Bar item={item} share={shareOf(item.value, most)} onPress={onPress} />
          </View>
        ))}
      </View>
    )
  return (
    <ScrollView className="count-chart__columns" scrollX enhanced scrollLeft={items.length * width}>
      <View className="count-chart__row" {...spoken({ role: 'list', label })}>
        {items.map((item) => (
          <View
            key={item.key}
            className="count-chart__cell"
            style={{ width: `${width}px` }}
            {...spoken({ role: 'listitem' })}
          >
            <Column item={item} share={shareOf(item.value, most)} onPress={onPress} />
          </View>
        ))}
      </View>
    </ScrollView>
  )
}

interface PartProps {
  item: CountItem
  share: number
  onPress?: (key: string) => void
}

const fill = (value: number | null) => classes('count-chart__fill', value === null && 'count-chart__fill--untold')

function Bar({ item, share, onPress }: PartProps) {
  const content = (
    <>
      <View className="count-chart__words">
        <Text className="count-chart__label">{item.label}</Text>
        <Text className={classes('count-chart__value', item.value === null && 'count-chart__value--untold')}>
          {item.words}
        </Text>
      </View>
      <View className="count-chart__track" {...spoken({ hidden: true })}>
        <View className={fill(item.value)} style={{ width: `${share.toFixed(1)}%` }} />
      </View>
    </>
  )
  return <Part className="count-chart__bar" item={item} onPress={onPress} content={content} />
}

function Column({ item, share, onPress }: PartProps) {
  const content = (
    <>
      <View className="count-chart__below">{item.short ?? item.label}</View>
      <View className="count-chart__shaft">
        <View className="count-chart__over">{item.shortWords ?? item.words}</View>
        <View className={fill(item.value)} style={{ height: `${(share * 0.8).toFixed(1)}%` }} />
      </View>
    </>
  )
  return <Part className="count-chart__column" item={item} onPress={onPress} content={content} spelled />
}

interface PieceProps extends Omit<PartProps, 'share'> {
  className: string
  content: ReactNode
  /** What is seen is read out as it stands; its own words are in the same order. */
  spelled?: boolean
}

/** Pressable where it opens something, else words for a screen reader. */
function Part({ className, item, onPress, content, spelled }: PieceProps) {
  const label = `${item.label} ${item.words}`
  if (!onPress)
    return (
      <View className={className} {...spoken({ role: 'group', label })}>
        {content}
      </View>
    )
  return (
    <Pressable className={className} label={spelled ? undefined : label} onPress={() => onPress(item.key)}>
      {content}
    </Pressable>
  )
}
