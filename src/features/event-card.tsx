import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { eventKindLabels } from '@/domain/event/labels'
import { dayKey } from '@/domain/time'
import { to } from '@/lib/routes'
import { Card } from '@/ui/card'
import { Icon, type IconName } from '@/ui/icon'
import { spoken } from '@/ui/a11y'
import { StateTag } from '@/ui/state-tag'
import { mineTag, phaseTag, placesWords, whenWords, type EventCard as Event, type Mine } from './event-state'
import './event-card.scss'

function Fact({ icon, children }: { icon: IconName; children: string }) {
  return (
    <View className="event-card__fact">
      <Icon name={icon} size="small" className="event-card__icon" />
      <Text className="event-card__words">{children}</Text>
    </View>
  )
}

/** The leaf of a calendar, to run down the days with the eye; the words beside it say the day for everybody. */
function Leaf({ at }: { at: number }) {
  const [, month, day] = dayKey(at).split('-').map(Number)
  return (
    <View className="event-card__leaf" {...spoken({ hidden: true })}>
      <View className="event-card__month">{`${month}月`}</View>
      <View className="event-card__day">{day}</View>
    </View>
  )
}

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
    <Card onPress={() => to.event(event.id)}>
      <View className="event-card">
        <Leaf at={event.startsAt} />
        <View className="event-card__body">
          <View className="event-card__head">
            <Text className="event-card__kind">{`${eventKindLabels[event.kind]}${joint}`}</Text>
            <StateTag tone={tag.tone} words={tag.words} />
          </View>
          <Text className="event-card__title">{event.title}</Text>
          <Fact icon="clock">{whenWords(event, now) + (event.movedAt ? '（有变更）' : '')}</Fact>
          <Fact icon="place">{event.placeName}</Fact>
          {open && !mine && <Fact icon="people">{placesWords(event)}</Fact>}
        </View>
      </View>
    </Card>
  )
}
