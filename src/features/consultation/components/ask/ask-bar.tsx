import { Text, View } from '@tarojs/components'
import { meetingWords } from '@/features/meeting-words'
import type { SlotHold } from '@/features/use-slot-hold'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { HoldClock } from './hold-clock'
import { HoldNotice } from './hold-notice'
import type { AskTrouble } from './use-asking'
import './ask-bar.scss'

interface AskBarProps {
  hold: SlotHold
  now: number
  /** The words on the button: 确认预约, 确认改约. */
  words: string
  /** What is still to be chosen before a slot can be kept. */
  before: string
  trouble: AskTrouble | undefined
  /** What has to be filled in first, after a try without it. */
  missing?: string
  /** Files are still on their way. */
  busy?: boolean
  onConfirm: () => Promise<void>
}

const Trouble = ({ trouble: { words, requestId } }: { trouble: AskTrouble }) => (
  <Notice tone="bad">
    {words}
    {requestId && `（请求编号 ${requestId}）`}
  </Notice>
)

/** What is about to be booked, and how long it is kept. */
function Line({ hold, now, before }: Pick<AskBarProps, 'hold' | 'now' | 'before'>) {
  const { held, lapsed, ahead } = hold
  if (!held) return <View className="ask-bar__line">{before}</View>
  if (lapsed) return <View className="ask-bar__line">时段保留已到期，填写的内容还在</View>
  return (
    <View className="ask-bar__line ask-bar__line--held">
      <Text className="ask-bar__when">{`${meetingWords(held, now)} ${held.specialist.name}`}</Text>
      <HoldClock held={held} ahead={ahead} />
    </View>
  )
}

function Main({ hold, words, busy, onConfirm }: Pick<AskBarProps, 'hold' | 'words' | 'busy' | 'onConfirm'>) {
  const { held, lapsed } = hold
  if (held && lapsed)
    return (
      <Button id="hold-again" kind="main" onPress={() => hold.hold(held.id)}>
        再保留这个时段
      </Button>
    )
  return (
    <Button id="confirm" kind="main" disabled={!held || busy} onPress={onConfirm}>
      {busy ? '文件正在上传' : words}
    </Button>
  )
}

/** What is about to be booked, how long it is kept, why it cannot be, and the button. */
export function AskBar({ trouble, missing, ...rest }: AskBarProps) {
  return (
    <>
      <HoldNotice hold={rest.hold} now={rest.now} />
      {trouble && <Trouble trouble={trouble} />}
      {missing && <Notice tone="wait">{missing}</Notice>}
      <Line {...rest} />
      <Main {...rest} />
    </>
  )
}
