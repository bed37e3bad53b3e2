import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spoken } from './a11y'
import { numberWords } from './number-words'
import './figure-chart.scss'

export interface FigureItem {
  label: string
  value: number
  note: string
}

export interface FigureChartProps {
  /** One or a few large numbers, bars to compare, or steps one after the other. */
  kind: 'number' | 'bars' | 'steps'
  unit: string
  items: readonly FigureItem[]
}

/** A number or a small chart out of plain views: every figure stands there as words too, so nothing is lost to who cannot see it. */
export function FigureChart({ kind, unit, items }: FigureChartProps) {
  const Kind = { number: Numbers, bars: Bars, steps: Steps }[kind]
  return (
    <View className={`figure-chart figure-chart--${kind}`} {...spoken({ role: 'list' })}>
      <Kind unit={unit} items={items} />
    </View>
  )
}

/** A figure with its unit: `2,600 家`, `45%`. */
const withUnit = (value: number, unit: string): string =>
  `${numberWords(value)}${unit === '' || unit === '%' ? '' : ' '}${unit}`

type Parts = Pick<FigureChartProps, 'unit' | 'items'>

const Item = ({ className, children }: { className: string; children: ReactNode }) => (
  <View className={className} {...spoken({ role: 'listitem' })}>
    {children}
  </View>
)

function Note({ of: { note } }: { of: FigureItem }) {
  return note ? <Text className="figure-chart__note">{note}</Text> : null
}

function Numbers({ unit, items }: Parts) {
  return (
    <>
      {items.map((item) => (
        <Item key={item.label} className="figure-chart__number">
          <View className="figure-chart__line">
            <Text className="figure-chart__large">{numberWords(item.value)}</Text>
            {unit && <Text className="figure-chart__unit">{unit}</Text>}
          </View>
          <Text className="figure-chart__label">{item.label}</Text>
          <Note of={item} />
        </Item>
      ))}
    </>
  )
}

/** A bar that can still be seen, however small the number. */
const LEAST = 2

function Bars({ unit, items }: Parts) {
  const most = Math.max(...items.map(({ value }) => Math.abs(value)), 0) || 1
  return (
    <>
      {items.map((item) => (
        <Item key={item.label} className="figure-chart__bar">
          <View className="figure-chart__words">
            <Text className="figure-chart__label">{item.label}</Text>
            <Text className="figure-chart__value">{withUnit(item.value, unit)}</Text>
          </View>
          <View className="figure-chart__track" {...spoken({ hidden: true })}>
            <View
              className="figure-chart__fill"
              style={{ width: `${Math.max(LEAST, (Math.abs(item.value) / most) * 100).toFixed(1)}%` }}
            />
          </View>
          <Note of={item} />
        </Item>
      ))}
    </>
  )
}

/** Where the values are only the places in the row, the drawing says them already. */
const onlyCounts = (items: readonly FigureItem[], unit: string) =>
  unit === '' && items.every(({ value }, index) => value === index + 1)

function Steps({ unit, items }: Parts) {
  const counted = onlyCounts(items, unit)
  return (
    <>
      {items.map((item, index) => (
        <Item key={item.label} className="figure-chart__step">
          <View className="figure-chart__mark" {...spoken({ hidden: true })}>
            {index + 1}
          </View>
          <View className="figure-chart__body">
            <View className="figure-chart__words">
              <Text className="figure-chart__label">{item.label}</Text>
              {!counted && <Text className="figure-chart__value">{withUnit(item.value, unit)}</Text>}
            </View>
            <Note of={item} />
          </View>
        </Item>
      ))}
    </>
  )
}
