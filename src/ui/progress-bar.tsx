import { View } from '@tarojs/components'
import { spoken } from './a11y'
import './progress-bar.scss'

export interface ProgressBarProps {
  /** What gets on, for a screen reader. */
  label: string
  /** What share is done, 0 to 1. */
  share: number
}

/** How far something has come. The words beside it say the same. */
export function ProgressBar({ label, share }: ProgressBarProps) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100)
  return (
    <View className="progress-bar" {...spoken({ role: 'img', label: `${label} ${percent}%` })}>
      <View className="progress-bar__done" style={{ width: `${percent}%` }} />
    </View>
  )
}
