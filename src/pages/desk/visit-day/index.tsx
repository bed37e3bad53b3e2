import { useRouter } from '@tarojs/taro'
import { DayHead } from '@/features/centre/components/day/day-head'
import { DaySlots } from '@/features/centre/components/day/day-slots'
import { useDay } from '@/features/centre/components/day/use-day'
import { CallFailed } from '@/features/desk-state'
import { ExportButton } from '@/features/export-button'
import { DeskGate } from '@/features/member/components/desk-gate'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { PageFrame } from '@/ui/page-frame'
import { SectionTitle } from '@/ui/section-title'
import { Skeleton } from '@/ui/skeleton'
import './index.scss'

const TITLE = '参观安排'

/** Who comes to the centre on a day. */
export default function VisitDayPage() {
  return (
    <DeskGate title={TITLE} only="editors">
      <VisitDay />
    </DeskGate>
  )
}

function VisitDay() {
  const { day, setDay, today, now, visits, putVisit, putSlot } = useDay(useRouter().params.day)
  const { data, error, refresh } = visits
  const head = (
    <>
      <DayHead day={day} today={today} now={now} counts={data?.counts} onDay={setDay} />
      {data && (
        <Card key={day}>
          <ExportButton wanted={{ kind: 'visitDay', day }}>导出当天名单（Excel）</ExportButton>
        </Card>
      )}
    </>
  )
  return (
    <PageFrame
      title={TITLE}
      sideOnPhone="before"
      side={head}
      action={
        <Button kind="main" icon="qr" onPress={to.visitDoor}>
          打开门口到访码
        </Button>
      }
    >
      {data ? (
        <DaySlots answer={data} now={now} onVisit={putVisit} onSlot={putSlot} />
      ) : error ? (
        <CallFailed error={error} onRetry={refresh} />
      ) : (
        <Skeleton shape="cards" count={4} />
      )}
      <SectionTitle>设置</SectionTitle>
      <Card flush>
        <ListRow icon="edit" title="中心信息" note="开放时间、预约规则、公告" onPress={to.centreEdit} />
      </Card>
    </PageFrame>
  )
}
