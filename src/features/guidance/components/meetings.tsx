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

function MeetingCard(props: MeetingCardProps) {
  const { meeting } = props
  const { placeName, specialistName, state, note, reason } = meeting
  return (
    <Card>
      <View className="guidance-meeting__line">
        <Text className="guidance-meeting__when">{saySpan(meeting.startsAt, meeting.endsAt)}</Text>
        <StateTag tone={tones[state]} words={guidanceMeetingLabels[state]} />
      </View>
      <View className="guidance-meeting__where">{`${placeName} · ${specialistName}`}</View>
      {state === 'unplaced' && (
        <View className="guidance-meeting__where">换了辅导员，原来的时间不合适，要另约时间</View>
      )}
      {note !== '' && <View className="guidance-meeting__note">{note}</View>}
      {reason !== '' && <View className="guidance-meeting__where">{`取消原因：${reason}`}</View>}
      <MeetingDeeds {...props} />
    </Card>
  )
}

/** What can be done with it: writing it up once it has begun, another time or none until then. */
function MeetingDeeds({ meeting, now, works, team, onDeed }: MeetingCardProps) {
  const when = saySpan(meeting.startsAt, meeting.endsAt)
  const noting = meeting.note ? '修改纪要' : '写会面纪要'
  const moving = meeting.state === 'unplaced' ? '另约时间' : '改期'
  return (
    <>
      {team && noteDecision(meeting, now) === null && (
        <Button compact icon="edit" label={`${noting}：${when}`} onPress={() => onDeed({ does: 'note', meeting })}>
          {noting}
        </Button>
      )}
      {works && changeMeetingDecision(meeting, now) === null && (
        <ButtonRow>
          <Button compact label={`${moving}：${when}`} onPress={() => onDeed({ does: 'move', meeting })}>
            {moving}
          </Button>
          <Button compact label={`取消会面：${when}`} onPress={() => onDeed({ does: 'cancel', meeting })}>
            取消会面
          </Button>
        </ButtonRow>
      )}
    </>
  )
}
