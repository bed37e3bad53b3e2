import { useShareAppMessage } from '@tarojs/taro'
import { OwnNext, useOwnNext } from '@/features/consultation/components/own/own-next'
import { ComingDays } from '@/features/service/components/coming/coming-days'
import { TopicGrid } from '@/features/service/components/coming/topic-grid'
import { useComing } from '@/features/service/components/coming/use-coming'
import { OffersNow } from '@/features/service/components/wait/offers-now'
import { useWaits } from '@/features/service/components/wait/use-waits'
import { WaysIn } from '@/features/service/components/coming/ways-in'
import { useSpeaker } from '@/features/use-speaker'
import { address, to } from '@/lib/routes'
import { usePullRefresh } from '@/lib/use-pull-refresh'
import { BrandBand } from '@/ui/brand-band'
import { PageFrame } from '@/ui/page-frame'

/** The service team: what is asked, when and where it sits, and what became of one's own questions. */
export default function ServicesPage() {
  const coming = useComing()
  const speaker = useSpeaker()
  const { enterpriseId } = speaker
  const own = useOwnNext(enterpriseId)
  const waits = useWaits(enterpriseId ?? '')
  usePullRefresh(coming.coming.refresh, speaker.refresh, own.refresh, waits.waits.refresh)
  useShareAppMessage(() => ({ title: '链上服务日：政策、税务、技术，当面问', path: address('services') }))
  return (
    <PageFrame
      title="服务"
      root
      hero={<BrandBand title="链上服务" words="变“企业找我”为“我找企业”" />}
      side={
        <>
          {enterpriseId && <OffersNow waits={waits.items} now={coming.now} />}
          {enterpriseId && <OwnNext list={own} enterpriseId={enterpriseId} now={coming.now} />}
          <TopicGrid onTopic={(topic) => void to.bookService({ topic })} />
        </>
      }
      sideOnPhone="before"
    >
      <ComingDays coming={coming} />
      <WaysIn speaks={enterpriseId !== undefined} />
    </PageFrame>
  )
}
