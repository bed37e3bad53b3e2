import {
  CENTRE_ID,
  centreDraft,
  noBlank,
  type CentreDraft,
  type CentreDraftState,
} from '@/features/centre/components/edit/centre-draft'
import { useCentreEditor } from '@/features/centre/components/edit/centre-editor'
import { CallFailed } from '@/features/desk-state'
import { DeskGate } from '@/features/member/components/desk-gate'
import { useDraft } from '@/features/use-draft'
import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'
import './index.scss'

const TITLE = '中心信息'

/** What the centre says about itself, when it is open, and how visits are arranged. */
export default function CentreEditPage() {
  return (
    <DeskGate title={TITLE} only="editors">
      <Opening />
    </DeskGate>
  )
}

function Opening() {
  const draft = useDraft(centreDraft, CENTRE_ID, noBlank)
  if (draft.state) return <Editing draft={draft} state={draft.state} />
  return (
    <PageFrame title={TITLE}>
      {draft.failed ? <CallFailed error={draft.failed} onRetry={draft.reopen} /> : <Skeleton shape="detail" />}
    </PageFrame>
  )
}

function Editing({ draft, state }: { draft: CentreDraft; state: CentreDraftState }) {
  const editor = useCentreEditor({ draft, state })
  return (
    <PageFrame title={TITLE} action={editor.action} side={editor.side}>
      {editor.notices}
      {editor.main}
    </PageFrame>
  )
}
