import { audienceLabels } from '@/domain/event/labels'
import { saySpan, sayWhen } from '@/domain/time'
import { openMap } from '@/lib/map'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { placesWords, whenWords, type EventDetail } from '@/features/event-state'

function PlaceRow({ place }: { place: EventDetail['place'] }) {
  const { name, address, latitude, longitude } = place
  const known = latitude !== null && longitude !== null
  return (
    <ListRow
      icon="place"
      title={name}
      note={address || undefined}
      value={known ? '地图' : undefined}
      label={known ? `在地图上查看：${name}` : undefined}
      onPress={known ? () => void openMap({ name, address, latitude, longitude }) : undefined}
    />
  )
}

const deadlines = (event: EventDetail, now: number): string =>
  [
    `报名截止 ${sayWhen(event.signUp.closesAt, now)}`,
    `取消截止 ${sayWhen(event.cancelUntil, now)}`,
    event.walkIns ? '可现场参加' : '需提前报名',
  ].join(' · ')

/** When, where, who, how many: what a person must know to come. */
export function Facts({ event, now }: { event: EventDetail; now: number }) {
  const checkIn = `签到 ${sayWhen(event.checkIn.opensAt, now)} 起，到 ${sayWhen(event.checkIn.closesAt, now)} 止`
  return (
    <Card flush>
      <ListRow
        icon="clock"
        title={whenWords(event, now)}
        note={`${saySpan(event.startsAt, event.endsAt)}。${checkIn}`}
      />
      <PlaceRow place={event.place} />
      <ListRow
        icon="flag"
        title={event.hosts.map(({ name }) => name).join('、')}
        note={event.hosts.length > 1 ? '共建主办' : '主办'}
      />
      <ListRow icon="people" title={placesWords(event)} note={deadlines(event, now)} />
      {event.audience !== 'public' && <ListRow icon="eye" title={audienceLabels[event.audience]} />}
    </Card>
  )
}
