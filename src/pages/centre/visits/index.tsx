import { BoundOnly } from '@/features/bound-only'
import { MyVisits } from '@/features/centre/components/visit/my-visits'
import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** The person's own visits to the centre. */
export default function VisitsPage() {
  return (
    <PageFrame title="我的参观">
      <BoundOnly why="绑定后，参观预约和到访的记录会留在这里">
        <MyVisits />
      </BoundOnly>
    </PageFrame>
  )
}
