import { Input, Picker, Text, View } from '@tarojs/components'
import { fieldName } from '@/ui/a11y'
import { classes } from '@/ui/classes'

interface TimeOfDayProps {
  label: string
  /** `9:00` or `09:00`. */
  value: string
  onChange: (value: string) => void
  className?: string
}

/** A time of day: the platform's wheel in WeChat, the browser's own field elsewhere. */
export function TimeOfDay({ label, value, onChange, className }: TimeOfDayProps) {
  const padded = value.padStart(5, '0')
  const changed = (event: { detail: { value: string } }) => event.detail.value && onChange(event.detail.value)
  if (process.env.TARO_ENV === 'h5') {
    return (
      <View className={classes('field__box', className)}>
        <Input
          className="field__input"
          value={padded}
          onInput={changed}
          nativeProps={{ 'aria-label': label, type: 'time' }}
        />
      </View>
    )
  }
  return (
    <Picker className={className} mode="time" value={padded} onChange={changed} {...fieldName(label)}>
      <View className="field__box">
        <Text>{value}</Text>
      </View>
    </Picker>
  )
}
