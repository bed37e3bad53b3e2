import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon, type IconName } from './icon'
import { Pressable } from './pressable'
import { Spinner } from './spinner'
import { useWorking } from './use-working'
import './button.scss'

export interface ButtonProps {
  /** `main`: the page's one action. `quiet`: everything beside it. `danger`: takes something away. `link`: in running text. */
  kind?: 'main' | 'quiet' | 'danger' | 'link'
  /** As wide as its words; otherwise as wide as there is room. */
  compact?: boolean
  icon?: IconName
  disabled?: boolean
  /** Shown as working from outside; a promise from `onPress` does it by itself. */
  working?: boolean
  /** What a screen reader says, where the words alone are not enough. */
  label?: string
  id?: string
  /** While the returned promise is open the button shows that it works and cannot be pressed again. */
  onPress?: () => unknown
  children: ReactNode
}

export function Button({
  kind = 'quiet',
  compact,
  icon,
  disabled,
  label,
  id,
  onPress,
  children,
  ...props
}: ButtonProps) {
  const { working: running, run } = useWorking(onPress)
  const working = running || props.working === true
  return (
    <Pressable
      id={id}
      className={classes('button', `button--${kind}`, compact && 'button--compact', working && 'button--working')}
      label={label}
      disabled={disabled || working}
      onPress={run}
    >
      {working ? <Spinner /> : icon && <Icon name={icon} />}
      <Text className="button__words">{children}</Text>
    </Pressable>
  )
}
