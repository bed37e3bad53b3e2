import { useRouter } from '@tarojs/taro'
import { Asked } from '@/features/call-state'
import { TodayHead, TodayMeetings } from '@/features/consultation/components/desk/today/today'
import { useToday } from '@/features/consultation/components/desk/today/use-today'
import { DeskGate } from '@/features/member/components/desk-gate'
import { to } from '@/lib/routes'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { PageFrame } from '@/ui/page-frame'
import { SectionTitle } from '@/ui/section-title'
import { Skeleton } from '@/ui/skeleton'

const TITLE = '今日咨询'

/** A specialist's meetings of a day. */
export default function ConsultationTodayPage() {
  return (
    <DeskGate title={TITLE} only="responsible">
      <Day />
    </DeskGate>
  )
}

function Day() {
  const today = useToday(useRouter().params.day)
  return (
    <PageFrame title={TITLE} sideOnPhone="before" side={<TodayHead today={today} />}>
      <Asked of={today.meetings} skeleton={<Skeleton shape="cards" />}>
        {(data) => <TodayMeetings today={today} data={data} />}
      </Asked>
      <SectionTitle>接下来</SectionTitle>
      <Card flush>
        <ListRow icon="list" title="我的事项" note="待办、等企业、已办" onPress={() => void to.work()} />
        <ListRow icon="calendar" title="我的时间" note="服务的日子和请假" onPress={() => void to.myTime()} />
      </Card>
    </PageFrame>
  )
}
