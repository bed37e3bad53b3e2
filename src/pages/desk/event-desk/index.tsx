import { useRouter } from '@tarojs/taro'
import { DeskScreen } from '@/features/event/components/desk/desk-screen'
import { readDesk } from '@/features/event/api'
import { beatOf } from '@/features/event/components/desk/desk-phase'
import { DeskGate } from '@/features/member/components/desk-gate'
import { CallFailed } from '@/features/desk-state'
import { useLiveCode } from '@/features/use-live-code'
import { useAwake, useFilledScreen } from '@/features/use-screen'
import { to } from '@/lib/routes'
import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'
import './index.scss'

const TITLE = '签到台'

/** The check-in desk: the changing code, the count, the last arrivals. */
export default function EventDeskPage() {
  return (
    <DeskGate title={TITLE}>
      <DeskOfEvent />
    </DeskGate>
  )
}

function DeskOfEvent() {
  const { eventId = '' } = useRouter<{ eventId?: string }>().params
  const desk = useLiveCode(eventId, readDesk, beatOf)
  const { filled, toggle } = useFilledScreen()
  useAwake()
  return (
    <PageFrame title={filled ? undefined : TITLE} wide className="event-desk">
      {desk.answer ? (
        <DeskScreen
          desk={desk}
          answer={desk.answer}
          filled={filled}
          onFill={toggle}
          onRoster={() => void to.roster(eventId)}
        />
      ) : desk.error ? (
        <CallFailed error={desk.error} onRetry={desk.again} />
      ) : (
        <Skeleton shape="detail" />
      )}
    </PageFrame>
  )
}
