import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { present } from './present'
import { Pressable } from './pressable'
import './card.scss'

export interface CardProps {
  /** Rows reach from edge to edge: for a card of `ListRow`s. */
  flush?: boolean
  /** `live`: it is about right now, a red edge says so. */
  tone?: 'plain' | 'live'
  /** The whole card opens something; `label` then says what. */
  onPress?: () => void
  label?: string
  id?: string
  className?: string
  children: ReactNode
}

export function Card({ flush, tone = 'plain', onPress, label, id, className, children }: CardProps) {
  const name = classes('card', flush && 'card--flush', `card--${tone}`, className)
  if (!onPress) {
    return (
      <View {...present({ id })} className={name}>
        {children}
      </View>
    )
  }
  return (
    <Pressable id={id} className={name} label={label} onPress={onPress}>
      {children}
    </Pressable>
  )
}
