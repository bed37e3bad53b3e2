import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { sayTime } from '@/domain/time'
import { spoken } from '@/ui/a11y'
import './count-board.scss'

/** Somebody who has just come. */
export interface Arrival {
  name: string
  /** Where from. */
  note: string
  at: number
  tag?: ReactNode
}

export interface CountBoardProps {
  title: string
  /** How many have come, and of how many. */
  come: number
  of: number
  /** What the two figures are, below them: 已签到 / 已报名. */
  words: string
  /** The same in a sentence, to be read aloud. */
  spokenCounts: string
  arrivals: readonly Arrival[]
  /** Over the arrivals: 最近签到. */
  arrivalsTitle: string
  /** While nobody has come. */
  none: string
  /** How many arrivals there is room for. */
  most: number
  /** At the right of the title. */
  trailing?: ReactNode
}

/** How many have come of how many, and who came last: beside a changing code, to be read from afar. */
export function CountBoard(props: CountBoardProps) {
  return (
    <View className="count-board">
      <View className="count-board__head">
        <Text className="count-board__title" {...spoken({ role: 'heading', level: 1 })}>
          {props.title}
        </Text>
        {props.trailing}
      </View>
      <View className="count-board__counts">
        <View className="count-board__count" {...spoken({ role: 'status', label: props.spokenCounts })}>
          <Text className="count-board__figure count-board__figure--live">{props.come}</Text>
          <Text className="count-board__of">/ {props.of}</Text>
        </View>
        <Text className="count-board__words">{props.words}</Text>
      </View>
      <Arrivals {...props} />
    </View>
  )
}

function Arrivals({ arrivals, arrivalsTitle, none, most }: CountBoardProps) {
  if (arrivals.length === 0) return <Text className="count-board__none">{none}</Text>
  return (
    <View className="count-board__arrivals" {...spoken({ role: 'list', label: arrivalsTitle })}>
      <Text className="count-board__words">{arrivalsTitle}</Text>
      {arrivals.slice(0, most).map(({ name, note, at, tag }) => (
        <View key={`${at}-${name}`} className="count-board__arrival" {...spoken({ role: 'listitem' })}>
          <View className="count-board__who">
            <Text className="count-board__name">{name}</Text>
            <Text className="count-board__branch">{note}</Text>
          </View>
          {tag}
          <Text className="count-board__at">{sayTime(at)}</Text>
        </View>
      ))}
    </View>
  )
}
