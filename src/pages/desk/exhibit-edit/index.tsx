import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function DeskExhibitEditPage() {
  return (
    <PageFrame title="编辑内容">
      <Skeleton shape="detail" />
    </PageFrame>
  )
}
