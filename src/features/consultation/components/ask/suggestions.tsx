import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Topic } from '@/domain/service/rules'
import { sayTime } from '@/domain/time'
import { dayWords } from '@/features/meeting-words'
import { spoken } from '@/ui/a11y'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import { Spinner } from '@/ui/spinner'
import { StateTag } from '@/ui/state-tag'
import { byKnowledge, reasonsOf, slotDays, type OfferedSlot, type Suggestion } from './suggestion-words'
import './suggestions.scss'

interface SuggestionsProps {
  items: readonly Suggestion[]
  topic: Topic
  now: number
  /** The slot that is being asked for at this moment. */
  asking: string | undefined
  onSlot: (slotId: string) => void
}

interface SlotsProps extends Pick<SuggestionsProps, 'asking' | 'onSlot' | 'now'> {
  name: string
  slots: readonly OfferedSlot[]
}

function Slots({ name, slots, asking, onSlot, now }: SlotsProps) {
  return (
    <>
      {slotDays(slots).map(({ day, startsAt, placeName, slots: ofDay }) => (
        <View key={day}>
          <Text className="suggestions__day">{`${dayWords(startsAt, now)} · ${placeName}`}</Text>
          <View className="suggestions__slots" {...spoken({ role: 'group', label: `${name}的时段` })}>
            {ofDay.map((slot) => (
              <Pressable
                key={slot.id}
                className="suggestions__slot"
                label={`${dayWords(startsAt, now)} ${sayTime(slot.startsAt)}，${name}`}
                disabled={asking !== undefined}
                onPress={() => onSlot(slot.id)}
              >
                {asking === slot.id ? <Spinner /> : <Text>{sayTime(slot.startsAt)}</Text>}
              </Pressable>
            ))}
          </View>
        </View>
      ))}
    </>
  )
}

/** Two rows on a phone. */
const FIRST = 8

interface SuggestionCardProps extends Omit<SuggestionsProps, 'items'> {
  suggestion: Suggestion
  best: boolean
}

function SuggestionCard({ suggestion, best, topic, now, asking, onSlot }: SuggestionCardProps) {
  const [all, setAll] = useState(false)
  const { specialist, slots } = suggestion
  return (
    <Card className="suggestions__card">
      <View className="suggestions__head">
        <View className="suggestions__person">
          <Text className="suggestions__name">{specialist.name}</Text>
          <Text className="suggestions__title">{specialist.title}</Text>
        </View>
        {best && <StateTag tone="good" words="最合适" />}
      </View>
      <View className="suggestions__reasons">
        {reasonsOf(suggestion, topic, now).map(({ words, speaksFor }) => (
          <View key={words} className="suggestions__reason">
            <Icon name={speaksFor ? 'check' : 'info'} size="small" />
            <Text className="suggestions__words">{words}</Text>
          </View>
        ))}
      </View>
      <Slots
        name={specialist.name}
        slots={all ? slots : slots.slice(0, FIRST)}
        asking={asking}
        onSlot={onSlot}
        now={now}
      />
      {!all && slots.length > FIRST && (
        <Button compact kind="link" label={`${specialist.name}：更多时段`} onPress={() => setAll(true)}>
          更多时段
        </Button>
      )}
    </Card>
  )
}

/** Who fits, best first, each with the reasons and the times; a tap keeps one. Who does not know the topic stands behind a tap. */
export function Suggestions({ items, ...rest }: SuggestionsProps) {
  const [everybody, setEverybody] = useState(false)
  const { experts, others } = byKnowledge(items)
  const folded = experts.length > 0 && others.length > 0 && !everybody
  const shown = folded ? experts : [...experts, ...others]
  return (
    <View className="suggestions">
      {shown.map((suggestion, at) => (
        <SuggestionCard
          key={suggestion.specialist.id}
          suggestion={suggestion}
          best={at === 0 && experts.length > 0 && items.length > 1}
          {...rest}
        />
      ))}
      {folded && (
        <Button kind="link" onPress={() => setEverybody(true)}>
          {`看其他 ${others.length} 位队员`}
        </Button>
      )}
    </View>
  )
}
