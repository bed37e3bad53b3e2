import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spoken } from './a11y'
import { classes } from './classes'
import { Icon } from './icon'
import { Pressable } from './pressable'
import { useSorting } from './use-sorting'
import './sort-list.scss'

export interface SortItem {
  id: string
  /** What a screen reader calls it. */
  name: string
}

export interface SortListProps<Item extends SortItem> {
  items: readonly Item[]
  onChange: (items: Item[]) => void
  disabled?: boolean
  children: (item: Item, place: number) => ReactNode
}

/** The same list with the one at `from` put at `to`. */
export const movedTo = <T,>(items: readonly T[], from: number, to: number): T[] => {
  const next = [...items]
  const [one] = next.splice(from, 1)
  if (one !== undefined) next.splice(to, 0, one)
  return next
}

/** A list to be put in order: by dragging a row at its handle, or row by row with two buttons. */
export function SortList<Item extends SortItem>({ items, onChange, disabled, children }: SortListProps<Item>) {
  const { held, styleOf, handleOf } = useSorting(items.length, (from, to) => onChange(movedTo(items, from, to)))
  return (
    <View className={classes('sort-list', held !== null && 'sort-list--sorting')} {...spoken({ role: 'list' })}>
      {items.map((item, place) => (
        <View
          key={item.id}
          className={classes('sort-list__row', 'sort-list__measured', held === place && 'sort-list__row--held')}
          style={styleOf(place)}
          {...spoken({ role: 'listitem', label: `第 ${place + 1} 个，共 ${items.length} 个：${item.name}` })}
        >
          <View className="sort-list__handle" {...(disabled ? {} : handleOf(place))} {...spoken({ hidden: true })}>
            <View className="sort-list__grip" />
            <Text className="sort-list__place">{place + 1}</Text>
          </View>
          <View className="sort-list__body">{children(item, place)}</View>
          <View className="sort-list__steps">
            <Step
              icon="up"
              label={`上移：${item.name}`}
              disabled={disabled === true || place === 0}
              onPress={() => onChange(movedTo(items, place, place - 1))}
            />
            <Step
              icon="down"
              label={`下移：${item.name}`}
              disabled={disabled === true || place === items.length - 1}
              onPress={() => onChange(movedTo(items, place, place + 1))}
            />
          </View>
        </View>
      ))}
    </View>
  )
}

interface StepProps {
  icon: 'up' | 'down'
  label: string
  disabled: boolean
  onPress: () => void
}

function Step({ icon, label, disabled, onPress }: StepProps) {
  return (
    <Pressable className="sort-list__step" label={label} disabled={disabled} onPress={onPress}>
      <Icon name={icon} />
    </Pressable>
  )
}
