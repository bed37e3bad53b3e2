import { Text, View } from '@tarojs/components'
import { classes } from '@/ui/classes'
import { FollowBox } from '@/ui/follow-box'
import { Pressable } from '@/ui/pressable'
import { clockWords, type Cue } from '../exhibit-words'
import './transcript.scss'

interface TranscriptProps {
  /** Tells apart the transcripts of one page. */
  id: string
  cues: readonly Cue[]
  /** The line that is being spoken; -1 for none. */
  current: number
  /** Jumps to a line; without it the lines are only to be read. */
  onJump?: (second: number) => void
}

interface LineProps {
  id: string
  cue: Cue
  now: boolean
  onJump?: (second: number) => void
}

function Line({ id, cue, now, onJump }: LineProps) {
  const name = classes('transcript__line', now && 'transcript__line--now')
  if (!onJump) {
    return (
      <View className={name}>
        <Text className="transcript__words">{cue.text}</Text>
      </View>
    )
  }
  return (
    <Pressable id={id} className={name} onPress={() => onJump(cue.at)}>
      <Text className="transcript__at">{clockWords(cue.at)}</Text>
      <Text className="transcript__words">{cue.text}</Text>
    </Pressable>
  )
}

/** What is spoken, line by line, in step with the sound: the line of this moment stands out, a tap on a line jumps there. */
export function Transcript({ id, cues, current, onJump }: TranscriptProps) {
  const lines = cues.map((cue, index) => (
    <Line key={cue.at} id={`${id}-${index}`} cue={cue} now={index === current} onJump={onJump} />
  ))
  if (!onJump) return <View className="transcript">{lines}</View>
  return (
    <View className="transcript">
      <FollowBox follow={current >= 0 ? `${id}-${current}` : undefined}>{lines}</FollowBox>
    </View>
  )
}
