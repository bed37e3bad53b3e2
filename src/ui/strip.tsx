import { ScrollView, View } from '@tarojs/components'
import { spoken } from './a11y'
import type { Option } from './choice'
import { classes } from './classes'
import { useDisplay } from './display'
import { Pressable } from './pressable'
import './strip.scss'

export interface StripProps<Value extends string> {
  /** What is chosen between, for a screen reader. */
  label: string
  options: readonly Option<Value>[]
  value: Value | undefined
  onChange: (value: Value) => void
  /** Width of each, in px at scale 1: all are as wide, so that the chosen one can be brought into sight. */
  width: number
}

/** One of many in a row that is pushed sideways, such as the coming days. */
export function Strip<Value extends string>({ label, options, value, onChange, width }: StripProps<Value>) {
  const each = width * useDisplay().scale
  const place = options.findIndex((option) => option.value === value)
  return (
    <ScrollView
      className="strip"
      scrollX
      enhanced
      showScrollbar={false}
      scrollWithAnimation
      scrollLeft={Math.max(0, (place - 1) * each)}
    >
      <View className="strip__row" {...spoken({ role: 'radiogroup', label })}>
        {options.map((option) => (
          <Pressable
            key={option.value}
            className={classes('strip__option', option.value === value && 'strip__option--chosen')}
            style={{ width: `${each}px` }}
            role="radio"
            label={option.note ? `${option.words}，${option.note}` : option.words}
            checked={option.value === value}
            disabled={option.disabled}
            onPress={() => onChange(option.value)}
          >
            <View className="strip__face">
              <View className="strip__words">{option.words}</View>
              {option.note && <View className="strip__note">{option.note}</View>}
            </View>
          </Pressable>
        ))}
      </View>
    </ScrollView>
  )
}
