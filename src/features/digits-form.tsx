import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { parseDigits } from '@/domain/desk-code'
import { fieldName, spoken } from '@/ui/a11y'
import { Button } from '@/ui/button'
import './digits-form.scss'

interface DigitsFormProps {
  /** On the button: 用数字签到. */
  action: string
  onSubmit: (digits: string) => Promise<void>
  /** What was wrong with the last ones. */
  error?: string
  disabled?: boolean
}

/** The eight digits below the code, for when the camera does not help. Spaces are forgiven. */
export function DigitsForm({ action, onSubmit, error, disabled }: DigitsFormProps) {
  const [typed, setTyped] = useState('')
  const digits = parseDigits(typed)
  const submit = async () => {
    if (!digits) return
    await onSubmit(digits)
    setTyped('')
  }
  return (
    <View className="digits-form">
      <Text className="digits-form__label">输入屏幕上的 8 位数字</Text>
      <View className="digits-form__box">
        <Input
          className="digits-form__input"
          type="number"
          value={typed}
          maxlength={11}
          placeholder="0000 0000"
          placeholderClass="digits-form__placeholder"
          confirmType="done"
          onInput={(event) => setTyped(event.detail.value)}
          onConfirm={() => void submit()}
          {...fieldName('屏幕上的 8 位数字')}
        />
      </View>
      {error && (
        <Text className="digits-form__error" {...spoken({ role: 'alert' })}>
          {error}
        </Text>
      )}
      <Button disabled={!digits || disabled} onPress={submit}>
        {action}
      </Button>
    </View>
  )
}
