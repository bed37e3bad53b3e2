import { View } from '@tarojs/components'
import { sayDate } from '@/domain/time'
import { AsOf, Asked } from '@/features/call-state'
import { CentreCard } from '@/features/home/components/centre-card'
import { Today } from '@/features/home/components/today'
import { useService } from '@/features/home/components/use-service'
import { useToday } from '@/features/home/components/use-today'
import { OffersNow } from '@/features/service/components/wait/offers-now'
import { useUnread } from '@/features/use-unread'
import { to } from '@/lib/routes'
import { usePullRefresh } from '@/lib/use-pull-refresh'
import { BrandBand } from '@/ui/brand-band'
import { Icon } from '@/ui/icon'
import { PageFrame } from '@/ui/page-frame'
import { Pressable } from '@/ui/pressable'
import { Skeleton } from '@/ui/skeleton'
import './index.scss'

const ScanButton = () => (
  <Pressable className="home__scan" label="扫码签到" onPress={() => void to.checkIn()}>
    <Icon name="scan" />
    <View className="home__scan-words">签到</View>
  </Pressable>
)

/** This person today: the next thing, what waits for them, what is on. */
export default function HomePage() {
  const { today, now } = useToday()
  const service = useService()
  const { unread, refresh } = useUnread()
  usePullRefresh(today.refresh, service.refresh, refresh)
  const name = today.data?.name
  return (
    <PageFrame
      title="首页"
      root
      side={<CentreCard />}
      hero={
        <BrandBand
          title={name ? `您好，${name}` : '红链通'}
          words={`${sayDate(now)} · 清远高新区党群服务中心`}
          trailing={<ScanButton />}
        />
      }
    >
      <Asked of={today} skeleton={<Skeleton shape="cards" />}>
        {(data) => (
          <>
            {/* Offline the whole page says once from when it is. */}
            {!today.error && <AsOf at={service.asOf} error={service.error} />}
            <Today
              today={data}
              service={service}
              unread={unread}
              now={now}
              kept={<OffersNow waits={service.data?.kept ?? []} now={now} />}
            />
          </>
        )}
      </Asked>
    </PageFrame>
  )
}
