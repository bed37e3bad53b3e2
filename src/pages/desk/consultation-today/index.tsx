import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function ConsultationTodayPage() {
  return (
    <PageFrame title="今日咨询">
      <Skeleton />
    </PageFrame>
  )
}
