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

/** What is about to be booked, how long it is kept, and the button. */
export function AskBar({ hold, now, words, before, trouble, missing, busy = false, onConfirm }: AskBarProps) {
  const { held, lapsed, ahead } = hold
  return (
    <>
      <HoldNotice hold={hold} now={now} />
      {trouble && (
        <Notice tone="bad">
          {trouble.words}
          {trouble.requestId && `（请求编号 ${trouble.requestId}）`}
        </Notice>
      )}
      {missing && <Notice tone="wait">{missing}</Notice>}
      {!held && <View className="ask-bar__line">{before}</View>}
      {held && lapsed && <View className="ask-bar__line">时段保留已到期，填写的内容还在</View>}
      {held && !lapsed && (
        <View className="ask-bar__line ask-bar__line--held">
          <Text className="ask-bar__when">{`${meetingWords(held, now)} ${held.specialist.name}`}</Text>
          <HoldClock held={held} ahead={ahead} />
        </View>
      )}
      {held && lapsed ? (
        <Button id="hold-again" kind="main" onPress={() => hold.hold(held.id)}>
          再保留这个时段
        </Button>
      ) : (
        <Button id="confirm" kind="main" disabled={!held || busy} onPress={onConfirm}>
          {busy ? '文件正在上传' : words}
        </Button>
      )}
    </>
  )
}
