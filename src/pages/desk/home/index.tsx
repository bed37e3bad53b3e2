import type { OutputFor } from '@/domain/contracts'
import { LateBrief } from '@/features/consultation/components/desk/list/late-brief'
import { TodayBrief } from '@/features/consultation/components/desk/today/today-brief'
import { TodayList } from '@/features/event/components/managed/today-list'
import { ContentNeeds } from '@/features/exhibit/components/desk/content-needs'
import {
  DeskGate,
  isEditor,
  isOrganiser,
  isResponsible,
  isSpecialist,
  isStaff,
  leadsTeam,
} from '@/features/member/components/desk-gate'
import { ServiceRows } from '@/features/service-rows'
import { to } from '@/lib/routes'
import { useSession } from '@/lib/session'
import { useCall } from '@/lib/use-call'
import { useList, type List } from '@/lib/use-list'
import { usePullRefresh } from '@/lib/use-pull-refresh'
import { Badge } from '@/ui/badge'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { PageFrame } from '@/ui/page-frame'
import { SectionTitle } from '@/ui/section-title'
import './index.scss'

const TITLE = '工作台'

/** The desk: what waits for a secretary, an editor or staff. */
export default function DeskPage() {
  return (
    <DeskGate title={TITLE} only="all">
      <Desk />
    </DeskGate>
  )
}

function Desk() {
  const { grants } = useSession()
  const [organiser, editor, staff] = [isOrganiser(grants), isEditor(grants), isStaff(grants)]
  const specialist = isSpecialist(grants)
  const leader = grants.some(({ role }) => role === 'teamLeader')
  const late = useList('consultation.board', { filter: 'late' }, { skip: !leader })
  const meetings = useCall('consultation.today', {}, { keep: true, skip: !specialist })
  const today = useCall('home.today', {}, { skip: !organiser })
  const events = useList('event.managed', { state: 'published', when: 'upcoming' }, { keep: true, skip: !organiser })
  const drafts = useList('exhibit.managed', { filter: 'drafts' }, { skip: !editor })
  const broken = useList('exhibit.managed', { filter: 'broken' }, { skip: !editor })
  const suggestions = useList('member.suggestions', { open: true }, { skip: !staff })
  usePullRefresh(
    meetings.refresh,
    late.refresh,
    today.refresh,
    events.refresh,
    drafts.refresh,
    broken.refresh,
    suggestions.refresh,
  )
  return (
    <PageFrame
      title={TITLE}
      side={
        <>
          {organiser && <OrganiserRows waiting={waitingFor(today.data)} staff={staff} suggestions={suggestions} />}
          {editor && <CentreRows />}
          <ServiceRows
            specialist={specialist}
            responsible={isResponsible(grants)}
            leads={leadsTeam(grants)}
            staff={staff}
          />
          <FileRows />
        </>
      }
    >
      {specialist && <TodayBrief of={meetings} />}
      {leader && <LateBrief list={late} />}
      {organiser && (
        <>
          <SectionTitle>今天的活动</SectionTitle>
          <TodayList list={events} />
        </>
      )}
      {editor && <ContentNeeds drafts={drafts} broken={broken} />}
    </PageFrame>
  )
}

const waitingFor = (today: OutputFor<'home.today'> | undefined): number =>
  today?.todos.find(({ kind }) => kind === 'bindingsToConfirm')?.count ?? 0

interface OrganiserRowsProps {
  waiting: number
  staff: boolean
  suggestions: List<'member.suggestions'>
}

/** What a secretary looks after, and what only staff do. */
function OrganiserRows({ waiting, staff, suggestions }: OrganiserRowsProps) {
  const open = suggestions.items.length
  return (
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
  )
}

/** What everybody at the desk has. */
function FileRows() {
  return (
    <>
      <SectionTitle>文件</SectionTitle>
      <Card flush>
        <ListRow
          icon="download"
          title="导出的文件"
          note="名单、台账等，保留 24 小时"
          onPress={() => void to.documents()}
        />
      </Card>
    </>
  )
}

/** What an editor looks after. */
function CentreRows() {
  return (
    <>
      <SectionTitle>中心和展馆</SectionTitle>
      <Card flush>
        <ListRow icon="hall" title="展馆内容" note="展厅、展项、故事和大事记" onPress={() => void to.deskExhibits()} />
        <ListRow icon="people" title="参观安排" note="每天的预约和到访" onPress={() => void to.visitDay()} />
        <ListRow icon="screen" title="到访码" note="放在门口，供参观的人签到" onPress={() => void to.visitDoor()} />
        <ListRow icon="info" title="中心信息" note="开放时间、公告、参观设置" onPress={() => void to.centreEdit()} />
        <ListRow icon="qr" title="墙面展项码" note="打印后贴在展项旁" onPress={() => void to.wallCodes()} />
      </Card>
    </>
  )
}
