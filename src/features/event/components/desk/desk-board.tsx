import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { sayTime } from '@/domain/time'
import { spoken } from '@/ui/a11y'
import { StateTag } from '@/ui/state-tag'
import type { DeskAnswer } from './desk-clock'
import './desk-board.scss'

export interface DeskBoardProps {
  answer: DeskAnswer
  /** How many arrivals there is room for. */
  most: number
  /** At the right of the title. */
  trailing?: ReactNode
}

/** How many have come of how many who signed up, and who came last. */
export function DeskBoard({ answer, most, trailing }: DeskBoardProps) {
  return (
    <View className="desk-board">
      <View className="desk-board__head">
        <Text className="desk-board__title" {...spoken({ role: 'heading', level: 1 })}>
          {answer.title}
        </Text>
        {trailing}
      </View>
      <View className="desk-board__counts">
        <View
          className="desk-board__count"
          {...spoken({ role: 'status', label: `已签到 ${answer.attended} 人，已报名 ${answer.registered} 人` })}
        >
          <Text className="desk-board__figure desk-board__figure--live">{answer.attended}</Text>
          <Text className="desk-board__of">/ {answer.registered}</Text>
        </View>
        <Text className="desk-board__words">已签到 / 已报名{placesWords(answer)}</Text>
      </View>
      <Arrivals answer={answer} most={most} />
    </View>
  )
}

const placesWords = ({ capacity, waitlisted }: DeskAnswer): string =>
  `${capacity === null ? '' : `，名额 ${capacity}`}${waitlisted > 0 ? `，候补 ${waitlisted}` : ''}`

function Arrivals({ answer, most }: { answer: DeskAnswer; most: number }) {
  if (answer.arrivals.length === 0) return <Text className="desk-board__none">还没有人签到，第一位很快就到</Text>
  return (
    <View className="desk-board__arrivals" {...spoken({ role: 'list', label: '最近签到' })}>
      <Text className="desk-board__words">最近签到</Text>
      {answer.arrivals.slice(0, most).map((arrival) => (
        <View key={`${arrival.at}-${arrival.name}`} className="desk-board__arrival" {...spoken({ role: 'listitem' })}>
          <View className="desk-board__who">
            <Text className="desk-board__name">{arrival.name}</Text>
            <Text className="desk-board__branch">{arrival.branchName}</Text>
          </View>
          {!arrival.confirmed && <StateTag tone="wait" words="待确认" />}
          <Text className="desk-board__at">{sayTime(arrival.at)}</Text>
        </View>
      ))}
    </View>
  )
}
