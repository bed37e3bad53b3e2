import { useState } from 'react'
import { Refused } from '@/features/desk-state'
import { useIntent } from '@/features/use-intent'
import { useRefusable } from '@/features/use-refusable'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { reopenConsultation } from '../../api'
import type { ConsultationView } from '../talk/talk-model'

interface ReopenSheetProps {
  consultationId: string
  onClose: () => void
  onDone: (view: ConsultationView) => void
}

/** Opens again what was closed because nobody answered. What was typed stays when the sheet is closed. */
export function ReopenSheet({ consultationId, onClose, onDone }: ReopenSheetProps) {
  const intent = useIntent(`consultation-reopen-${consultationId}`, { words: '' })
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const words = intent.form.words.trim()
  const send = () => {
    setAsked(true)
    if (!words) return undefined
    return run(async () => {
      const view = await reopenConsultation({ consultationId, requestId: intent.requestId, words })
      intent.done()
      onDone(view)
    })
  }
  return (
    <Sheet
      title="重新打开这件咨询"
      onClose={onClose}
      action={
        <Button kind="main" onPress={send}>
          重新打开
        </Button>
      }
    >
      <TextField
        kind="lines"
        label="还需要什么"
        maxLength={500}
        value={intent.form.words}
        error={asked && !words ? '请写一句还需要什么，负责人才知道怎么接着办' : undefined}
        onChange={(value) => intent.change({ words: value })}
      />
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}
