import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function ExhibitKeptPage() {
  return (
    <PageFrame title="收藏与足迹">
      <Skeleton shape="detail" />
    </PageFrame>
  )
}
