import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function ExhibitTimelinePage() {
  return (
    <PageFrame title="党史长廊">
      <Skeleton shape="detail" />
    </PageFrame>
  )
}
