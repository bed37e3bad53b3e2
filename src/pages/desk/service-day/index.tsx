import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function ServiceDayPage() {
  return (
    <PageFrame title="服务日现场">
      <Skeleton />
    </PageFrame>
  )
}
