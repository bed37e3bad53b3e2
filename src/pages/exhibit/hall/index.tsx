import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function ExhibitHallPage() {
  return (
    <PageFrame title="展厅">
      <Skeleton shape="detail" />
    </PageFrame>
  )
}
