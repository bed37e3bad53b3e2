import { to } from '@/lib/routes'
import { Card } from '@/ui/card'
import type { IconName } from '@/ui/icon'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'

interface ServiceRowsProps {
  specialist: boolean
  /** A question can be in their hands. */
  responsible: boolean
  staff: boolean
  /** Leads a team, or is staff. */
  leads: boolean
}

interface Row {
  icon: IconName
  title: string
  note: string
  open: () => unknown
  /** Whom it is for. */
  shown: boolean
}

const rowsFor = ({ specialist, responsible, leads, staff }: ServiceRowsProps): Row[] => {
  const team = specialist || leads
  const days = leads ? '安排、发布、改期、现场' : '每个服务日的现场安排'
  return [
    { icon: 'chat', title: '今日咨询', note: '会面、准备材料、写结果', open: to.today, shown: specialist },
    { icon: 'list', title: '我的事项', note: '待办、等企业、已办', open: to.work, shown: responsible },
    { icon: 'clock', title: '我的时间', note: '服务的日子和请假', open: to.myTime, shown: specialist },
    { icon: 'flag', title: '团队事项', note: '超期、跟进中、待企业确认', open: to.board, shown: leads },
    { icon: 'people', title: '小分队队员', note: '熟悉的主题、回避、请假', open: to.team, shown: leads },
    { icon: 'calendar', title: '服务日', note: days, open: to.deskServiceDays, shown: team },
    { icon: 'growth', title: '一对一指导', note: '项目申报的阶段、清单和会面', open: to.deskGuidances, shown: team },
    { icon: 'place', title: '企业走访', note: '久未见面的企业、走访安排和记录', open: to.outreach, shown: team },
    { icon: 'desk', title: '企业管理', note: '确认联络人，新增和更正企业', open: to.deskEnterprises, shown: staff },
    { icon: 'timeline', title: '服务统计', note: '预约、到场、答复和解决情况', open: to.figures, shown: true },
  ]
}

/** What stands behind the service days, for whoever serves and whoever leads. */
export function ServiceRows(props: ServiceRowsProps) {
  return (
    <>
      <SectionTitle>链上服务</SectionTitle>
      <Card flush>
        {rowsFor(props)
          .filter(({ shown }) => shown)
          .map(({ icon, title, note, open }) => (
            <ListRow key={title} icon={icon} title={title} note={note} onPress={() => void open()} />
          ))}
      </Card>
    </>
  )
}
