import { useShareAppMessage } from '@tarojs/taro'
import { Asked } from '@/features/call-state'
import { About } from '@/features/centre/components/home/about'
import { Coming } from '@/features/centre/components/home/coming'
import { EditorRows } from '@/features/centre/components/home/editor-rows'
import { Halls } from '@/features/centre/components/home/halls'
import { Notices } from '@/features/centre/components/home/notices'
import { useCentre } from '@/features/centre/components/home/use-centre'
import { VisitActions } from '@/features/centre/components/home/visit-actions'
import { WaysOn } from '@/features/centre/components/home/ways-on'
import { usePullRefresh } from '@/lib/use-pull-refresh'
import { address } from '@/lib/routes'
import { BrandBand } from '@/ui/brand-band'
import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

/** The service centre: what it is, whether it is open, its halls, and the way there. */
export default function HallsPage() {
  const { centre, now } = useCentre()
  usePullRefresh(centre.refresh)
  useShareAppMessage(() => ({ title: centre.data?.centre.name ?? '党群服务中心', path: address('halls') }))
  const { data } = centre
  return (
    <PageFrame
      title="展馆"
      root
      hero={<BrandBand title="党群服务中心" words="三区三室一吧一廊" />}
      side={
        data && (
          <>
            <Coming centre={data.centre} now={now} />
            {data.manages && <EditorRows />}
          </>
        )
      }
      action={data && <VisitActions />}
    >
      <Asked of={centre} skeleton={<Skeleton shape="cards" />}>
        {(found) => (
          <>
            <About centre={found.centre} now={now} />
            <Notices notices={found.centre.notices} now={now} />
            <WaysOn />
            <Halls halls={found.halls} />
          </>
        )}
      </Asked>
    </PageFrame>
  )
}
