import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './button.scss'

/** Buttons side by side, each as wide as the others; below each other in large type. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <View className="button-row">{children}</View>
}
