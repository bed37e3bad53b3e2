import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function ServiceTeamPage() {
  return (
    <PageFrame title="小分队队员">
      <Skeleton />
    </PageFrame>
  )
}
