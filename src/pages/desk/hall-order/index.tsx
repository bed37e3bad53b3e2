import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function DeskHallOrderPage() {
  return (
    <PageFrame title="展项排序">
      <Skeleton shape="detail" />
    </PageFrame>
  )
}
