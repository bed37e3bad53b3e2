import { Text, View } from '@tarojs/components'
import type { OutputFor } from '@/domain/contracts'
import { dayStateLabels, topicLabels } from '@/domain/service/labels'
import { saySpan, sayTime } from '@/domain/time'
import { Card } from '@/ui/card'
import { Figures } from '@/ui/figures'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'
import { StateTag, type Tone } from '@/ui/state-tag'
import './day-desk.scss'

type Answer = OutputFor<'service.day'>

/** A meeting in a slot, in words that its own context has made. */
export interface SlotMeeting {
  id: string
  slotId: string
  who: string
  about: string
  tone: Tone
  state: string
  onPress: (() => void) | undefined
}

interface DayDeskHeadProps {
  day: Answer['day']
  counts: { slots: number; booked: number; arrived: number; noShow: number } | undefined
}

/** Which day it is, and how it goes. */
export function DayDeskHead({ day, counts }: DayDeskHeadProps) {
  return (
    <Card>
      <View className="day-desk__head">
        <Text className="day-desk__title">{day.title}</Text>
        {day.state !== 'published' && <StateTag tone="bad" words={dayStateLabels[day.state]} />}
      </View>
      <Text className="day-desk__line">{saySpan(day.startsAt, day.endsAt)}</Text>
      <Text className="day-desk__line">{day.place.name}</Text>
      {day.cancelReason && <Text className="day-desk__line">{`取消原因：${day.cancelReason}`}</Text>}
      {counts && (
        <Figures
          items={[
            { value: counts.slots, label: '时段', unit: '个' },
            { value: counts.booked, label: '已约', unit: '个' },
            { value: counts.arrived, label: '到场', unit: '家' },
            { value: counts.noShow, label: '未到', unit: '家' },
          ]}
        />
      )}
    </Card>
  )
}

interface DayDeskProps {
  answer: Answer
  /** Null while it is not known who has booked. */
  meetings: readonly SlotMeeting[] | null
}

/** Every table of a day with its slots: who comes when, and what is still free. */
export function DayDesk({ answer, meetings }: DayDeskProps) {
  return (
    <View className="day-desk">
      {answer.specialists.map((person) => (
        <View key={person.id} className="day-desk__table">
          <SectionTitle note={person.title}>{person.name}</SectionTitle>
          <Text className="day-desk__topics">{person.topics.map((topic) => topicLabels[topic]).join('、')}</Text>
          <Card flush>
            {answer.slots
              .filter(({ specialistId }) => specialistId === person.id)
              .map((slot) => (
                <SlotRow key={slot.id} slot={slot} meeting={meetings?.find(({ slotId }) => slotId === slot.id)} />
              ))}
          </Card>
        </View>
      ))}
    </View>
  )
}

const emptyWords: Record<Answer['slots'][number]['is'], string> = {
  free: '可预约',
  taken: '已占用',
  mine: '已占用',
  past: '停止预约',
}

function SlotRow({ slot, meeting }: { slot: Answer['slots'][number]; meeting: SlotMeeting | undefined }) {
  const time = <Text className="day-desk__time">{sayTime(slot.startsAt)}</Text>
  if (!meeting) {
    return <ListRow leading={time} title={<Text className="day-desk__free">{emptyWords[slot.is]}</Text>} />
  }
  return (
    <ListRow
      leading={time}
      title={meeting.who}
      note={meeting.about}
      trailing={<StateTag tone={meeting.tone} words={meeting.state} />}
      {...(meeting.onPress ? { onPress: meeting.onPress } : {})}
    />
  )
}
