import { Text, View } from '@tarojs/components'
import { consultationStateLabels, modeLabels, verdictLabels } from '@/domain/consultation/labels'
import { topicLabels } from '@/domain/service/labels'
import { sayDay } from '@/domain/time'
import { meetingWords } from '@/features/meeting-words'
import { classes } from '@/ui/classes'
import { ListRow } from '@/ui/list-row'
import { StateTag } from '@/ui/state-tag'
import { BEFORE, dueTone, dueWords, stateTones, type Outline } from './item-words'
import './item-row.scss'

interface ItemRowProps {
  item: Outline
  now: number
  /** What comes next, where the reader may know. */
  nextStep?: string
  /** Says who is responsible, in lists of a whole team. */
  withOwner?: boolean
  /** Says when it was booked and what the enterprise said of it, behind figures that count those. */
  asRecord?: boolean
  onPress: () => void
}

const recordWords = ({ bookedAt, verdict }: Outline, now: number): string =>
  [`${sayDay(bookedAt, now)}预约`, verdict && `企业评价：${verdictLabels[verdict]}`].filter(Boolean).join('，')

/** One item in a list: whose it is, what about, where it stands, and until when. */
export function ItemRow({ item, now, nextStep, withOwner, asRecord, onPress }: ItemRowProps) {
  const { enterprise, owner, meeting, mode, state, topic, transfer } = item
  const due = dueWords(item, now)
  return (
    <ListRow
      title={<Text className="item-row__name">{enterprise.name}</Text>}
      note={
        <>
          <View>{[topicLabels[topic], modeLabels[mode], withOwner && owner.name].filter(Boolean).join(' · ')}</View>
          {asRecord && <View>{recordWords(item, now)}</View>}
          {BEFORE.includes(state) && meeting && <View>{meetingWords(meeting, now)}</View>}
          {nextStep && <View>{`下一步：${nextStep}`}</View>}
          {transfer && <View>{`已请${transfer.to.name}接手，等对方答复`}</View>}
          {due && <View className={classes('item-row__due', `item-row__due--${dueTone(item)}`)}>{due}</View>}
        </>
      }
      trailing={<StateTag tone={stateTones[state]} words={consultationStateLabels[state]} />}
      onPress={onPress}
    />
  )
}
