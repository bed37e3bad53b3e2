import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spoken } from './a11y'
import './brand-band.scss'

export interface BrandBandProps {
  title: string
  words?: string
  /** At the right of the title. */
  trailing?: ReactNode
  children?: ReactNode
}

/** The red band with a gold line at the head of a tab; goes into `PageFrame`'s `hero`. */
export function BrandBand({ title, words, trailing, children }: BrandBandProps) {
  return (
    <View className="brand-band">
      <View className="brand-band__inner">
        <View className="brand-band__head">
          <Text className="brand-band__title" {...spoken({ role: 'heading', level: 1 })}>
            {title}
          </Text>
          {trailing}
        </View>
        {words && <Text className="brand-band__words">{words}</Text>}
        {children}
      </View>
    </View>
  )
}
