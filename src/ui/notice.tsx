import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spoken } from './a11y'
import { classes } from './classes'
import { Icon, type IconName } from './icon'
import './notice.scss'

export interface NoticeProps {
  tone?: 'info' | 'good' | 'wait' | 'bad'
  /** What is the matter. */
  title?: string
  /** What to do now. */
  children?: ReactNode
  /** A button below the words. */
  action?: ReactNode
}

const icons: Record<NonNullable<NoticeProps['tone']>, IconName> = {
  info: 'info',
  good: 'check',
  wait: 'clock',
  bad: 'warning',
}

/** Words that stand in the page: a hint, a refusal with what to do now, a change. Read out as soon as it appears. */
export function Notice({ tone = 'info', title, children, action }: NoticeProps) {
  return (
    <View className={classes('notice', `notice--${tone}`)} {...spoken({ role: tone === 'bad' ? 'alert' : 'status' })}>
      <Icon name={icons[tone]} />
      <View className="notice__body">
        {title && <Text className="notice__title">{title}</Text>}
        {children && <View className="notice__words">{children}</View>}
        {action && <View className="notice__action">{action}</View>}
      </View>
    </View>
  )
}
