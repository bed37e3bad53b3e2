import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function ConsultationBoardPage() {
  return (
    <PageFrame title="团队事项">
      <Skeleton />
    </PageFrame>
  )
}
