import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function ExhibitDisplayPage() {
  return (
    <PageFrame title="展项">
      <Skeleton shape="detail" />
    </PageFrame>
  )
}
