import { Text, View } from '@tarojs/components'
import { sayWhen } from '@/domain/time'
import { meetingWords } from '@/features/meeting-words'
import { PlaceRow } from '@/features/place-row'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Notice } from '@/ui/notice'
import { StateTag } from '@/ui/state-tag'
import { dayTag } from '../coming/day-card'
import type { DayAnswer } from './slots-of'
import './day-head.scss'

type Day = DayAnswer['day']

/** What has changed since it was announced. */
function Changes({ day, now }: { day: Day; now: number }) {
  if (day.state === 'cancelled')
    return (
      <Notice tone="bad" title="这个服务日已取消">
        {`${day.cancelReason ? `${day.cancelReason}。` : ''}已预约的企业会收到消息，能改约的已改到同一位队员的下一个服务日`}
      </Notice>
    )
  if (day.movedAt === null) return null
  return (
    <Notice tone="wait" title="时间或地点有变">
      {`${sayWhen(day.movedAt, now)} 更改，以下是新的安排`}
    </Notice>
  )
}

/** What a person needs to know before they come. */
export function DayHead({ day, now }: { day: Day; now: number }) {
  return (
    <>
      <View className="day-head">
        <Text className="day-head__title">{day.title}</Text>
        <StateTag {...dayTag(day, now)} />
      </View>
      <Changes day={day} now={now} />
      <Card flush>
        <ListRow icon="clock" title={meetingWords(day, now)} note="免费咨询，按时段预约" />
        <PlaceRow place={day.place} />
        {day.teamName !== '' && <ListRow icon="people" title={day.teamName} note="链上服务小分队" />}
        {day.notes !== '' && <ListRow icon="info" title={day.notes} />}
      </Card>
    </>
  )
}
