import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function ConsultationListPage() {
  return (
    <PageFrame title="我的事项">
      <Skeleton />
    </PageFrame>
  )
}
