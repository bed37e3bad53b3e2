import { View } from '@tarojs/components'
import { audienceLabels } from '@/domain/event/labels'
import { dayKey, sayDate, saySpan, sayTime, sayWhen } from '@/domain/time'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { PlaceRow } from '@/features/place-row'
import { placesWords, whenWords, type EventDetail } from '@/features/event-state'

const Lines = ({ children }: { children: readonly string[] }) => (
  <>
    {children.map((line) => (
      <View key={line}>{line}</View>
    ))}
  </>
)

const times = (event: EventDetail, now: number): string[] => {
  const { opensAt, closesAt } = event.checkIn
  const oneDay = [opensAt, closesAt, event.endsAt].every((instant) => dayKey(instant) === dayKey(event.startsAt))
  if (oneDay) return [sayDate(event.startsAt), `签到 ${sayTime(opensAt)}–${sayTime(closesAt)}`]
  return [saySpan(event.startsAt, event.endsAt), `签到 ${sayWhen(opensAt, now)}–${sayWhen(closesAt, now)}`]
}

/** Nobody signs up or cancels any more. */
const isSettled = (event: EventDetail, now: number): boolean => event.state === 'cancelled' || now > event.endsAt

const deadlines = (event: EventDetail, now: number): string[] => {
  const late = event.walkIns ? '，之后可现场参加' : '，需提前报名'
  const cancel = sayWhen(event.cancelUntil, now)
  return [
    `报名 ${sayWhen(event.signUp.closesAt, now)} 截止${late}`,
    now < event.cancelUntil ? `${cancel} 前可以取消报名` : `取消报名 ${cancel} 截止`,
  ]
}

/** When, where, who, how many: what a person must know to come. */
export function Facts({ event, now }: { event: EventDetail; now: number }) {
  return (
    <Card flush>
      <ListRow icon="clock" title={whenWords(event, now)} note={<Lines>{times(event, now)}</Lines>} />
      <PlaceRow place={event.place} />
      <ListRow
        icon="flag"
        title={event.hosts.map(({ name }) => name).join('、')}
        note={event.hosts.length > 1 ? '共建主办' : '主办'}
      />
      {isSettled(event, now) ? (
        <ListRow icon="people" title={`${event.taken} 人报名`} />
      ) : (
        <ListRow icon="people" title={placesWords(event)} note={<Lines>{deadlines(event, now)}</Lines>} />
      )}
      {event.audience !== 'public' && <ListRow icon="eye" title={audienceLabels[event.audience]} />}
    </Card>
  )
}
