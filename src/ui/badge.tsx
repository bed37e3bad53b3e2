import { Text } from '@tarojs/components'
import { spoken } from './a11y'
import './badge.scss'

export interface BadgeProps {
  count: number
  /** What is counted, for a screen reader: "3 条待办". */
  label: string
}

/** A count that waits for this person; nothing at zero. */
export function Badge({ count, label }: BadgeProps) {
  if (count <= 0) return null
  return (
    <Text className="badge" {...spoken({ role: 'img', label })}>
      {count > 99 ? '99+' : String(count)}
    </Text>
  )
}
