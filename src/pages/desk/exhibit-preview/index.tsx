import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

export default function DeskExhibitPreviewPage() {
  return (
    <PageFrame title="预览">
      <Skeleton shape="detail" />
    </PageFrame>
  )
}
