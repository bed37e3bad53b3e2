import { Text, View } from '@tarojs/components'
import { suggestionKindLabels } from '@/domain/member/labels'
import { sayWhen } from '@/domain/time'
import { Listed } from '@/features/listed'
import { now } from '@/lib/clock'
import type { ItemOf, List } from '@/lib/use-list'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'
import { StateTag } from '@/ui/state-tag'
import './my-suggestions.scss'

type Suggestion = ItemOf<'member.mySuggestions'>

function SuggestionCard({ kind, text, at, answer, answeredAt }: Suggestion) {
  const answered = answeredAt !== null
  return (
    <Card>
      <View className="my-suggestion__head">
        <Text className="my-suggestion__when">{`${suggestionKindLabels[kind]} · ${sayWhen(at, now())}`}</Text>
        <StateTag tone={answered ? 'good' : 'wait'} words={answered ? '已答复' : '待答复'} />
      </View>
      <Text className="my-suggestion__text">{text}</Text>
      {answered && (
        <View className="my-suggestion__answer">
          <Text className="my-suggestion__when">{`党委答复 · ${sayWhen(answeredAt, now())}`}</Text>
          <Text className="my-suggestion__text">{answer}</Text>
        </View>
      )}
    </Card>
  )
}

/** What this person has sent, with the answers. */
export function MySuggestions({ list }: { list: List<'member.mySuggestions'> }) {
  return (
    <Listed
      of={list}
      skeleton={<Skeleton />}
      empty={<EmptyState icon="chat" title="还没有提过意见" why="发送后，可以在这里看到答复" />}
    >
      {(rows) => rows.map((row) => <SuggestionCard key={row.id} {...row} />)}
    </Listed>
  )
}
