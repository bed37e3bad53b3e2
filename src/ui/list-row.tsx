import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { isLarge, useDisplay } from './display'
import { Icon, type IconName } from './icon'
import { present } from './present'
import { Pressable } from './pressable'
import './list-row.scss'

export interface ListRowProps {
  icon?: IconName
  /** A picture or a figure instead of the icon. */
  leading?: ReactNode
  title: ReactNode
  note?: ReactNode
  /** Short words at the right. */
  value?: ReactNode
  /** A tag or a button at the right. */
  trailing?: ReactNode
  /** With it the row is pressable and shows where it leads. */
  onPress?: () => void
  label?: string
  id?: string
}

type HeadProps = Pick<ListRowProps, 'icon' | 'leading'> & { first: boolean }

/** What stands before the words; beside a title with a note the icon keeps to the first line. */
function Head({ icon, leading, first }: HeadProps) {
  if (leading || !icon) return <>{leading}</>
  return <Icon name={icon} className={classes('list-row__icon', first && 'list-row__icon--first')} />
}

/** One line of a list: what it is, a note below, a value or a state at the right, or below that in large type. */
export function ListRow({ icon, leading, title, note, value, trailing, onPress, label, id }: ListRowProps) {
  const below = isLarge(useDisplay().scale)
  const end = (
    <>
      {value !== undefined && <Text className="list-row__value">{value}</Text>}
      {trailing && <View className="list-row__trailing">{trailing}</View>}
    </>
  )
  const content = (
    <>
      <Head icon={icon} leading={leading} first={Boolean(note)} />
      <View className="list-row__body">
        <View className="list-row__title">{title}</View>
        {note && <View className="list-row__note">{note}</View>}
        {below && <View className="list-row__below">{end}</View>}
      </View>
      {!below && end}
      {onPress && <Icon name="right" size="small" className="list-row__more" />}
    </>
  )
  if (!onPress) {
    return (
      <View {...present({ id })} className="list-row">
        {content}
      </View>
    )
  }
  return (
    <Pressable id={id} className={classes('list-row', 'list-row--pressable')} label={label} onPress={onPress}>
      {content}
    </Pressable>
  )
}
