import { Text, View } from '@tarojs/components'
import { sayWhen } from '@/domain/time'
import { Refused } from '@/features/desk-state'
import { Button } from '@/ui/button'
import { classes } from '@/ui/classes'
import { FileRows } from './file-rows'
import { kindWords, lookOf, ownSide, type ConsultationView, type TalkLine } from './talk-model'
import { useTalk } from './use-talk'
import './talk-lines.scss'

/** Everything said in a consultation, oldest first; earlier words on demand. */
export function TalkLines({ view }: { view: ConsultationView }) {
  const { lines, hasEarlier, loadEarlier, refused } = useTalk(view)
  const own = ownSide(view)
  return (
    <View className="talk">
      {hasEarlier && (
        <Button kind="link" onPress={loadEarlier}>
          查看更早的记录
        </Button>
      )}
      {refused && <Refused error={refused} />}
      {lines.length === 0 && <View className="talk__empty">还没有往来记录</View>}
      {lines.map((line) => (
        <Line key={line.id} line={line} own={own} now={view.now} />
      ))}
    </View>
  )
}

interface LineProps {
  line: TalkLine
  own: 'enterprise' | 'team'
  now: number
}

function Line({ line, own, now }: LineProps) {
  const look = lookOf(line, own)
  const kind = kindWords(line)
  const when = sayWhen(line.at, now)
  if (look === 'event') {
    return (
      <View className="talk__event">
        <Text className="talk__when">{[when, kind, line.byName].filter(Boolean).join(' · ')}</Text>
        {line.text && <Text className="talk__event-words">{line.text}</Text>}
        <FileRows files={line.files} />
      </View>
    )
  }
  return (
    <View className={classes('talk__line', `talk__line--${look}`)}>
      <Text className="talk__when">{`${line.byName} · ${when}`}</Text>
      <View className="talk__bubble">
        {kind && <Text className="talk__kind">{kind}</Text>}
        <Text className="talk__words" userSelect>
          {line.text}
        </Text>
        <FileRows files={line.files} />
      </View>
    </View>
  )
}
