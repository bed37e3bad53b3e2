import { useRouter } from '@tarojs/taro'
import { Asked, CallFailed } from '@/features/call-state'
import { slotMeetings } from '@/features/consultation/components/desk/slot-meetings'
import { ExportButton } from '@/features/export-button'
import { DeskGate, leadsTeam } from '@/features/member/components/desk-gate'
import { DayDesk, DayDeskHead } from '@/features/service/components/desk/days/day-desk'
import { to } from '@/lib/routes'
import { useSession } from '@/lib/session'
import { useCall } from '@/lib/use-call'
import { usePullRefresh } from '@/lib/use-pull-refresh'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

const TITLE = '服务日现场'

/** A service day as it goes: every slot with who has booked it and where that stands. */
export default function ServiceDayPage() {
  return (
    <DeskGate title={TITLE} only="team">
      <Day />
    </DeskGate>
  )
}

function Day() {
  const { serviceDayId = '' } = useRouter<{ serviceDayId?: string }>().params
  const { grants, member } = useSession()
  const day = useCall('service.day', { serviceDayId }, { keep: true })
  const meetings = useCall('consultation.onDay', { serviceDayId }, { keep: true })
  usePullRefresh(day.refresh, meetings.refresh)
  const leads = leadsTeam(grants)
  // A specialist opens their own meetings; those of the others are none of their business.
  const openable = (id: string) =>
    leads || meetings.data?.items.some((one) => one.id === id && one.owner.id === member?.id)
      ? () => void to.workItem(id)
      : undefined
  return (
    <PageFrame
      title={TITLE}
      sideOnPhone="before"
      side={
        <>
          {day.data && <DayDeskHead day={day.data.day} counts={meetings.data?.counts} />}
          {day.data?.manages && day.data.day.state === 'published' && (
            <>
              <Card>
                <ExportButton wanted={{ kind: 'serviceDay', serviceDayId }}>导出预约名单（Excel）</ExportButton>
              </Card>
              <Card flush>
                <ListRow icon="edit" title="修改、改期或取消" onPress={() => void to.serviceEdit({ serviceDayId })} />
              </Card>
            </>
          )}
        </>
      }
    >
      {meetings.error && !meetings.data && day.data && <CallFailed error={meetings.error} onRetry={meetings.refresh} />}
      <Asked of={day} skeleton={<Skeleton shape="rows" count={6} />}>
        {(answer) => (
          <DayDesk answer={answer} meetings={meetings.data ? slotMeetings(meetings.data.items, openable) : null} />
        )}
      </Asked>
    </PageFrame>
  )
}
