import { useState } from 'react'
import { ReasonSheet } from '@/features/reason-sheet'
import { newRequestId } from '@/lib/request-id'
import { revealGuidance } from '../api'
import type { SheetProps } from './item-sheet'

/** Lets staff look once: says before that the look is logged and that the enterprise sees it. */
export function RevealSheet({ view, onClose, onDone }: SheetProps) {
  // Pressing again after a lost answer is no second look.
  const [requestId] = useState(newRequestId)
  const { id, enterprise } = view.outline
  return (
    <ReasonSheet
      title="查看指导内容"
      about={`您的姓名、时间和原因会写入操作日志，${enterprise.name}也会收到通知并看到。文件在十分钟内可以打开。`}
      reasons={['处理企业投诉', '核查超期事项', '协助队员办理']}
      maxLength={200}
      action="登记并查看"
      onClose={onClose}
      onConfirm={async (reason) =>
        onDone(await revealGuidance({ consultationId: id, requestId, reason }), '已登记，本次可以查看')
      }
    />
  )
}
