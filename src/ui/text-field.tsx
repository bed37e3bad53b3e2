import { Input, Text, Textarea, View } from '@tarojs/components'
import { fieldName } from './a11y'
import { present } from './present'
import { Field, type FieldProps } from './field'

export interface TextFieldProps extends Omit<FieldProps, 'children' | 'count'> {
  /** Which keyboard: words, several lines, whole numbers, or a telephone number. */
  kind?: 'text' | 'lines' | 'number' | 'phone'
  value: string
  onChange: (value: string) => void
  placeholder?: string
  maxLength?: number
  /** Words after the value: 人, 分钟 … */
  unit?: string
  disabled?: boolean
  autoFocus?: boolean
  id?: string
  onDone?: () => void
}

type Typed = { detail: { value: string } }

const DEFAULT_LENGTH = { text: 60, lines: 1000, number: 9, phone: 20 }

/** A field to type in. The value stays with the page, so that it is still there after coming back. */
export function TextField({
  kind = 'text',
  value,
  onChange,
  placeholder,
  unit,
  disabled,
  autoFocus,
  id,
  onDone,
  ...field
}: TextFieldProps) {
  const { maxLength = DEFAULT_LENGTH[kind], ...frame } = field
  const common = present({
    id,
    value,
    disabled,
    placeholder,
    placeholderClass: 'field__placeholder',
    maxlength: maxLength,
    onInput: (event: Typed) => onChange(event.detail.value),
    ...fieldName(frame.label),
  })
  if (kind === 'lines') {
    return (
      <Field {...frame} count={`${value.length}/${maxLength}`}>
        <View className="field__box">
          <Textarea className="field__area" autoFocus={autoFocus === true} {...common} />
        </View>
      </Field>
    )
  }
  return (
    <Field {...frame}>
      <View className="field__box">
        <Input
          className="field__input"
          type={kind === 'text' ? 'text' : 'number'}
          focus={autoFocus === true}
          onConfirm={() => onDone?.()}
          {...common}
        />
        {unit && <Text className="field__unit">{unit}</Text>}
      </View>
    </Field>
  )
}
