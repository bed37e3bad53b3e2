import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function ConsultationItemPage() {
  return (
    <PageFrame title="咨询事项">
      <Skeleton />
    </PageFrame>
  )
}
