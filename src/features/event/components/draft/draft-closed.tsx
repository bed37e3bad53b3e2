import { phaseOf } from '@/domain/event/rules'
import { refusalWords } from '@/domain/labels'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/page-state'
import type { DraftState } from './event-draft'

/** Why an event can no longer be changed; null while it can. */
export const closedReason = ({ thing: event }: DraftState, now: number): string | null => {
  if (!event) return null
  const phase = phaseOf(event, now)
  if (phase === 'cancelled') return event.cancelReason ? `取消原因：${event.cancelReason}` : '不再接受报名和签到'
  return phase === 'ended' ? refusalWords('event.change', 'eventOver') : null
}

/** In the place of the form, once an event can no longer be changed. */
export function Closed({ reason, onCopy }: { reason: string; onCopy: () => void }) {
  return (
    <EmptyState icon="calendar" title="这场活动不能再改" why={reason}>
      <Button icon="copy" onPress={onCopy}>
        复制到另一天
      </Button>
    </EmptyState>
  )
}
