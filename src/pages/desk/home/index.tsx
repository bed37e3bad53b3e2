import { TodayList } from '@/features/event/components/managed/today-list'
import { DeskGate, isStaff } from '@/features/member/components/desk-gate'
import { to } from '@/lib/routes'
import { useSession } from '@/lib/session'
import { useCall } from '@/lib/use-call'
import { useList } from '@/lib/use-list'
import { usePullRefresh } from '@/lib/use-pull-refresh'
import { Badge } from '@/ui/badge'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { PageFrame } from '@/ui/page-frame'
import { SectionTitle } from '@/ui/section-title'
import './index.scss'

const TITLE = '工作台'

/** The desk: what waits for a secretary or staff. */
export default function DeskPage() {
  return (
    <DeskGate title={TITLE}>
      <Desk />
    </DeskGate>
  )
}

function Desk() {
  const { grants } = useSession()
  const staff = isStaff(grants)
  const today = useCall('home.today', {})
  const events = useList('event.managed', { state: 'published', when: 'upcoming' }, { keep: true })
  const suggestions = useList('member.suggestions', { open: true }, { skip: !staff })
  usePullRefresh(today.refresh, events.refresh, suggestions.refresh)
  const waiting = today.data?.todos.find(({ kind }) => kind === 'bindingsToConfirm')?.count ?? 0
  const open = suggestions.items.length
  return (
    <PageFrame
      title={TITLE}
      side={
        <>
          <SectionTitle>办理</SectionTitle>
          <Card flush>
            <ListRow
              icon="people"
              title="党员管理"
              note={waiting > 0 ? `${waiting} 人等待确认身份` : '确认绑定、更正资料'}
              trailing={<Badge count={waiting} label={`${waiting} 人等待确认`} />}
              onPress={to.deskMembers}
            />
            <ListRow icon="calendar" title="活动管理" note="发布、修改、取消、复制" onPress={to.deskEvents} />
            {staff && (
              <ListRow
                icon="chat"
                title="建议办理"
                note={open > 0 ? `${open}${suggestions.more ? ' 条以上' : ' 条'}等待答复` : '没有等待答复的意见'}
                trailing={<Badge count={open} label={`${open} 条等待答复`} />}
                onPress={to.deskSuggestions}
              />
            )}
            <ListRow icon="plus" title="新建活动" onPress={() => void to.eventEdit()} />
          </Card>
        </>
      }
    >
      <SectionTitle>今天的活动</SectionTitle>
      <TodayList list={events} />
    </PageFrame>
  )
}
