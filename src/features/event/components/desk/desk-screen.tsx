import type { ReactNode } from 'react'
import { refusalWords } from '@/domain/labels'
import { sayWhen } from '@/domain/time'
import { CodePanel } from '@/features/code-panel'
import { CodeStage, StageClosed } from '@/features/code-stage'
import { CountBoard } from '@/features/count-board'
import { codeFace } from '@/features/live-clock'
import { troubleOf, type LiveCode } from '@/features/use-live-code'
import { useServerNow } from '@/features/use-screen'
import { Button } from '@/ui/button'
import { StateTag } from '@/ui/state-tag'
import { deskPhase, type DeskAnswer } from './desk-phase'

const WORDS = { name: '签到', doing: '签到' }

export interface DeskScreenProps {
  desk: LiveCode<DeskAnswer>
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
  const face = deskPhase(answer, now) === 'open' ? codeFace(answer, now, desk.reachable) : null
  return (
    <CodeStage
      reachable={desk.reachable}
      filled={filled}
      onFill={onFill}
      code={(side) =>
        face ? (
          <CodePanel face={face} words={WORDS} side={side} trouble={troubleOf(desk)} />
        ) : (
          <Closed answer={answer} now={now} onRoster={onRoster} />
        )
      }
      board={(most, trailing) => <Board answer={answer} most={most} trailing={trailing} />}
    />
  )
}

const placesWords = ({ capacity, waitlisted }: DeskAnswer): string =>
  `${capacity === null ? '' : `，名额 ${capacity}`}${waitlisted > 0 ? `，候补 ${waitlisted}` : ''}`

/** How many have come of how many who signed up, and who came last. */
function Board({ answer, most, trailing }: { answer: DeskAnswer; most: number; trailing: ReactNode }) {
  return (
    <CountBoard
      title={answer.title}
      come={answer.attended}
      of={answer.registered}
      words={`已签到 / 已报名${placesWords(answer)}`}
      spokenCounts={`已签到 ${answer.attended} 人，已报名 ${answer.registered} 人`}
      arrivals={answer.arrivals.map(({ name, branchName, at, confirmed }) => ({
        name,
        note: branchName,
        at,
        tag: !confirmed && <StateTag tone="wait" words="待确认" />,
      }))}
      arrivalsTitle="最近签到"
      none="还没有人签到，第一位很快就到"
      most={most}
      trailing={trailing}
    />
  )
}

/** What stands in the place of the code while there is none. */
function Closed({ answer, now, onRoster }: { answer: DeskAnswer; now: number; onRoster: () => void }) {
  const phase = deskPhase(answer, now)
  return (
    <StageClosed icon={phase === 'early' || phase === 'open' ? 'clock' : 'flag'} {...closedWords(answer, phase, now)}>
      {phase === 'over' && <Button onPress={onRoster}>查看签到名单</Button>}
    </StageClosed>
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
