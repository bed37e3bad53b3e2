import { Text, View } from '@tarojs/components'
import type { OutputFor } from '@/domain/contracts'
import { topicLabels } from '@/domain/service/labels'
import { DatedCard, Fact } from '@/features/dated-card'
import { meetingWords } from '@/features/meeting-words'
import { to } from '@/lib/routes'
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

/** One service day in the list; the whole card opens it. */
export function DayCard({ day, now }: { day: DayOut; now: number }) {
  const tag = dayTag(day, now)
  return (
    <DatedCard at={day.startsAt} onPress={() => to.serviceDay(day.id)}>
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
    </DatedCard>
  )
}
