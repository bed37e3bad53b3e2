import { Text, View } from '@tarojs/components'
import { eventKindLabels, registrationStateLabels } from '@/domain/event/labels'
import { sayWhen } from '@/domain/time'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import { SectionTitle } from '@/ui/section-title'
import { StateTag } from '@/ui/state-tag'
import { mineTag, phaseTag, type EventDetail, type Mine, type Tag } from '@/features/event-state'
import { Agenda } from './agenda'
import { Facts } from './facts'
import { Materials } from './materials'
import { Cover, MorePictures } from './pictures'
import './event-view.scss'

/** The person's own standing beside the event's: where the button already says 签到, that they are signed up. */
function standingTag(event: EventDetail, mine: Mine, now: number): Tag {
  const tag = mineTag(event, mine, now)
  return tag.tone === 'live' ? { tone: 'good', words: registrationStateLabels.registered } : tag
}

/** Where the event stands, then where this person does; that others can still sign up says nothing to those who have. */
function tagsOf(event: EventDetail, now: number): Tag[] {
  const phase = phaseTag(event, now)
  const { mine } = event
  if (mine === null || event.state === 'cancelled') return [phase]
  const own = standingTag(event, mine, now)
  const stillOpen = phase.tone === 'info' || phase.tone === 'wait'
  return stillOpen && mine.state !== 'cancelled' ? [own] : [phase, own]
}

function Head({ event, now }: { event: EventDetail; now: number }) {
  return (
    <View className="event-view__head">
      <View className="event-view__tags">
        <Text className="event-view__kind">
          {`${eventKindLabels[event.kind]}${event.hosts.length > 1 ? ' · 共建' : ''}`}
        </Text>
        {tagsOf(event, now).map(({ tone, words }) => (
          <StateTag key={words} tone={tone} words={words} />
        ))}
      </View>
      <Text className="event-view__title">{event.title}</Text>
    </View>
  )
}

function Changes({ event, now }: { event: EventDetail; now: number }) {
  if (event.state === 'cancelled') {
    return (
      <Notice tone="bad" title="活动已取消">
        {event.cancelReason || '请留意主办支部的新安排'}
      </Notice>
    )
  }
  if (event.movedAt === null) return null
  return <Notice tone="wait" title="时间或地点有变">{`${sayWhen(event.movedAt, now)} 更新，请以下面的安排为准`}</Notice>
}

/** Everything there is to know about an event. */
export function EventView({ event, now }: { event: EventDetail; now: number }) {
  return (
    <View className="event-view">
      <Cover pictures={event.pictures} />
      <Head event={event} now={now} />
      <Changes event={event} now={now} />
      <Facts event={event} now={now} />
      {event.manages && (
        <View className="event-view__manage">
          <Button icon="desk" onPress={() => to.eventDesk(event.id)}>
            打开签到台
          </Button>
        </View>
      )}
      {event.summary && (
        <>
          <SectionTitle>活动介绍</SectionTitle>
          <Card>
            <Text className="event-view__summary" userSelect>
              {event.summary}
            </Text>
          </Card>
        </>
      )}
      <Agenda agenda={event.agenda} />
      <MorePictures pictures={event.pictures} />
      <Materials materials={event.materials} />
    </View>
  )
}
