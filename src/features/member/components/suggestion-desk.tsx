import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { suggestionKindLabels } from '@/domain/member/labels'
import { sayWhen } from '@/domain/time'
import { CallFailed, ListFoot, Refused } from '@/features/desk-state'
import { useRefusable } from '@/features/use-refusable'
import type { ItemOf, List } from '@/lib/use-list'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/page-state'
import { Sheet } from '@/ui/sheet'
import { Skeleton } from '@/ui/skeleton'
import { StateTag } from '@/ui/state-tag'
import { TextField } from '@/ui/text-field'
import { answerSuggestion } from '../api'
import './suggestion-desk.scss'

export type DeskSuggestion = ItemOf<'member.suggestions'>

interface SuggestionsToAnswerProps {
  list: List<'member.suggestions'>
  open: boolean
  onAnswer: (suggestion: DeskSuggestion) => void
}

/** What people complained about or suggested, with its answer or the way to give one. */
export function SuggestionsToAnswer({ list, open, onAnswer }: SuggestionsToAnswerProps) {
  const now = Date.now()
  if (list.loading) return <Skeleton shape="cards" />
  if (list.items.length === 0 && list.error) return <CallFailed error={list.error} onRetry={list.refresh} />
  if (list.items.length === 0)
    return open ? (
      <EmptyState icon="chat" title="没有等待答复的意见" why="有人在“我的”页面提交后，会出现在这里" />
    ) : (
      <EmptyState icon="chat" title="还没有答复过意见" why="答复过的意见会留在这里" />
    )
  return (
    <View>
      {list.items.map((suggestion) => (
        <SuggestionCard key={suggestion.id} suggestion={suggestion} now={now} onAnswer={() => onAnswer(suggestion)} />
      ))}
      <ListFoot list={list} />
    </View>
  )
}

interface SuggestionCardProps {
  suggestion: DeskSuggestion
  now: number
  onAnswer: () => void
}

function SuggestionCard({ suggestion, now, onAnswer }: SuggestionCardProps) {
  const { kind, text, contact, at, answer, answeredAt } = suggestion
  return (
    <Card className="suggestion-desk__card">
      <View className="suggestion-desk__head">
        <StateTag tone={kind === 'complaint' ? 'bad' : 'info'} icon={undefined} words={suggestionKindLabels[kind]} />
        <Text className="suggestion-desk__when">{sayWhen(at, now)}</Text>
      </View>
      <Text className="suggestion-desk__text" userSelect>
        {text}
      </Text>
      {contact && (
        <Text className="suggestion-desk__contact" userSelect>
          联系方式 {contact}
        </Text>
      )}
      {answeredAt === null ? (
        <Button icon="chat" label={`答复：${text.slice(0, 12)}`} onPress={onAnswer}>
          答复
        </Button>
      ) : (
        <View className="suggestion-desk__answer">
          <Text className="suggestion-desk__when">{sayWhen(answeredAt, now)} 答复</Text>
          <Text className="suggestion-desk__text">{answer}</Text>
        </View>
      )}
    </Card>
  )
}

interface AnswerSheetProps {
  suggestion: DeskSuggestion
  /** What was typed before the sheet was closed. */
  typed: string
  onType: (typed: string) => void
  onClose: () => void
  onAnswered: () => void
}

/** Answers one, once and for the person to read. */
export function AnswerSheet({ suggestion, typed, onType, onClose, onAnswered }: AnswerSheetProps) {
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const send = () => {
    setAsked(true)
    if (!typed.trim()) return undefined
    return run(async () => {
      await answerSuggestion({ suggestionId: suggestion.id, answer: typed })
      onAnswered()
    })
  }
  return (
    <Sheet
      title="答复意见"
      onClose={onClose}
      action={
        <Button kind="main" onPress={send}>
          发出答复
        </Button>
      }
    >
      <Text className="suggestion-desk__quote">{suggestion.text}</Text>
      <TextField
        kind="lines"
        label="答复"
        hint="提交意见的人会看到，发出后不能再改"
        placeholder="说明怎么处理、什么时候有结果"
        maxLength={500}
        value={typed}
        error={asked && !typed.trim() ? '请填写答复内容' : undefined}
        onChange={onType}
      />
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}
