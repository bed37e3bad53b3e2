import { Text, View } from '@tarojs/components'
import { refusalWords } from '@/domain/labels'
import { sayWhen } from '@/domain/time'
import { spoken } from '@/ui/a11y'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import { CodePanel } from './code-panel'
import { DeskBoard } from './desk-board'
import { codeFace, deskPhase, type DeskAnswer } from './desk-clock'
import type { Desk } from './use-desk'
import { useServerNow } from './use-screen'
import type { WindowSize } from '@/lib/screen'
import { TWO_PANES, useWindow } from '@/lib/use-window'
import './desk-screen.scss'

const MARGINS = 32

/** The side of the code, in px: as large as fits beside the board, or across a phone, with its digits below. */
const sideOf = ({ width, height }: WindowSize): number =>
  Math.floor(
    width >= TWO_PANES ? Math.min(width * 0.52, height * 0.78 - 2 * MARGINS) : Math.min(width - MARGINS, height * 0.55),
  )

/** What stands above and below the desk, in px: the browser's title bar, the frame's margins. */
const AROUND = 92
/** The app's own band across the page while there is no network. */
const OFFLINE_BAND = 40
/** Shares of the window's height that one arrival and everything above the arrivals take. */
const ARRIVAL_SHARE = 0.098
const HEAD_SHARE = 0.37

/** How many arrivals the board has room for beside the code; on a phone they follow below, all of them. */
const arrivalsOf = ({ width, height }: WindowSize): number =>
  width < TWO_PANES
    ? Number.POSITIVE_INFINITY
    : Math.max(1, Math.floor((height * (1 - HEAD_SHARE) - AROUND) / (height * ARRIVAL_SHARE)))

export interface DeskScreenProps {
  desk: Desk
  answer: DeskAnswer
  /** Whether it fills the screen already. */
  filled: boolean
  /** Fills the screen; null where the platform has no such thing. */
  onFill: (() => Promise<void>) | null
  onRoster: () => void
}

/** The check-in desk, for a projector and for a phone: the changing code on one side, who is here on the other. */
export function DeskScreen({ desk, answer, filled, onFill, onRoster }: DeskScreenProps) {
  const now = useServerNow(desk.offset)
  const { width, height } = useWindow()
  const room = { width, height: desk.reachable ? height : height - OFFLINE_BAND }
  const side = sideOf(room)
  const phase = deskPhase(answer, now)
  const face = phase === 'open' ? codeFace(answer, now, desk.reachable) : null
  return (
    <View className="desk-screen">
      <View className="desk-screen__stage" style={{ width: `${side}px` }}>
        {face ? (
          <CodePanel face={face} side={side} trouble={troubleOf(desk)} />
        ) : (
          <Closed answer={answer} now={now} onRoster={onRoster} />
        )}
      </View>
      <View className="desk-screen__board">
        <DeskBoard
          answer={answer}
          most={arrivalsOf(room)}
          trailing={onFill && room.width >= TWO_PANES && <FillButton filled={filled} onFill={onFill} />}
        />
      </View>
    </View>
  )
}

function FillButton({ filled, onFill }: { filled: boolean; onFill: () => Promise<void> }) {
  return (
    <Pressable className="desk-screen__fill" label={filled ? '退出全屏' : '全屏显示'} onPress={() => void onFill()}>
      <Icon name={filled ? 'close' : 'screen'} />
    </Pressable>
  )
}

/** Why the code is not being renewed; null while it is. */
const troubleOf = ({ reachable, error }: Desk): string | null => {
  if (reachable) return null
  if (!error || error.offline) return '网络断开，新码暂时取不到'
  return `服务没有回应，正在重试${error.requestId ? `（编号 ${error.requestId}）` : ''}`
}

/** What stands in the place of the code while there is none. */
function Closed({ answer, now, onRoster }: { answer: DeskAnswer; now: number; onRoster: () => void }) {
  const phase = deskPhase(answer, now)
  const { title, words } = closedWords(answer, phase, now)
  return (
    <View className="desk-screen__closed" {...spoken({ role: 'status' })}>
      <Icon name={phase === 'early' || phase === 'open' ? 'clock' : 'flag'} size="large" />
      <Text className="desk-screen__closed-title">{title}</Text>
      <Text className="desk-screen__closed-words">{words}</Text>
      {phase === 'over' && <Button onPress={onRoster}>查看签到名单</Button>}
    </View>
  )
}

const minutesUntil = (instant: number, now: number): number => Math.max(1, Math.ceil((instant - now) / 60_000))

function closedWords(answer: DeskAnswer, phase: ReturnType<typeof deskPhase>, now: number) {
  const { opensAt } = answer.checkIn
  switch (phase) {
    case 'early': {
      const minutes = minutesUntil(opensAt, now)
      const wait = minutes < 120 ? `还有 ${minutes} 分钟，` : ''
      return { title: `签到 ${sayWhen(opensAt, now)} 开始`, words: `${wait}到时间会自动显示签到码` }
    }
    case 'open':
      return { title: '签到马上开始', words: '正在取签到码' }
    case 'over':
      return { title: '签到已结束', words: '确实到场而没有签到的，可以在名单里补签' }
    case 'draft':
      return { title: '活动还没有发布', words: refusalWords('event.desk', 'notPublished') }
    case 'cancelled':
      return { title: '活动已取消', words: '不再接受签到' }
  }
}
