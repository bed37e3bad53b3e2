import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { refusalWords } from '@/domain/labels'
import { parseNumber } from '@/domain/exhibit/rules'
import { fieldName, spoken } from '@/ui/a11y'
import './number-field.scss'

const DIGITS = 3

const isWhole = (typed: string) => typed.normalize('NFKC').replace(/\s/g, '').length >= DIGITS

interface NumberFieldProps {
  onNumber: (number: string) => void
}

/** The three digits beside an exhibit: it opens as soon as they stand there. */
export function NumberField({ onNumber }: NumberFieldProps) {
  const [typed, setTyped] = useState('')
  const change = (value: string) => {
    setTyped(value)
    const number = parseNumber(value)
    if (number !== null && parseNumber(typed) !== number) onNumber(number)
  }
  const wrong = isWhole(typed) && parseNumber(typed) === null
  return (
    <View className="number-field">
      <Text className="number-field__label">输入展项编号</Text>
      <Text className="number-field__hint">墙上二维码旁的三位数字，例如 101</Text>
      <View className="number-field__box">
        <Input
          className="number-field__input"
          type="number"
          value={typed}
          maxlength={DIGITS}
          placeholder="000"
          placeholderClass="number-field__placeholder"
          confirmType="done"
          onInput={(event) => change(event.detail.value)}
          {...fieldName('展项编号，三位数字')}
        />
      </View>
      {wrong && (
        <Text className="number-field__error" {...spoken({ role: 'alert' })}>
          {refusalWords('exhibit.get', 'numberUnknown')}
        </Text>
      )}
    </View>
  )
}
