import { useRouter } from '@tarojs/taro'
import { CallFailed } from '@/features/desk-state'
import { PreviewButton, PreviewPage } from '@/features/exhibit/components/desk/preview-page'
import { DeskGate } from '@/features/member/components/desk-gate'
import { useNow } from '@/lib/clock'
import { useCall } from '@/lib/use-call'
import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

const TITLE = '预览'

/** What visitors would see of a draft. */
export default function DeskExhibitPreviewPage() {
  return (
    <DeskGate title={TITLE} only="editors">
      <Preview />
    </DeskGate>
  )
}

function Preview() {
  const { exhibitId = '' } = useRouter<{ exhibitId?: string }>().params
  const exhibit = useCall('exhibit.edit', { exhibitId })
  const now = useNow(60_000)
  return (
    <PageFrame title={TITLE} action={exhibit.data && <PreviewButton exhibitId={exhibitId} />}>
      {exhibit.data && <PreviewPage exhibit={exhibit.data} now={now} />}
      {exhibit.loading && <Skeleton shape="detail" />}
      {!exhibit.data && exhibit.error && <CallFailed error={exhibit.error} onRetry={exhibit.refresh} />}
    </PageFrame>
  )
}
