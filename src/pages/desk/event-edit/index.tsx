import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Closed, closedReason } from '@/features/event/components/draft/draft-closed'
import { useEditor } from '@/features/event/components/draft/draft-editor'
import { DraftSide } from '@/features/event/components/draft/draft-side'
import { CancelSheet, CopySheet } from '@/features/event/components/draft/event-actions'
import { Published } from '@/features/event/components/draft/published'
import { newForm } from '@/features/event/components/draft/draft-form'
import { eventDraft, type Draft, type DraftState } from '@/features/event/components/draft/event-draft'
import { DeskGate } from '@/features/member/components/desk-gate'
import { CallFailed } from '@/features/desk-state'
import { useDraft } from '@/features/use-draft'
import { replaceWith, to } from '@/lib/routes'
import { useSession } from '@/lib/session'
import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'
import './index.scss'

const TITLE = '编辑活动'

/** Writing, changing and publishing an event. */
export default function EventEditPage() {
  return (
    <DeskGate title={TITLE}>
      <Opening />
    </DeskGate>
  )
}

function Opening() {
  const { eventId = '' } = useRouter<{ eventId?: string }>().params
  const { grants } = useSession()
  const branches = grants.filter(({ role, scope }) => role === 'secretary' && scope === 'branch')
  const hosts = branches.slice(0, 1).map(({ scopeId }) => scopeId)
  const draft = useDraft(eventDraft, eventId, () => newForm(Date.now(), hosts))
  if (draft.state) return <Editing draft={draft} state={draft.state} />
  return (
    <PageFrame title={TITLE}>
      {draft.failed ? <CallFailed error={draft.failed} onRetry={draft.reopen} /> : <Skeleton shape="detail" />}
    </PageFrame>
  )
}

const say = (title: string) => void Taro.showToast({ title, icon: 'none' })
const showTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 200 })

function Editing({ draft, state }: { draft: Draft; state: DraftState }) {
  const [open, setOpen] = useState<'copy' | 'cancel' | 'published' | null>(null)
  const { thing: event } = state
  const opened = useRouter<{ eventId?: string }>().params.eventId
  const editor = useEditor(draft, state, {
    saved: () => say('已保存'),
    published: () => setOpen('published'),
    wrong: showTop,
  })
  // An event that was made on this page is not yet in its address: to open that again would be to begin another.
  const showCancelled = (id: string) => {
    setOpen(null)
    if (opened === id) draft.reopen()
    else void replaceWith('eventEdit', { eventId: id })
  }
  const closed = closedReason(state, Date.now())
  if (open === 'published' && event) {
    return (
      <PageFrame title={TITLE}>
        <Published event={event} onBack={() => setOpen(null)} />
      </PageFrame>
    )
  }
  return (
    <PageFrame
      title={event ? TITLE : '新建活动'}
      action={closed ? undefined : editor.action}
      side={
        <DraftSide
          state={state}
          onCopy={() => setOpen('copy')}
          onCancel={() => setOpen('cancel')}
          onDesk={() => event && void to.eventDesk(event.id)}
          onRoster={() => event && void to.roster(event.id)}
        />
      }
    >
      {closed ? <Closed reason={closed} onCopy={() => setOpen('copy')} /> : editor.form}
      {editor.sheet}
      {open === 'copy' && event && (
        <CopySheet
          event={event}
          onClose={() => setOpen(null)}
          onCopied={(copy) => void replaceWith('eventEdit', { eventId: copy.id })}
        />
      )}
      {open === 'cancel' && event && (
        <CancelSheet event={event} onClose={() => setOpen(null)} onCancelled={() => showCancelled(event.id)} />
      )}
    </PageFrame>
  )
}
