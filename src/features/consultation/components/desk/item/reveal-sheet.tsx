import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refused } from '@/features/desk-state'
import { useIntent } from '@/features/use-intent'
import { useRefusable } from '@/features/use-refusable'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { revealConsultation } from '../../../api'
import { Templates } from './form-parts'
import type { SheetProps } from './sheet-props'

const REASONS = ['处理企业投诉', '核查超期事项', '协助队员办理'].map((words) => ({ name: words, words }))

/** Lets staff look once: says before that the look is logged and that the enterprise sees it. */
export function RevealSheet({ view, onClose, onDone }: SheetProps) {
  const { id, enterprise } = view.outline
  const intent = useIntent(`consultation-reveal-${id}`, { reason: '' })
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const reason = intent.form.reason.trim()
  const send = () => {
    setAsked(true)
    if (!reason) return undefined
    return run(async () => {
      const next = await revealConsultation({ consultationId: id, requestId: intent.requestId, reason })
      intent.done()
      onDone(next, '已登记，本次可以查看')
    })
  }
  return (
    <Sheet
      title="查看咨询内容"
      onClose={onClose}
      action={
        <Button kind="main" onPress={send}>
          登记并查看
        </Button>
      }
    >
      <Notice tone="wait" title="这次查看会留下记录">
        {`您的姓名、时间和原因会写入操作日志，${enterprise.name}也会收到通知并看到。`}
      </Notice>
      <View className="item-form__lead">问题、往来和文件只供企业、负责人和队长查看，确有需要再打开。</View>
      <TextField
        kind="lines"
        label="原因"
        maxLength={200}
        value={intent.form.reason}
        error={asked && !reason ? '请写明为什么要看' : undefined}
        onChange={(value) => intent.change({ reason: value })}
      />
      <Templates templates={REASONS} onPick={({ words }) => intent.change({ reason: words })} />
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}
