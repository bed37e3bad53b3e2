import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function DeskVisitDoorPage() {
  return (
    <PageFrame title="到访码">
      <Skeleton shape="detail" />
    </PageFrame>
  )
}
