import Taro from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import { useRefusable } from '@/features/use-refusable'
import { useCall } from '@/lib/use-call'
import { usePullRefresh } from '@/lib/use-pull-refresh'
import { FileSheet } from './file-sheet'
import type { Change, GuidanceView, Item } from './guidance-model'
import { ItemSheet } from './item-sheet'
import { CancelMeetingSheet, MeetingSheet, NoteSheet } from './meeting-sheets'
import type { MeetingDeed } from './meetings'
import { RevealSheet } from './reveal-sheet'
import { BackSheet, FinishSheet } from './stage-sheets'

/** What a sheet is open for. */
export type Open =
  | { sheet: 'item'; item: Item | null }
  | { sheet: 'file'; slot: string | null }
  | { sheet: 'meeting'; deed: MeetingDeed }
  | { sheet: 'back' }
  | { sheet: 'finish' }
  | { sheet: 'reveal' }

/** One guidance on a page: what is known of it, what is being done with it, and why the last try failed. */
export function useGuidance(consultationId: string) {
  const question = useCall('guidance.get', { consultationId }, { keep: true, skip: consultationId === '' })
  usePullRefresh(question.refresh)
  const [open, setOpen] = useState<Open | null>(null)
  const [refused, run] = useRefusable()
  const done = (view: GuidanceView, said: string) => {
    setOpen(null)
    question.put(view)
    void Taro.showToast({ title: said, icon: 'none' })
  }
  const change: Change = (work, said) => run(async () => done(await work(), said))
  const sheet =
    question.data && open && sheetOf(open, { view: question.data, onClose: () => setOpen(null), onDone: done })
  return { question, refused, change, setOpen, sheet }
}

interface Shared {
  view: GuidanceView
  onClose: () => void
  onDone: (view: GuidanceView, said: string) => void
}

function sheetOf(open: Open, shared: Shared): ReactNode {
  if (open.sheet === 'item') return <ItemSheet item={open.item} {...shared} />
  if (open.sheet === 'file') return <FileSheet slot={open.slot} {...shared} />
  if (open.sheet === 'back') return <BackSheet {...shared} />
  if (open.sheet === 'finish') return <FinishSheet {...shared} />
  if (open.sheet === 'reveal') return <RevealSheet {...shared} />
  const { deed } = open
  if (deed.does === 'note') return <NoteSheet meeting={deed.meeting} {...shared} />
  if (deed.does === 'cancel') return <CancelMeetingSheet meeting={deed.meeting} {...shared} />
  return <MeetingSheet meeting={deed.does === 'move' ? deed.meeting : null} {...shared} />
}
