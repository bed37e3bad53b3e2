import { Text, View } from '@tarojs/components'
import { modeLabels } from '@/domain/consultation/labels'
import { topicLabels } from '@/domain/service/labels'
import { meetingWords } from '@/features/meeting-words'
import { to } from '@/lib/routes'
import { ListRow } from '@/ui/list-row'
import { StateTag } from '@/ui/state-tag'
import { nextWords, standingTag, waitedWords, type Outline } from './standing'
import './own-row.scss'

const whenOf = ({ mode, meeting, owner, state }: Outline, now: number): string => {
  const without = state === 'unplaced' ? '待选时段' : modeLabels[mode]
  return [meeting ? meetingWords(meeting, now) : without, owner.name].join(' · ')
}

/** One question of the enterprise in a list: what, when, with whom, and what comes next. */
export function OwnRow({ outline, now }: { outline: Outline; now: number }) {
  const waited = waitedWords(outline, now)
  return (
    <ListRow
      icon={outline.mode === 'oneToOne' ? 'flask' : 'chat'}
      title={
        <View className="own-row__head">
          <Text className="own-row__topic">{topicLabels[outline.topic]}</Text>
          <StateTag {...standingTag(outline)} />
        </View>
      }
      note={
        <>
          <View>{whenOf(outline, now)}</View>
          <View>{nextWords(outline, now)}</View>
          {waited && <View className="own-row__waited">{waited}</View>}
        </>
      }
      onPress={() => (outline.mode === 'oneToOne' ? to.guidance(outline.id) : to.consultation(outline.id))}
    />
  )
}
