import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function ExhibitStoriesPage() {
  return (
    <PageFrame title="党建故事">
      <Skeleton shape="detail" />
    </PageFrame>
  )
}
