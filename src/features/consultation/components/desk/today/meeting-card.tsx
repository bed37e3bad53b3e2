import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { consultationStateLabels, markLabels, modeLabels } from '@/domain/consultation/labels'
import { concludeDecision, markDecision, type Mark } from '@/domain/consultation/rules'
import { topicLabels } from '@/domain/service/labels'
import { Refused } from '@/features/desk-state'
import { spanWords } from '@/features/meeting-words'
import { useRefusable } from '@/features/use-refusable'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { StateTag } from '@/ui/state-tag'
import { markMeeting } from '../../../api'
import type { ConsultationView } from '../../talk/talk-model'
import { stateTones } from '../item-words'
import type { Meeting } from './use-today'
import './meeting-card.scss'

interface MeetingCardProps {
  meeting: Meeting
  now: number
  /** It is the one that comes next: its likeliest step stands out. */
  next: boolean
  onMarked: (view: ConsultationView) => void
}

/** What stands ready beforehand besides the question. */
const prepared = ({ files, said }: Meeting): string =>
  [files > 0 && `${files} 份文件`, said > 0 && `${said} 条留言`].filter(Boolean).join(' · ')

const MARK_ORDER: readonly Mark[] = ['arrived', 'started', 'noShow']

/** Which marks can be set now, the likeliest first. */
export const marksNow = (item: Pick<Meeting, 'state' | 'meeting'>, now: number): Mark[] => {
  const facts = { state: item.state, startsAt: item.meeting?.startsAt ?? null, endsAt: item.meeting?.endsAt ?? null }
  return MARK_ORDER.filter((mark) => markDecision(facts, mark, now) === null)
}

const writable = (item: Meeting, now: number): boolean =>
  item.state !== 'booked' &&
  concludeDecision(
    { state: item.state, startsAt: item.meeting?.startsAt ?? null, endsAt: item.meeting?.endsAt ?? null },
    now,
  ) === null

/** One meeting with its prep sheet, and what can be recorded about it now. */
export function MeetingCard({ meeting: item, now, next, onMarked }: MeetingCardProps) {
  const { enterprise, meeting, state, topic, mode } = item
  const running = state === 'arrived' || state === 'started'
  return (
    <Card tone={running ? 'live' : 'plain'} className="meeting-card">
      <View className="meeting-card__head">
        <Text className="meeting-card__time">{meeting ? spanWords(meeting) : '未定时间'}</Text>
        <StateTag tone={stateTones[state]} words={consultationStateLabels[state]} />
      </View>
      <Text className="meeting-card__name">{enterprise.name}</Text>
      <Text className="meeting-card__line">
        {[topicLabels[topic], modeLabels[mode], meeting?.placeName].filter(Boolean).join(' · ')}
      </Text>
      {item.question && <Text className="meeting-card__question">{item.question}</Text>}
      {prepared(item) && <Text className="meeting-card__line">{prepared(item)}</Text>}
      <Actions item={item} now={now} next={next} onMarked={onMarked} />
    </Card>
  )
}

interface ActionsProps {
  item: Meeting
  now: number
  next: boolean
  onMarked: (view: ConsultationView) => void
}

/**
 * The step that comes next stands out; arriving and not coming are alternatives of each other. That somebody who was marked
 * as arrived has not come is put right on the item's own page.
 */
function Actions({ item, now, next, onMarked }: ActionsProps) {
  const [refused, run] = useRefusable()
  const { name } = item.enterprise
  const marks = marksNow(item, now)
  const write = writable(item, now)
  const elsewhere: Mark = item.state === 'booked' ? 'started' : 'noShow'
  const shown = marks.filter((mark) => mark !== elsewhere)
  const mark = (as: Mark) =>
    run(async () => {
      onMarked(await markMeeting({ consultationId: item.id, as }))
      void Taro.showToast({ title: `${name}${markLabels[as]}`, icon: 'none' })
    })
  return (
    <>
      {refused && <Refused error={refused} />}
      <View className="meeting-card__actions">
        {shown.map((as) => (
          <View key={as} className="meeting-card__action">
            <Button
              kind={next && as === shown[0] && as !== 'noShow' ? 'main' : 'quiet'}
              label={`${markLabels[as]}：${name}`}
              onPress={() => mark(as)}
            >
              {markLabels[as]}
            </Button>
          </View>
        ))}
        {write && (
          <View className="meeting-card__action">
            <Button
              kind={next && item.state === 'started' ? 'main' : 'quiet'}
              label={`写结果：${name}`}
              onPress={() => to.workItem(item.id)}
            >
              写结果
            </Button>
          </View>
        )}
        <View className="meeting-card__action">
          <Button label={`查看详情：${name}`} onPress={() => to.workItem(item.id)}>
            查看详情
          </Button>
        </View>
      </View>
    </>
  )
}
