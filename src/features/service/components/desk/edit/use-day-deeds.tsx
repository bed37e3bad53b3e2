import { useState, type ReactNode } from 'react'
import { Refused } from '@/features/desk-state'
import { useRefusable } from '@/features/use-refusable'
import { replaceWith, to } from '@/lib/routes'
import { useConfirm } from '@/ui/use-confirm'
import { discardDay } from '../../../api'
import { CancelDaySheet } from './cancel-sheet'
import type { DayDraft, DayDraftState } from './day-draft'
import { DaySide } from './day-side'
import { MoveSheet } from './move-sheet'

interface DeedEvents {
  /** It was moved or cancelled. */
  changed: (dayId: string, words: string) => void
  /** The draft is gone. */
  discarded: () => void
}

const discardQuestion = {
  title: '删除这个草稿',
  words: '草稿还没有人看到，删除后不能恢复。',
  yes: '删除',
  danger: true,
}

/** What can be done with a day besides writing it: moving, cancelling, copying, throwing away. */
export function useDayDeeds(
  draft: DayDraft,
  state: DayDraftState,
  on: DeedEvents,
): { side: ReactNode; sheet: ReactNode } {
  const [open, setOpen] = useState<'move' | 'cancel' | null>(null)
  const [refused, run] = useRefusable()
  const confirm = useConfirm()
  const { thing: day } = state
  if (!day) return { side: <DaySide state={state} />, sheet: null }
  const { id, rev } = day
  const discard = async () => {
    if (!(await confirm.ask(discardQuestion))) return
    await run(async () => {
      await discardDay({ serviceDayId: id, rev })
      draft.discard()
      on.discarded()
    })
  }
  const done = (words: string) => {
    setOpen(null)
    on.changed(id, words)
  }
  return {
    side: (
      <>
        {refused && <Refused error={refused} />}
        <DaySide
          state={state}
          deeds={{
            move: () => setOpen('move'),
            cancel: () => setOpen('cancel'),
            discard,
            desk: () => void to.deskServiceDay(id),
            copy: () => void replaceWith('serviceEdit', { copyOf: id }),
          }}
        />
      </>
    ),
    sheet: (
      <>
        {confirm.sheet}
        {open === 'move' && (
          <MoveSheet day={day} onClose={() => setOpen(null)} onMoved={() => done('已改期，企业会收到通知')} />
        )}
        {open === 'cancel' && (
          <CancelDaySheet day={day} onClose={() => setOpen(null)} onCancelled={() => done('已取消，企业会收到通知')} />
        )}
      </>
    ),
  }
}
