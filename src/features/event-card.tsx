import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { eventKindLabels } from '@/domain/event/labels'
import { to } from '@/lib/routes'
import { StateTag } from '@/ui/state-tag'
import { mineTag, phaseTag, placesWords, whenWords, type EventCard as Event, type Mine } from './event-state'
import { DatedCard, Fact } from './dated-card'
import './event-card.scss'

/** Cards below each other; from 900 px on two beside each other. */
export const EventCards = ({ children }: { children: ReactNode }) => <View className="event-cards">{children}</View>

interface EventCardProps {
  event: Event
  /** The person's own registration: its state then takes the event's place. */
  mine?: Mine
  now: number
}

/** What a list shows of an event; the whole card opens it. */
export function EventCard({ event, mine, now }: EventCardProps) {
  const tag = mine ? mineTag(event, mine, now) : phaseTag(event, now)
  const joint = event.hosts.length > 1 ? ' · 共建' : ''
  const open = event.state === 'published' && now < event.endsAt
  return (
    <DatedCard at={event.startsAt} onPress={() => to.event(event.id)}>
      <View className="event-card__head">
        <Text className="event-card__kind">{`${eventKindLabels[event.kind]}${joint}`}</Text>
        <StateTag tone={tag.tone} words={tag.words} />
      </View>
      <Text className="event-card__title">{event.title}</Text>
      <Fact icon="clock">{whenWords(event, now) + (event.movedAt ? '（有变更）' : '')}</Fact>
      <Fact icon="place">{event.placeName}</Fact>
      {open && !mine && <Fact icon="people">{placesWords(event)}</Fact>}
    </DatedCard>
  )
}
