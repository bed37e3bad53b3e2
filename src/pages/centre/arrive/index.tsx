import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function CentreArrivePage() {
  return (
    <PageFrame title="到访登记">
      <Skeleton shape="detail" />
    </PageFrame>
  )
}
