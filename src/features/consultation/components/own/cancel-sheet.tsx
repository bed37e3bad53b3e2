import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '@/features/desk-state'
import { meetingWords } from '@/features/meeting-words'
import { useRefusable } from '@/features/use-refusable'
import { Button } from '@/ui/button'
import { ButtonRow } from '@/ui/button-row'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { cancelConsultation } from '../../api'
import type { ConsultationView } from '../talk/talk-model'
import type { Outline } from './standing'
import './cancel-sheet.scss'

interface CancelSheetProps {
  outline: Outline
  now: number
  onClose: () => void
  onDone: (view: ConsultationView) => void
}

const lossOf = ({ meeting, owner }: Outline, now: number): string =>
  meeting
    ? `${meetingWords(meeting, now)} 与${owner.name}的时段会马上让给其他企业，这次提的问题也不再办理。想再咨询要重新预约；只是换时间，请用“改约”。`
    : '这次提的问题不再办理。想再咨询要重新预约。'

/** Asks before a meeting is given up, and says what is lost. */
export function CancelSheet({ outline, now, onClose, onDone }: CancelSheetProps) {
  const [reason, setReason] = useState('')
  const [refused, run] = useRefusable()
  const cancel = () =>
    run(async () => onDone(await cancelConsultation({ consultationId: outline.id, reason: reason.trim() })))
  return (
    <Sheet
      title="取消预约"
      onClose={onClose}
      action={
        <ButtonRow>
          <Button onPress={onClose}>再想想</Button>
          <Button kind="danger" label="确定取消预约" onPress={cancel}>
            取消预约
          </Button>
        </ButtonRow>
      }
    >
      <View className="cancel-sheet__words">{lossOf(outline, now)}</View>
      <TextField label="原因" optional maxLength={100} value={reason} onChange={setReason} />
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}
