import { WorkList } from '@/features/consultation/components/desk/list/work-list'
import { DeskGate } from '@/features/member/components/desk-gate'
import { PageFrame } from '@/ui/page-frame'

const TITLE = '我的事项'

/** What a specialist is responsible for. */
export default function ConsultationListPage() {
  return (
    <DeskGate title={TITLE} only="responsible">
      <PageFrame title={TITLE}>
        <WorkList />
      </PageFrame>
    </DeskGate>
  )
}
