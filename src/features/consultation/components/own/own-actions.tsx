import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { ButtonRow } from '@/ui/button-row'
import type { ConsultationView } from '../talk/talk-model'
import { canChange, canReopen } from './standing'

interface OwnActionsProps {
  view: ConsultationView
  now: number
  onVerdict: () => void
  onCancel: () => void
  onReopen: () => void
}

/** Whether there is anything for the enterprise to press. */
export const hasActions = ({ side, outline }: ConsultationView, now: number): boolean =>
  side === 'enterprise' &&
  (canChange(outline, now) || ['answered', 'closed', 'cancelled', 'noShow'].includes(outline.state))

/** What the enterprise can do now, within reach of the thumb. */
export function OwnActions({ view, now, onVerdict, onCancel, onReopen }: OwnActionsProps) {
  const { outline } = view
  const { id: consultationId, state, topic, enterprise } = outline
  if (state === 'answered')
    return (
      <Button id="verdict" kind="main" onPress={onVerdict}>
        确认结果
      </Button>
    )
  if (canChange(outline, now))
    return (
      <ButtonRow>
        <Button id="cancel" onPress={onCancel}>
          取消预约
        </Button>
        <Button
          id="move"
          kind={state === 'unplaced' ? 'main' : 'quiet'}
          onPress={() => to.bookService({ consultationId })}
        >
          {state === 'unplaced' ? '重新选时段' : '改约'}
        </Button>
      </ButtonRow>
    )
  if (canReopen(outline, now))
    return (
      <Button id="reopen" kind="main" onPress={onReopen}>
        重新打开
      </Button>
    )
  return <Button onPress={() => to.bookService({ enterpriseId: enterprise.id, topic })}>再约一次</Button>
}
