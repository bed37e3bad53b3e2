import { ReasonSheet } from '@/features/reason-sheet'
import { answerTransfer } from '../../../api'
import type { ConsultationView } from '../../talk/talk-model'

const REASONS = ['这个主题我不熟悉', '这段时间安排不开', '与这家企业有关联，需要回避']

interface DeclineSheetProps {
  consultationId: string
  name: string
  onClose: () => void
  onDeclined: (view: ConsultationView) => void
}

/** Says no to taking something over: it stays with whoever asked, who is told why. */
export function DeclineSheet({ consultationId, name, onClose, onDeclined }: DeclineSheetProps) {
  return (
    <ReasonSheet
      title={`不接手${name}`}
      about="事项仍由原来的负责人办理，对方会看到您的原因。"
      reasons={REASONS}
      maxLength={200}
      action="确认不接手"
      onClose={onClose}
      onConfirm={async (reason) => onDeclined(await answerTransfer({ consultationId, accept: false, reason }))}
    />
  )
}
