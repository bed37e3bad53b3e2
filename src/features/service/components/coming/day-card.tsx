import { Text, View } from '@tarojs/components'
import type { OutputFor } from '@/domain/contracts'
import { topicLabels } from '@/domain/service/labels'
import { dayKey } from '@/domain/time'
import { meetingWords } from '@/features/meeting-words'
import { to } from '@/lib/routes'
import { spoken } from '@/ui/a11y'
import { Card } from '@/ui/card'
import { Icon, type IconName } from '@/ui/icon'
import { StateTag, type Tone } from '@/ui/state-tag'
import './day-card.scss'

export type DayOut = OutputFor<'service.coming'>['days'][number]

/** Where a service day stands, as a tag. */
export function dayTag(day: DayOut, now: number): { tone: Tone; words: string } {
  if (day.state === 'cancelled') return { tone: 'bad', words: '已取消' }
  if (now >= day.endsAt) return { tone: 'quiet', words: '已结束' }
  if (day.free === 0) return { tone: 'wait', words: '已约满，可候补' }
  return now >= day.startsAt
    ? { tone: 'live', words: `进行中 · 余 ${day.free} 个时段` }
    : { tone: 'info', words: `余 ${day.free} 个时段` }
}

const MOST = 3

/** `演示专家01（税务志愿者）、…等 5 人` */
const peopleWords = (people: DayOut['people']): string => {
  const named = people
    .slice(0, MOST)
    .map(({ name, title }) => (title ? `${name}（${title}）` : name))
    .join('、')
  return people.length > MOST ? `${named}等 ${people.length} 人` : named
}

function Fact({ icon, children }: { icon: IconName; children: string }) {
  return (
    <View className="day-card__fact">
      <Icon name={icon} size="small" className="day-card__icon" />
      <Text className="day-card__words">{children}</Text>
    </View>
  )
}

/** The leaf of a calendar, to run down the days with the eye; the words beside it say the day for everybody. */
function Leaf({ at }: { at: number }) {
  const [, month, day] = dayKey(at).split('-').map(Number)
  return (
    <View className="day-card__leaf" {...spoken({ hidden: true })}>
      <View className="day-card__month">{`${month}月`}</View>
      <View className="day-card__day">{day}</View>
    </View>
  )
}

/** One service day in the list; the whole card opens it. */
export function DayCard({ day, now }: { day: DayOut; now: number }) {
  const tag = dayTag(day, now)
  return (
    <Card onPress={() => to.serviceDay(day.id)}>
      <View className="day-card">
        <Leaf at={day.startsAt} />
        <View className="day-card__body">
          <View className="day-card__head">
            <Text className="day-card__title">{day.title}</Text>
            <StateTag {...tag} />
          </View>
          <Fact icon="clock">{`${meetingWords(day, now)}${day.movedAt === null ? '' : '（时间或地点有变）'}`}</Fact>
          <Fact icon="place">{day.place.name}</Fact>
          {day.people.length > 0 && <Fact icon="people">{peopleWords(day.people)}</Fact>}
          {day.topics.length > 0 && (
            <Fact icon="chat">{`可咨询 ${day.topics.map((topic) => topicLabels[topic]).join('、')}`}</Fact>
          )}
        </View>
      </View>
    </Card>
  )
}
