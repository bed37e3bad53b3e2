import { Text, View } from '@tarojs/components'
import { sayTime } from '@/domain/time'
import { spoken } from '@/ui/a11y'
import { StateTag } from '@/ui/state-tag'
import type { DeskAnswer } from './desk-clock'
import './desk-board.scss'

/** How many have come of how many who signed up, and who came last. */
export function DeskBoard({ answer }: { answer: DeskAnswer }) {
  return (
    <View className="desk-board">
      <Text className="desk-board__title" {...spoken({ role: 'heading', level: 1 })}>
        {answer.title}
      </Text>
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
      <Arrivals answer={answer} />
    </View>
  )
}

const placesWords = ({ capacity, waitlisted }: DeskAnswer): string =>
  `${capacity === null ? '' : `，名额 ${capacity}`}${waitlisted > 0 ? `，候补 ${waitlisted}` : ''}`

function Arrivals({ answer }: { answer: DeskAnswer }) {
  if (answer.arrivals.length === 0) return <Text className="desk-board__none">还没有人签到，第一位很快就到</Text>
  return (
    <View className="desk-board__arrivals" {...spoken({ role: 'list', label: '最近签到' })}>
      <Text className="desk-board__words">最近签到</Text>
      {answer.arrivals.map((arrival) => (
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
