import { View } from '@tarojs/components'
import type { CSSProperties, ReactNode } from 'react'
import { keyboard, spoken, type Spoken } from './a11y'
import { classes } from './classes'
import { present } from './present'
import './pressable.scss'

export interface PressableProps extends Spoken {
  onPress?: () => void
  className?: string
  style?: CSSProperties
  id?: string
  children?: ReactNode
}

/** Anything that reacts to a tap: a button for a screen reader, the keyboard and the thumb. Everything pressable is built on it. */
export function Pressable({ onPress, className, style, id, children, role = 'button', ...says }: PressableProps) {
  const enabled = !says.disabled
  const press = enabled ? onPress : undefined
  return (
    <View
      {...present({ id, style })}
      className={classes('pressable', className)}
      hoverClass={enabled ? 'pressable--pressed' : 'none'}
      onClick={press}
      {...spoken({ role, ...says })}
      {...keyboard(enabled)}
    >
      {children}
    </View>
  )
}
