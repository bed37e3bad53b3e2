import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function DeskExhibitListPage() {
  return (
    <PageFrame title="展馆内容">
      <Skeleton shape="detail" />
    </PageFrame>
  )
}
