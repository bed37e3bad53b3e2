import { consultationStateLabels, modeLabels } from '@/domain/consultation/labels'
import { isMeeting } from '@/domain/consultation/rules'
import { topicLabels } from '@/domain/service/labels'
import { dayKey } from '@/domain/time'
import { AddToCalendar } from '@/features/add-to-calendar'
import { calendarEntry } from '@/features/calendar-entry'
import { meetingWords } from '@/features/meeting-words'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import type { Tone } from '@/ui/state-tag'
import { NextCard } from './next-card'
import type { ServiceAnswer } from './use-service'

type Next = NonNullable<ServiceAnswer['next']>

/** A guidance has a meeting while it is at work: nothing but the time tells where the meeting stands. */
const tagOf = ({ state }: Next): { tone: Tone; words: string } => {
  if (!isMeeting(state) || state === 'booked') return { tone: 'good', words: '已约好' }
  return { tone: 'live', words: consultationStateLabels[state] }
}

const personOf = ({ owner }: Next): string => (owner.title ? `${owner.name}（${owner.title}）` : owner.name)

const openIt = ({ side, id, mode }: Next): Promise<void> => {
  if (mode === 'oneToOne') return side === 'team' ? to.deskGuidance(id) : to.guidance(id)
  return side === 'team' ? to.workItem(id) : to.consultation(id)
}

/** What an enterprise's contact, or a specialist on another day, can do about it; on the day itself it is in no calendar's hands. */
function OpenIt({ next, isToday }: { next: Next; isToday: boolean }) {
  const entry = next.side === 'enterprise' && !isToday ? calendarEntry(next) : null
  const open = (
    <Button kind={isToday ? 'main' : 'quiet'} onPress={() => openIt(next)}>
      {next.mode === 'oneToOne' ? '查看指导' : '查看预约'}
    </Button>
  )
  return entry ? <AddToCalendar entry={entry} beside={open} /> : open
}

interface NextMeetingProps {
  next: Next
  /** How many meetings a specialist has before them today. */
  today: number
  now: number
}

/** The person's next meeting of the chain service: when, where and with whom; for the team also how many there are today. */
export function NextMeeting({ next, today, now }: NextMeetingProps) {
  const { side, mode, topic, enterprise, meeting } = next
  const isToday = dayKey(meeting.startsAt) === dayKey(now)
  const team = side === 'team'
  return (
    <NextCard
      id="next-meeting"
      kind={`我的下一场 · ${modeLabels[mode]}`}
      tag={tagOf(next)}
      title={team ? enterprise.name : topicLabels[topic]}
      facts={[
        { icon: 'clock', words: meetingWords(meeting, now) },
        { icon: 'place', words: meeting.placeName },
        team ? { icon: 'chat', words: topicLabels[topic] } : { icon: 'person', words: personOf(next) },
      ]}
      live={isToday && now >= meeting.startsAt}
      onPress={() => void openIt(next)}
    >
      {team && today > 0 ? (
        <Button id="meetings-today" kind="main" onPress={() => to.today()}>
          {`今天还有 ${today} 场，去接待`}
        </Button>
      ) : (
        <OpenIt next={next} isToday={isToday} />
      )}
    </NextCard>
  )
}
