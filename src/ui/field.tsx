import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spoken } from './a11y'
import { classes } from './classes'
import './field.scss'

export interface FieldProps {
  label: string
  /** How to fill it in; stays while typing. */
  hint?: string
  /** What is wrong and what to do; takes the hint's place. */
  error?: string
  /** Says 选填 beside the label. */
  optional?: boolean
  /** Short words at the right of the label, for example how many characters are left. */
  count?: string
  children: ReactNode
}

/** Label, control, and one line of hint or error: the frame of everything that is filled in. */
export function Field({ label, hint, error, optional, count, children }: FieldProps) {
  return (
    <View className={classes('field', Boolean(error) && 'field--wrong')}>
      <View className="field__head">
        <Text className="field__label">{label}</Text>
        {optional && <Text className="field__optional">选填</Text>}
        {count && <Text className="field__count">{count}</Text>}
      </View>
      {children}
      {error ? (
        <Text className="field__error" {...spoken({ role: 'alert' })}>
          {error}
        </Text>
      ) : (
        hint && <Text className="field__hint">{hint}</Text>
      )}
    </View>
  )
}
