import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function DeskWallCodesPage() {
  return (
    <PageFrame title="墙面展项码">
      <Skeleton shape="detail" />
    </PageFrame>
  )
}
