import { Text, View } from '@tarojs/components'
import { guidanceMeetingLabels } from '@/domain/guidance/labels'
import { changeMeetingDecision, noteDecision } from '@/domain/guidance/rules'
import { saySpan } from '@/domain/time'
import { Button } from '@/ui/button'
import { ButtonRow } from '@/ui/button-row'
import { Card } from '@/ui/card'
import { SectionTitle } from '@/ui/section-title'
import { StateTag, type Tone } from '@/ui/state-tag'
import { mayWork, type GuidanceView, type Meeting } from './guidance-model'
import './meetings.scss'

/** What is done with a meeting. */
export type MeetingDeed = { does: 'plan' } | { does: 'move' | 'cancel' | 'note'; meeting: Meeting }

interface MeetingsProps {
  view: GuidanceView
  onDeed: (deed: MeetingDeed) => void
}

const tones: Record<Meeting['state'], Tone> = { planned: 'info', unplaced: 'wait', held: 'good', cancelled: 'quiet' }

/** Meetings with what was said there, the next and then the newest first. */
export function Meetings({ view, onDeed }: MeetingsProps) {
  const meetings = view.full?.meetings ?? []
  const works = mayWork(view)
  return (
    <>
      <SectionTitle>会面</SectionTitle>
      {meetings.map((meeting) => (
        <MeetingCard
          key={meeting.id}
          meeting={meeting}
          now={view.now}
          works={works}
          team={view.side === 'team'}
          onDeed={onDeed}
        />
      ))}
      {meetings.length === 0 && (
        <Card>{works ? '约好下次会面，企业会收到通知' : '辅导员约好会面后，会出现在这里'}</Card>
      )}
      {works && (
        <View className="guidance-meeting__plan">
          <Button icon="calendar" onPress={() => onDeed({ does: 'plan' })}>
            约下次会面
          </Button>
        </View>
      )}
    </>
  )
}

interface MeetingCardProps {
  meeting: Meeting
  now: number
  /** The team is at work on it, and the reader is of the team. */
  works: boolean
  team: boolean
  onDeed: MeetingsProps['onDeed']
}

function MeetingCard({ meeting, now, works, team, onDeed }: MeetingCardProps) {
  const when = saySpan(meeting.startsAt, meeting.endsAt)
  const movable = changeMeetingDecision(meeting, now) === null
  const notable = noteDecision(meeting, now) === null
  return (
    <Card>
      <View className="guidance-meeting__line">
        <Text className="guidance-meeting__when">{when}</Text>
        <StateTag tone={tones[meeting.state]} words={guidanceMeetingLabels[meeting.state]} />
      </View>
      <View className="guidance-meeting__where">{`${meeting.placeName} · ${meeting.specialistName}`}</View>
      {meeting.note !== '' && <View className="guidance-meeting__note">{meeting.note}</View>}
      {meeting.reason !== '' && <View className="guidance-meeting__where">{`取消原因：${meeting.reason}`}</View>}
      {team && notable && (
        <Button
          compact
          icon="edit"
          label={`${meeting.note ? '修改纪要' : '写会面纪要'}：${when}`}
          onPress={() => onDeed({ does: 'note', meeting })}
        >
          {meeting.note ? '修改纪要' : '写会面纪要'}
        </Button>
      )}
      {works && movable && (
        <ButtonRow>
          <Button compact label={`改期：${when}`} onPress={() => onDeed({ does: 'move', meeting })}>
            改期
          </Button>
          <Button compact label={`取消会面：${when}`} onPress={() => onDeed({ does: 'cancel', meeting })}>
            取消会面
          </Button>
        </ButtonRow>
      )}
    </Card>
  )
}
