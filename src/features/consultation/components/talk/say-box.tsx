import { useState } from 'react'
import { MAX_FILES } from '@/domain/consultation/rules'
import { AttachFiles, usable, useAttaching, type Attached } from '@/features/attach-files'
import { Refused } from '@/features/desk-state'
import { useIntent } from '@/features/use-intent'
import { useRefusable } from '@/features/use-refusable'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/text-field'
import { say } from '../../api'
import type { ConsultationView } from './talk-model'

const EMPTY: { text: string; files: Attached[] } = { text: '', files: [] }
const MAX_LENGTH = 1000

interface SayBoxProps {
  consultationId: string
  /** Who reads it. */
  hint: string
  onSaid: (view: ConsultationView) => void
}

/** Saying something, with files. What was typed and uploaded stays when the page is left. */
export function SayBox({ consultationId, hint, onSaid }: SayBoxProps) {
  const intent = useIntent(`consultation-say-${consultationId}`, EMPTY)
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const files = usable(intent.form.files)
  const uploads = useAttaching('consultationFile', (file) =>
    intent.change({ files: [...usable(intent.latest().files), file] }),
  )
  const text = intent.form.text.trim()
  const send = () => {
    setAsked(true)
    if (!text) return undefined
    return run(async () => {
      const tickets = files.map(({ ticketId }) => ticketId)
      const view = await say({ consultationId, requestId: intent.requestId, text, tickets })
      intent.done()
      setAsked(false)
      onSaid(view)
    })
  }
  return (
    <>
      <TextField
        kind="lines"
        label="留言"
        hint={hint}
        maxLength={MAX_LENGTH}
        value={intent.form.text}
        error={asked && !text ? '请先写一句话' : undefined}
        onChange={(value) => intent.change({ text: value })}
      />
      <AttachFiles
        files={files}
        uploads={uploads}
        most={MAX_FILES}
        onChange={(next) => intent.change({ files: next })}
      />
      {refused && <Refused error={refused} />}
      <Button icon="chat" disabled={uploads.busy} onPress={send}>
        {uploads.busy ? '文件正在上传' : '发送留言'}
      </Button>
    </>
  )
}
