import { Text } from '@tarojs/components'
import { modeLabels } from '@/domain/consultation/labels'
import { topicLabels } from '@/domain/service/labels'
import { meetingWords } from '@/features/meeting-words'
import { to } from '@/lib/routes'
import { ListRow } from '@/ui/list-row'
import { StateTag } from '@/ui/state-tag'
import { nextWords, standingTag, type Outline } from './standing'

const whenOf = ({ mode, meeting, owner }: Outline, now: number): string =>
  [meeting ? meetingWords(meeting, now) : mode === 'oneToOne' ? modeLabels.oneToOne : '待选时段', owner.name].join(
    ' · ',
  )

/** One question of the enterprise in a list: what, when, with whom, and what comes next. */
export function OwnRow({ outline, now }: { outline: Outline; now: number }) {
  return (
    <ListRow
      icon={outline.mode === 'oneToOne' ? 'flask' : 'chat'}
      title={topicLabels[outline.topic]}
      note={
        <>
          <Text>{`${whenOf(outline, now)}\n`}</Text>
          <Text>{nextWords(outline, now)}</Text>
        </>
      }
      trailing={<StateTag {...standingTag(outline)} />}
      onPress={() => to.consultation(outline.id)}
    />
  )
}
