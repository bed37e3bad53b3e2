import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { topicLabels } from '@/domain/service/labels'
import { AddToCalendar } from '@/features/add-to-calendar'
import { calendarEntry } from '@/features/calendar-entry'
import { meetingWords } from '@/features/meeting-words'
import { replaceWith } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Done } from '@/ui/page-state'
import type { ConsultationView } from '../talk/talk-model'
import './booked.scss'

interface BookedProps {
  view: ConsultationView
  /** 预约成功, 改约成功. */
  title: string
  now: number
  /** Asks to be told on the phone. */
  messages?: ReactNode
}

/** It is booked: what, with whom, and what comes next. */
export function Booked({ view, title, now, messages }: BookedProps) {
  const { id, owner, topic, meeting, enterprise } = view.outline
  const entry = calendarEntry(view.outline)
  const person = owner.title ? `${owner.name}（${owner.title}）` : owner.name
  return (
    <>
      <Done title={title} next={meeting ? meetingWords(meeting, now) : undefined} />
      <Card flush>
        <ListRow icon="person" title={person} note={`${topicLabels[topic]} · ${enterprise.name}`} />
        {meeting && <ListRow icon="place" title={meeting.placeName} note="请提前几分钟到场，找这位队员即可" />}
        <ListRow icon="document" title="开始前可以补充材料" note="在预约里留言或传文件，队员会提前看" />
        <ListRow icon="refresh" title="来不了请改约或取消" note="开始前都可以，时段会马上让给其他企业" />
      </Card>
      {messages}
      <View className="booked__ways">
        <Button kind="main" onPress={() => replaceWith('consultation', { consultationId: id })}>
          查看预约
        </Button>
        {entry && <AddToCalendar entry={entry} />}
      </View>
    </>
  )
}
