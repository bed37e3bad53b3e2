import { sayWhen } from '@/domain/time'
import type { SlotHold } from '@/features/use-slot-hold'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'

/** Refusals after which a look at what is booked helps. */
const OWN: readonly string[] = ['tooManyBookings', 'busyThen']

interface HoldNoticeProps {
  hold: SlotHold
  now: number
}

function WayOn({ hold, now }: HoldNoticeProps) {
  const { trouble } = hold
  const next = trouble?.next
  if (next)
    return (
      <Button compact kind="main" onPress={() => hold.hold(next.slotId)}>
        {`改选 ${sayWhen(next.at, now)}`}
      </Button>
    )
  if (trouble && OWN.includes(trouble.code))
    return (
      <Button compact kind="link" onPress={() => to.myConsultations()}>
        看我的咨询
      </Button>
    )
  return null
}

/** Why a slot could not be kept, and the way on: the next free one with one tap. */
export function HoldNotice({ hold, now }: HoldNoticeProps) {
  const { trouble } = hold
  if (!trouble) return null
  return (
    <Notice tone={trouble.next ? 'wait' : 'bad'} action={<WayOn hold={hold} now={now} />}>
      {trouble.words}
      {trouble.requestId && `（请求编号 ${trouble.requestId}）`}
    </Notice>
  )
}
