import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function DeskCentreEditPage() {
  return (
    <PageFrame title="中心信息">
      <Skeleton shape="detail" />
    </PageFrame>
  )
}
