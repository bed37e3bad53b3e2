import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { OutputFor } from '@/domain/contracts'
import { topicLabels } from '@/domain/service/labels'
import { saySpan } from '@/domain/time'
import { Refused } from '@/features/desk-state'
import { Remove } from '@/features/draft-parts'
import { useRefusable } from '@/features/use-refusable'
import { to } from '@/lib/routes'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Notice } from '@/ui/notice'
import { EmptyState } from '@/ui/page-state'
import { SectionTitle } from '@/ui/section-title'
import { useConfirm } from '@/ui/use-confirm'
import { removeAbsence } from '../../../api'
import { AbsenceSheet } from './absence-sheet'

type MyTime = OutputFor<'service.myTime'>
type Absence = MyTime['absences'][number]

/** What became of the slots in an absence that was just added. */
const addedWords = ({ withdrawn, booked }: OutputFor<'service.addAbsence'>): string =>
  [
    withdrawn > 0 ? `${withdrawn} 个空时段已停约` : '这段时间没有空时段需要停约',
    ...(booked > 0 ? [`${booked} 个已约的时段或会面已告诉队长安排`] : []),
  ].join('，')

/** The days on which one serves, and when one is away. */
export function MyTimeDays({ data }: { data: MyTime }) {
  return (
    <>
      <SectionTitle>服务的日子</SectionTitle>
      {data.days.length === 0 ? (
        <Card>
          <EmptyState icon="calendar" title="近期没有安排您服务" why="队长安排服务日以后，会出现在这里" />
        </Card>
      ) : (
        <Card flush>
          {data.days.map((day) => (
            <ListRow
              key={day.id}
              icon="calendar"
              title={saySpan(day.startsAt, day.endsAt)}
              note={`${day.title}，${day.place.name}`}
              onPress={() => void to.deskServiceDay(day.id)}
            />
          ))}
        </Card>
      )}
    </>
  )
}

/** What the team's leader has written down about oneself; the leader changes it. */
export function MyProfile({ profile }: { profile: MyTime['profile'] }) {
  if (!profile)
    return (
      <Notice tone="wait" title="还没有登记您的资料">
        请队长登记身份和熟悉的主题，登记后才会安排服务日。
      </Notice>
    )
  return (
    <>
      <SectionTitle note="由队长维护">我的资料</SectionTitle>
      <Card flush>
        <ListRow icon="person" title={profile.name} note={profile.title} />
        <ListRow icon="list" title="熟悉的主题" note={profile.topics.map((topic) => topicLabels[topic]).join('、')} />
        {profile.conflicts.length > 0 && (
          <ListRow icon="shield" title="需要回避的企业" note={profile.conflicts.map(({ name }) => name).join('、')} />
        )}
      </Card>
    </>
  )
}

interface AbsencesProps {
  data: MyTime
  adding: boolean
  onAdding: (adding: boolean) => void
  onChanged: () => Promise<void>
}

/** When one is away, and taking it back. */
export function Absences({ data, adding, onAdding, onChanged }: AbsencesProps) {
  const [said, setSaid] = useState('')
  const [refused, run] = useRefusable()
  const { ask, sheet } = useConfirm()
  const remove = async ({ id, from, to: until }: Absence) => {
    const words = `${saySpan(from, until)}。因请假停约的时段会重新开放。`
    if (!(await ask({ title: '删除这次请假', words, yes: '删除' }))) return
    await run(async () => {
      await removeAbsence(id)
      setSaid('')
      void Taro.showToast({ title: '已删除，时段重新开放', icon: 'none' })
      await onChanged()
    })
  }
  return (
    <>
      <SectionTitle>请假</SectionTitle>
      {said && (
        <Notice tone="good" title="请假已登记">
          {said}
        </Notice>
      )}
      {refused && <Refused error={refused} />}
      {data.absences.length === 0 ? (
        <Card>
          <EmptyState icon="check" title="没有请假" why="不在的时候登记一下，那段时间就不会被预约" />
        </Card>
      ) : (
        <Card flush>
          {data.absences.map((absence) => (
            <ListRow
              key={absence.id}
              icon="clock"
              title={saySpan(absence.from, absence.to)}
              note={absence.note}
              trailing={
                <Remove label={`删除请假 ${saySpan(absence.from, absence.to)}`} onPress={() => void remove(absence)} />
              }
            />
          ))}
        </Card>
      )}
      {sheet}
      {adding && (
        <AbsenceSheet
          onClose={() => onAdding(false)}
          onAdded={(answer) => {
            onAdding(false)
            setSaid(addedWords(answer))
            void onChanged()
          }}
        />
      )}
    </>
  )
}
