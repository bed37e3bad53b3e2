import { useRouter } from '@tarojs/taro'
import { CREATABLE_KINDS, type ExhibitKind } from '@/domain/exhibit/rules'
import { CallFailed } from '@/features/desk-state'
import { exhibitDrafts, type Draft, type DraftState } from '@/features/exhibit/components/draft/exhibit-draft'
import { useEditorParts } from '@/features/exhibit/components/draft/exhibit-editor'
import { newForm } from '@/features/exhibit/components/draft/exhibit-form'
import { hallIdOf } from '@/features/exhibit/components/hall/hall-words'
import { DeskGate } from '@/features/member/components/desk-gate'
import { useDraft } from '@/features/use-draft'
import { back } from '@/lib/routes'
import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

const TITLE = '编辑内容'

/** Writing, changing and publishing a hall, an exhibit, a story or a milestone. */
export default function DeskExhibitEditPage() {
  return (
    <DeskGate title={TITLE} only="editors">
      <Opening />
    </DeskGate>
  )
}

function Opening() {
  const { exhibitId = '', kind, hallId } = useRouter<{ exhibitId?: string; kind?: string; hallId?: string }>().params
  const begun = CREATABLE_KINDS.find((one) => one === kind) ?? 'display'
  const draft = useDraft(exhibitDrafts[begun], exhibitId, () => newForm(hallIdOf(hallId) ?? null))
  if (draft.state) {
    return <Editing kind={draft.state.thing?.content.kind ?? begun} draft={draft} state={draft.state} />
  }
  return (
    <PageFrame title={TITLE}>
      {draft.failed ? <CallFailed error={draft.failed} onRetry={draft.reopen} /> : <Skeleton shape="detail" />}
    </PageFrame>
  )
}

function Editing({ kind, draft, state }: { kind: ExhibitKind; draft: Draft; state: DraftState }) {
  const { title, form, side, action, sheet } = useEditorParts(kind, draft, state, () => void back())
  return (
    <PageFrame title={title} action={action} side={side}>
      {form}
      {sheet}
    </PageFrame>
  )
}
