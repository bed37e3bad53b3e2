import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function DeskVisitDayPage() {
  return (
    <PageFrame title="参观安排">
      <Skeleton shape="detail" />
    </PageFrame>
  )
}
