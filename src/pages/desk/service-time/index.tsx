import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function ServiceTimePage() {
  return (
    <PageFrame title="我的时间">
      <Skeleton />
    </PageFrame>
  )
}
