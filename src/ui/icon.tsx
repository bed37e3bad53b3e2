import { View } from '@tarojs/components'
import { spoken } from './a11y'
import { classes } from './classes'
import './icon.scss'

/** Every icon there is; its drawing stands in icon.scss under the same name. */
export const iconNames = [
  'back',
  'right',
  'down',
  'up',
  'close',
  'check',
  'plus',
  'minus',
  'search',
  'calendar',
  'clock',
  'place',
  'people',
  'person',
  'scan',
  'qr',
  'bell',
  'hall',
  'book',
  'chat',
  'phone',
  'shield',
  'download',
  'trash',
  'edit',
  'copy',
  'share',
  'refresh',
  'offline',
  'warning',
  'info',
  'lock',
  'list',
  'camera',
  'picture',
  'keyboard',
  'flag',
  'more',
  'eye',
  'document',
  'desk',
  'text',
  'idea',
  'screen',
  'headset',
  'heart',
  'growth',
  'flask',
  'timeline',
  'play',
  'pause',
  'sound',
  'film',
] as const

export type IconName = (typeof iconNames)[number]

export interface IconProps {
  name: IconName
  size?: 'small' | 'large'
  className?: string
}

/** A drawing in the colour of its text. It says nothing to a screen reader: the word beside it does. */
export function Icon({ name, size, className }: IconProps) {
  return (
    <View
      className={classes('icon', `icon--${name}`, size && `icon--${size}`, className)}
      {...spoken({ hidden: true })}
    />
  )
}
