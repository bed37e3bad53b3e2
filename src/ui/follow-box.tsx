import { ScrollView } from '@tarojs/components'
import type { ReactNode } from 'react'
import { present } from './present'
import './follow-box.scss'

export interface FollowBoxProps {
  /** The id of the child to keep in sight; none leaves it where the person put it. */
  follow?: string
  children: ReactNode
}

/** A part of the page with a height of its own, which keeps one of its children in sight without moving the page. */
export function FollowBox({ follow, children }: FollowBoxProps) {
  return (
    <ScrollView className="follow-box" scrollY scrollWithAnimation enhanced {...present({ scrollIntoView: follow })}>
      {children}
    </ScrollView>
  )
}
