import { Text, View } from '@tarojs/components'
import { modeLabels } from '@/domain/consultation/labels'
import { isMeeting, isOver } from '@/domain/consultation/rules'
import { topicLabels } from '@/domain/service/labels'
import { sayWhen } from '@/domain/time'
import { AddToCalendar } from '@/features/add-to-calendar'
import { calendarEntry } from '@/features/calendar-entry'
import { meetingWords } from '@/features/meeting-words'
import { to } from '@/lib/routes'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { StateTag } from '@/ui/state-tag'
import type { ConsultationView } from '../talk/talk-model'
import { canChange, nextWords, standingTag, waitedWords, waitsForUs, type Outline } from './standing'
import './own-head.scss'

function Meeting({ meeting, now }: { meeting: NonNullable<Outline['meeting']>; now: number }) {
  const { dayId } = meeting
  return (
    <ListRow
      icon="calendar"
      title={meetingWords(meeting, now)}
      note={meeting.placeName}
      value={dayId ? '服务日' : undefined}
      onPress={dayId ? () => void to.serviceDay(dayId) : undefined}
    />
  )
}

function Owner({ outline }: { outline: Outline }) {
  const { owner, transfer } = outline
  const name = owner.title ? `${owner.name}（${owner.title}）` : owner.name
  return (
    <ListRow
      icon="person"
      title={name}
      note={transfer ? `负责人，正在请${transfer.to.name}接手，答应前仍由其负责` : '负责人'}
    />
  )
}

function NextStep({ view, now }: { view: ConsultationView; now: number }) {
  const { outline, full } = view
  const { dueAt, state } = outline
  const ahead = isMeeting(state)
  if (isOver(state) || (!full?.nextStep && dueAt === null)) return null
  return (
    <ListRow
      icon="flag"
      title={full?.nextStep ? `下一步：${full.nextStep}` : ahead ? '咨询后写下结果和下一步' : '等待进展'}
      note={dueAt === null ? undefined : `最晚 ${sayWhen(dueAt, now)}`}
    />
  )
}

/** Where it stands, what comes next, and who is responsible. */
export function OwnHead({ view, now }: { view: ConsultationView; now: number }) {
  const { outline } = view
  const entry = calendarEntry(outline)
  const waited = waitedWords(outline, now)
  return (
    <>
      <Card tone={waitsForUs(outline) ? 'live' : 'plain'}>
        <View className="own-head">
          <Text className="own-head__title">{topicLabels[outline.topic]}</Text>
          <StateTag {...standingTag(outline)} />
        </View>
        <Text className="own-head__about">{`${modeLabels[outline.mode]} · ${outline.enterprise.name}`}</Text>
        <Text className="own-head__next">{nextWords(outline, now)}</Text>
        {waited && <Text className="own-head__waited">{waited}</Text>}
      </Card>
      <Card flush>
        {outline.meeting && <Meeting meeting={outline.meeting} now={now} />}
        <Owner outline={outline} />
        <NextStep view={view} now={now} />
        {outline.mode === 'oneToOne' && (
          <ListRow
            icon="growth"
            title="看指导进度"
            note="阶段、材料清单、会面和文件"
            onPress={() => to.guidance(outline.id)}
          />
        )}
      </Card>
      {entry && canChange(outline, now) && (
        <View className="own-head__calendar">
          <AddToCalendar entry={entry} />
        </View>
      )}
    </>
  )
}
