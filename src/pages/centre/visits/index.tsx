import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function CentreVisitsPage() {
  return (
    <PageFrame title="我的参观">
      <Skeleton shape="detail" />
    </PageFrame>
  )
}
