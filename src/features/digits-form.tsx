import { View } from '@tarojs/components'
import { useState } from 'react'
import { parseDigits } from '@/domain/desk-code'
import { Button } from '@/ui/button'
import { DigitsField } from '@/ui/digits-field'
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
    <View>
      <DigitsField
        label="输入屏幕上的 8 位数字"
        name="屏幕上的 8 位数字"
        value={typed}
        maxLength={11}
        placeholder="0000 0000"
        error={error}
        onChange={setTyped}
        onConfirm={() => void submit()}
      />
      <View className="digits-form__button">
        <Button disabled={!digits || disabled} onPress={submit}>
          {action}
        </Button>
      </View>
    </View>
  )
}
