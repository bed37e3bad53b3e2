import { View } from '@tarojs/components'
import { spoken } from './a11y'
import type { Option } from './choice'
import { classes } from './classes'
import { Pressable } from './pressable'
import './segmented.scss'

export interface SegmentedProps<Value extends string> {
  /** What is chosen between, for a screen reader. */
  label: string
  options: readonly Pick<Option<Value>, 'value' | 'words'>[]
  value: Value
  onChange: (value: Value) => void
}

/** Two to four views of one page, side by side. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  return <Tabs {...props} block="segmented" />
}

/** Filters, as many as there are: they wrap into the next line, so that none hides. */
export function Chips<Value extends string>(props: SegmentedProps<Value>) {
  return <Tabs {...props} block="chips" />
}

function Tabs<Value extends string>({
  label,
  options,
  value,
  onChange,
  block,
}: SegmentedProps<Value> & { block: string }) {
  return (
    <View className={classes(block, options.length > 3 && `${block}--many`)} {...spoken({ role: 'radiogroup', label })}>
      {options.map((option) => (
        <Pressable
          key={option.value}
          className={classes(`${block}__option`, option.value === value && `${block}__option--chosen`)}
          role="radio"
          checked={option.value === value}
          onPress={() => onChange(option.value)}
        >
          <View className={`${block}__words`}>{option.words}</View>
        </Pressable>
      ))}
    </View>
  )
}
