import { useState } from 'react'
import { resultLabels, stageLabels } from '@/domain/guidance/labels'
import { RESULT_STATES, resultDecision, STAGES, type ResultState, type Stage } from '@/domain/guidance/rules'
import { refusalWords } from '@/domain/labels'
import { dayKey } from '@/domain/time'
import { Refused } from '@/features/desk-state'
import { useIntent } from '@/features/use-intent'
import { useRefusable } from '@/features/use-refusable'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { DateField } from '@/ui/date-time-field'
import { Notice } from '@/ui/notice'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { finishGuidance, moveStage } from '../api'
import type { SheetProps } from './item-sheet'

/** Back to an earlier stage, with the reason that the enterprise reads. */
export function BackSheet({ view, onClose, onDone }: SheetProps) {
  const from = view.outline.stage
  const earlier = STAGES.slice(0, STAGES.indexOf(from)).map((value) => ({ value, words: stageLabels[value] }))
  const [to, setTo] = useState<Stage | undefined>(earlier.at(-1)?.value)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const send = () => {
    setAsked(true)
    if (!to || !reason.trim()) return undefined
    return run(async () => {
      const input = { consultationId: view.outline.id, from, to, reason: reason.trim() }
      onDone(await moveStage(input), `已退回“${stageLabels[to]}”`)
    })
  }
  return (
    <Sheet
      title="退回前面的阶段"
      onClose={onClose}
      action={
        <Button kind="main" onPress={send}>
          退回
        </Button>
      }
    >
      <Choice label="退回到" options={earlier} value={to} onChange={setTo} />
      <TextField
        label="原因"
        hint="企业看得到"
        maxLength={200}
        value={reason}
        error={asked && !reason.trim() ? refusalWords('guidance.moveStage', 'reasonMissing') : undefined}
        onChange={setReason}
      />
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}

const results = RESULT_STATES.map((value) => ({ value, words: resultLabels[value] }))

/** Yuan as typed, in fen; null for what is no amount. */
export const fenOf = (yuan: string): number | null => {
  const plain = yuan.replace(/[,，\s]/g, '')
  return /^\d{1,9}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null
}

function useFinishForm({ view, onDone }: Omit<SheetProps, 'onClose'>) {
  const id = view.outline.id
  const blank = { state: 'approved' as ResultState, yuan: '', day: dayKey(view.now), words: '' }
  const intent = useIntent(`guidance-finish-${id}`, blank)
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const { state, yuan, day } = intent.form
  const words = intent.form.words.trim()
  const amount = state === 'approved' ? fenOf(yuan) : null
  const wrong = resultDecision({ state, amount, decidedOn: day }, view.outline.stage, view.now)
  const send = () => {
    setAsked(true)
    if (wrong || !words) return undefined
    return run(async () => {
      const result = { state, amount, decidedOn: day, words }
      const changed = await finishGuidance({ consultationId: id, requestId: intent.requestId, ...result })
      intent.done()
      onDone(changed, '结果已登记，等企业确认')
    })
  }
  const lacks = { amount: asked && amount === null, words: asked && !words, stage: asked && wrong === 'tooEarly' }
  return { intent, refused, send, lacks }
}

/** What became of the application, for the enterprise's word. */
export function FinishSheet({ onClose, ...props }: SheetProps) {
  const { intent, refused, send, lacks } = useFinishForm(props)
  const { state, yuan, day, words } = intent.form
  const { view } = props
  return (
    <Sheet
      title="登记结果"
      onClose={onClose}
      action={
        <Button kind="main" onPress={send}>
          登记并请企业确认
        </Button>
      }
    >
      <Choice label="结果" options={results} value={state} onChange={(value) => intent.change({ state: value })} />
      {state === 'approved' && (
        <TextField
          kind="number"
          label="获批金额"
          unit="元"
          maxLength={14}
          value={yuan}
          error={lacks.amount ? refusalWords('guidance.finish', 'amountMissing') : undefined}
          onChange={(value) => intent.change({ yuan: value })}
        />
      )}
      <DateField
        label="结果日期"
        until={dayKey(view.now)}
        value={day}
        onChange={(value) => intent.change({ day: value })}
      />
      <TextField
        kind="lines"
        label="说明"
        hint="企业看得到"
        maxLength={500}
        value={words}
        error={lacks.words ? '请写一句结果说明' : undefined}
        onChange={(value) => intent.change({ words: value })}
      />
      {lacks.stage && <Notice tone="bad">{refusalWords('guidance.finish', 'tooEarly')}</Notice>}
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}
