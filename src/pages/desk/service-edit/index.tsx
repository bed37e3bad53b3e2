import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function ServiceEditPage() {
  return (
    <PageFrame title="编辑服务日">
      <Skeleton />
    </PageFrame>
  )
}
