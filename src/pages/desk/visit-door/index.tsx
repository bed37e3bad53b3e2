import { readDoor } from '@/features/centre/api'
import { beatOf, DoorScreen } from '@/features/centre/components/door/door-screen'
import { CallFailed } from '@/features/desk-state'
import { DeskGate } from '@/features/member/components/desk-gate'
import { useLiveCode } from '@/features/use-live-code'
import { useAwake, useFilledScreen } from '@/features/use-screen'
import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'
import './index.scss'

const TITLE = '到访码'

/** The screen at the centre's door: the changing code, today's count, the last arrivals. */
export default function VisitDoorPage() {
  return (
    <DeskGate title={TITLE} only="editors">
      <Door />
    </DeskGate>
  )
}

function Door() {
  const door = useLiveCode('', readDoor, beatOf)
  const { filled, toggle } = useFilledScreen()
  useAwake()
  return (
    <PageFrame title={filled ? undefined : TITLE} wide>
      {door.answer ? (
        <DoorScreen door={door} answer={door.answer} filled={filled} onFill={toggle} />
      ) : door.error ? (
        <CallFailed error={door.error} onRetry={door.again} />
      ) : (
        <Skeleton shape="detail" />
      )}
    </PageFrame>
  )
}
