import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { Asked } from '@/features/call-state'
import { DayView } from '@/features/service/components/day/day-view'
import { useServiceDay } from '@/features/service/components/day/use-service-day'
import { useListGestures } from '@/features/use-list-gestures'
import { address, to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { PageFrame } from '@/ui/page-frame'
import { EmptyState } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'

/** One service day: who sits there, what they know, and which times are free. */
export default function ServiceDayPage() {
  const serviceDayId = useRouter().params.serviceDayId ?? ''
  const { day, now, openSlot } = useServiceDay(serviceDayId)
  useListGestures(day)
  useShareAppMessage(() => ({
    title: day.data?.day.title ?? '链上服务日',
    path: address('serviceDay', { serviceDayId }),
  }))
  const open = day.data?.day.state === 'published' && now < day.data.day.endsAt
  const action = open && (
    <Button kind="main" onPress={() => to.bookService({ serviceDayId })}>
      预约咨询
    </Button>
  )
  return (
    <PageFrame title="服务日" wide action={action}>
      {serviceDayId === '' ? (
        <EmptyState title="链接不完整" why="请回到服务页，重新打开这个服务日" />
      ) : (
        <Asked of={day} skeleton={<Skeleton shape="detail" />}>
          {(answer) => <DayView answer={answer} now={now} onSlot={openSlot} />}
        </Asked>
      )}
    </PageFrame>
  )
}
