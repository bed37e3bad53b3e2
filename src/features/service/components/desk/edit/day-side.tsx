import { Text, View } from '@tarojs/components'
import { dayProblemLabels, dayStateLabels, topicLabels } from '@/domain/service/labels'
import { atWallClock, sayDate, sayTime } from '@/domain/time'
import { now } from '@/lib/clock'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Notice } from '@/ui/notice'
import { SectionTitle } from '@/ui/section-title'
import { StateTag } from '@/ui/state-tag'
import { useTeam } from '../use-team'
import type { DayDraftState } from './day-draft'
import { previewTimes, problemsOf, type DayForm, type EditedDay } from './day-form'
import './day-side.scss'
import '@/features/draft.scss'

export interface DayDeeds {
  move: () => void
  cancel: () => void
  discard: () => Promise<void>
  desk: () => void
  copy: () => void
}

export interface DaySideProps {
  state: DayDraftState
  /** What else can be done with it, once it has been saved. */
  deeds?: DayDeeds
}

/** Beside the form: what the day will be, what it still needs, and what else can be done with it. */
export function DaySide({ state, deeds }: DaySideProps) {
  const { thing, form } = state
  const draft = thing === null || thing.state === 'draft'
  const problems = draft ? problemsOf(form, now()) : []
  return (
    <View>
      <SectionTitle>预览</SectionTitle>
      <Preview state={state} />
      {problems.length > 0 && (
        <Notice tone="wait" title="发布前还需要">
          {problems.map((problem) => (
            <View key={problem}>{dayProblemLabels[problem]}</View>
          ))}
        </Notice>
      )}
      {thing && deeds && <More day={thing} deeds={deeds} />}
    </View>
  )
}

/** How many slots there will be: so many at each table. */
export const slotsWords = (form: DayForm): string => {
  const each = previewTimes(form).length
  const tables = form.specialistIds.length
  if (each === 0) return '还没有时段'
  return tables === 0 ? `每桌 ${each} 个时段` : `${tables} 桌，每桌 ${each} 个时段，共 ${each * tables} 个`
}

function Preview({ state: { thing, form } }: { state: DayDraftState }) {
  const { people } = useTeam(form.teamId)
  const chosen = people.filter(({ id }) => form.specialistIds.includes(id))
  const topics = [...new Set(chosen.flatMap((person) => person.topics))]
  const times = previewTimes(form)
  return (
    <Card>
      <View className="draft__summary">
        <StateTag
          tone={thing?.state === 'published' ? 'good' : 'quiet'}
          words={thing ? dayStateLabels[thing.state] : '还没有保存'}
        />
        <Text className="draft__summary-title">{form.title || '（还没有名称）'}</Text>
        <Text className="draft__summary-line">
          {`${form.day ? sayDate(atWallClock(form.day, '12:00')) : '（还没有日期）'} ${form.from}–${form.to}`}
        </Text>
        <Text className="draft__summary-line">{form.placeName || '（还没有地点）'}</Text>
        {topics.length > 0 && (
          <Text className="draft__summary-line">{`主题：${topics.map((topic) => topicLabels[topic]).join('、')}`}</Text>
        )}
        <Text className="day-side__slots">{slotsWords(form)}</Text>
      </View>
      <View className="day-side__times">
        {times.map(({ startsAt }) => (
          <Text key={Number(startsAt)} className="day-side__time">
            {sayTime(startsAt)}
          </Text>
        ))}
      </View>
    </Card>
  )
}

function More({ day, deeds }: { day: EditedDay; deeds: DayDeeds }) {
  const published = day.state === 'published'
  const { from, to: until } = day.draft
  const ahead = (time: string) => now() < atWallClock(day.draft.day, time).getTime()
  return (
    <>
      {day.state !== 'draft' && (
        <>
          <SectionTitle>更多</SectionTitle>
          <Card flush>
            {published && (
              <ListRow icon="desk" title="现场安排" note={`已约 ${day.booked} 个时段`} onPress={deeds.desk} />
            )}
            {published && ahead(from) && (
              <ListRow icon="calendar" title="改期" note="换日期、时间或地点" onPress={deeds.move} />
            )}
            <ListRow icon="copy" title="复制成新的服务日" onPress={deeds.copy} />
          </Card>
        </>
      )}
      {(day.state === 'draft' || (published && ahead(until))) && (
        <View className="draft__danger">
          <Button kind="danger" icon="trash" onPress={published ? deeds.cancel : deeds.discard}>
            {published ? '取消这个服务日' : '删除这个草稿'}
          </Button>
        </View>
      )}
    </>
  )
}
