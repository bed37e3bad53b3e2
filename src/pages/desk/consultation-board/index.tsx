import { useRouter } from '@tarojs/taro'
import { Board, boardFilter } from '@/features/consultation/components/desk/list/board'
import { DeskGate } from '@/features/member/components/desk-gate'
import { PageFrame } from '@/ui/page-frame'

const TITLE = '团队事项'

/** What the service team is at work on, for its leader and staff. */
export default function ConsultationBoardPage() {
  const { filter } = useRouter().params
  return (
    <DeskGate title={TITLE} only="leaders">
      <PageFrame title={TITLE}>
        <Board first={boardFilter(filter)} />
      </PageFrame>
    </DeskGate>
  )
}
