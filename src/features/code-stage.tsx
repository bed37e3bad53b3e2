import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { WindowSize } from '@/lib/screen'
import { TWO_PANES, useWindow } from '@/lib/use-window'
import { spoken } from '@/ui/a11y'
import { Icon, type IconName } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import './code-stage.scss'

const MARGINS = 32

/** The side of the code, in px: as large as fits beside the board, or across a phone, with its digits below. */
const sideOf = ({ width, height }: WindowSize): number =>
  Math.floor(
    width >= TWO_PANES ? Math.min(width * 0.52, height * 0.78 - 2 * MARGINS) : Math.min(width - MARGINS, height * 0.55),
  )

/** What stands above and below the stage, in px: the browser's title bar, the frame's margins. */
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

export interface CodeStageProps {
  /** Whether the code is being renewed: without a network the app's band takes some of the height. */
  reachable: boolean
  /** Whether it fills the screen already. */
  filled: boolean
  /** Fills the screen; null where the platform has no such thing. */
  onFill: (() => Promise<void>) | null
  /** The code, `side` px wide. */
  code: (side: number) => ReactNode
  /** What stands beside it, with room for so many arrivals and a button in its head. */
  board: (most: number, trailing: ReactNode) => ReactNode
}

/** A screen for a projector and for a phone: the changing code on one side, who is here on the other. */
export function CodeStage({ reachable, filled, onFill, code, board }: CodeStageProps) {
  const { width, height } = useWindow()
  const room = { width, height: reachable ? height : height - OFFLINE_BAND }
  const side = sideOf(room)
  return (
    <View className="code-stage">
      <View className="code-stage__code" style={{ width: `${side}px` }}>
        {code(side)}
      </View>
      <View className="code-stage__board">
        {board(arrivalsOf(room), onFill && room.width >= TWO_PANES && <FillButton filled={filled} onFill={onFill} />)}
      </View>
    </View>
  )
}

function FillButton({ filled, onFill }: { filled: boolean; onFill: () => Promise<void> }) {
  return (
    <Pressable className="code-stage__fill" label={filled ? '退出全屏' : '全屏显示'} onPress={() => void onFill()}>
      <Icon name={filled ? 'close' : 'screen'} />
    </Pressable>
  )
}

interface StageClosedProps {
  icon: IconName
  title: string
  words: string
  children?: ReactNode
}

/** What stands in the place of the code while there is none. */
export function StageClosed({ icon, title, words, children }: StageClosedProps) {
  return (
    <View className="code-stage__closed" {...spoken({ role: 'status' })}>
      <Icon name={icon} size="large" />
      <Text className="code-stage__closed-title">{title}</Text>
      <Text className="code-stage__closed-words">{words}</Text>
      {children}
    </View>
  )
}
