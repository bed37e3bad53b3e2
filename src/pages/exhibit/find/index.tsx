import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function ExhibitFindPage() {
  return (
    <PageFrame title="找展项">
      <Skeleton shape="detail" />
    </PageFrame>
  )
}
