import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function CentreBookPage() {
  return (
    <PageFrame title="预约参观">
      <Skeleton shape="detail" />
    </PageFrame>
  )
}
