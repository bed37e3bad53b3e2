import { View } from '@tarojs/components'
import { sayDate } from '@/domain/time'
import { DaySwitch } from '@/features/day-switch'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Figures } from '@/ui/figures'
import { EmptyState } from '@/ui/page-state'
import { SectionTitle } from '@/ui/section-title'
import { AskedCard } from './asked-card'
import { MeetingCard } from './meeting-card'
import type { Meeting, TodayAnswer, useToday } from './use-today'

type Today = ReturnType<typeof useToday>

const NOT_YET = ['booked', 'arrived', 'started']

/** The meeting that is under way, or the first that has not been held. */
const nextOf = (items: readonly Meeting[]): Meeting | undefined =>
  items.find(({ state }) => state === 'started' || state === 'arrived') ?? items.find(({ state }) => state === 'booked')

/** Which day, and how much of it is done. */
export function TodayHead({ today }: { today: Today }) {
  const { day, setDay, now, meetings } = today
  const { data } = meetings
  return (
    <Card>
      <DaySwitch day={day} today={today.today} now={now} onDay={setDay} />
      {data && (
        <Figures
          items={[
            { value: data.items.length, label: '会面', unit: '场' },
            { value: data.items.filter(({ state }) => NOT_YET.includes(state)).length, label: '未完成', unit: '场' },
            { value: data.items.filter(({ state }) => state === 'noShow').length, label: '未到场', unit: '场' },
          ]}
        />
      )}
    </Card>
  )
}

/** Changes of hands first, because somebody waits for the answer; then the day's meetings in order. */
export function TodayMeetings({ today, data }: { today: Today; data: TodayAnswer }) {
  const { now, putMeeting, answered } = today
  const next = nextOf(data.items)
  return (
    <View>
      {data.asked.length > 0 && (
        <>
          <SectionTitle note={`${data.asked.length} 件`}>等您答复的转交</SectionTitle>
          {data.asked.map((asked) => (
            <AskedCard key={asked.id} asked={asked} now={now} onAnswered={() => answered(asked.id)} />
          ))}
          <SectionTitle>会面</SectionTitle>
        </>
      )}
      {data.items.map((meeting) => (
        <MeetingCard key={meeting.id} meeting={meeting} now={now} next={meeting === next} onMarked={putMeeting} />
      ))}
      {data.items.length === 0 && (
        <EmptyState
          icon="calendar"
          title={data.day === today.today ? '今天没有会面' : `${sayDate(Date.parse(`${data.day}T04:00:00Z`))}没有会面`}
          why="企业约了您的时段以后，会出现在这里"
        >
          <Button onPress={to.work}>看看待办事项</Button>
        </EmptyState>
      )}
    </View>
  )
}
