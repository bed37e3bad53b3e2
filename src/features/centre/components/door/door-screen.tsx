import type { OutputFor } from '@/domain/contracts'
import { CodePanel } from '@/features/code-panel'
import { CodeStage, StageClosed } from '@/features/code-stage'
import { CountBoard } from '@/features/count-board'
import { codeFace } from '@/features/live-clock'
import { troubleOf, type LiveCode } from '@/features/use-live-code'
import { useServerNow } from '@/features/use-screen'

export type DoorAnswer = OutputFor<'centre.door'>

/** The door's code is always there: it only changes. */
export const beatOf = ({ code }: DoorAnswer): number => code.changesAt

const WORDS = { name: '到访', doing: '登记到访' }

const noteOf = ({ groupName, size }: DoorAnswer['arrivals'][number]): string =>
  groupName ? `${groupName} · ${size} 人` : `${size} 人`

interface DoorScreenProps {
  door: LiveCode<DoorAnswer>
  answer: DoorAnswer
  /** Whether it fills the screen already. */
  filled: boolean
  /** Fills the screen; null where the platform has no such thing. */
  onFill: (() => Promise<void>) | null
}

/** The screen at the centre's door: the changing code on one side, who has come today on the other. */
export function DoorScreen({ door, answer, filled, onFill }: DoorScreenProps) {
  const now = useServerNow(door.offset)
  const face = codeFace(answer, now, door.reachable)
  return (
    <CodeStage
      reachable={door.reachable}
      filled={filled}
      onFill={onFill}
      code={(side) =>
        face ? (
          <CodePanel face={face} words={WORDS} side={side} trouble={troubleOf(door)} />
        ) : (
          <StageClosed icon="clock" title="到访码马上就来" words="正在取到访码" />
        )
      }
      board={(most, trailing) => (
        <CountBoard
          title="党群服务中心 欢迎参观"
          come={answer.arrived}
          of={answer.expected}
          words="今天已到 / 预约（批）"
          spokenCounts={`今天已到 ${answer.arrived} 批，预约 ${answer.expected} 批`}
          arrivals={answer.arrivals.map((arrival) => ({ name: arrival.name, note: noteOf(arrival), at: arrival.at }))}
          arrivalsTitle="最近到访"
          none="今天还没有人到访，预约过的请扫码登记"
          most={most}
          trailing={trailing}
        />
      )}
    />
  )
}
