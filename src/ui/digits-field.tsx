import { Input, Text, View } from '@tarojs/components'
import { fieldName, spoken } from './a11y'
import { digitsKeyboard } from './digits-keyboard'
import './digits-field.scss'

export interface DigitsFieldProps {
  label: string
  /** Where the digits stand. */
  hint?: string
  /** What it is called when it is read aloud. */
  name: string
  value: string
  maxLength: number
  placeholder: string
  /** What is wrong with what was typed. */
  error?: string
  onChange: (value: string) => void
  onConfirm?: () => void
}

/** A few digits read off a wall or a screen, large enough to be compared with it. */
export function DigitsField(props: DigitsFieldProps) {
  const { label, hint, name, value, maxLength, placeholder, error, onChange, onConfirm } = props
  return (
    <View className="digits-field">
      <Text className="digits-field__label">{label}</Text>
      {hint && <Text className="digits-field__hint">{hint}</Text>}
      <View className="digits-field__box">
        <Input
          className="digits-field__input"
          {...digitsKeyboard}
          value={value}
          maxlength={maxLength}
          placeholder={placeholder}
          placeholderClass="digits-field__placeholder"
          confirmType="done"
          onInput={(event) => onChange(event.detail.value)}
          onConfirm={onConfirm}
          {...fieldName(name)}
        />
      </View>
      {error && (
        <Text className="digits-field__error" {...spoken({ role: 'alert' })}>
          {error}
        </Text>
      )}
    </View>
  )
}
