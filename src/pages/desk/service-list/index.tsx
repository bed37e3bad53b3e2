import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function ServiceListPage() {
  return (
    <PageFrame title="服务日">
      <Skeleton />
    </PageFrame>
  )
}
