import { to } from '@/lib/routes'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'

interface ServiceRowsProps {
  specialist: boolean
  staff: boolean
  /** Leads a team, or is staff. */
  leads: boolean
}

/** What stands behind the service days, for whoever serves and whoever leads. */
export function ServiceRows({ specialist, leads, staff }: ServiceRowsProps) {
  return (
    <>
      <SectionTitle>链上服务</SectionTitle>
      <Card flush>
        {specialist && (
          <>
            <ListRow icon="headset" title="今日咨询" note="会面、准备材料、写结果" onPress={() => void to.today()} />
            <ListRow icon="list" title="我的事项" note="待办、等企业、已办" onPress={() => void to.work()} />
            <ListRow icon="clock" title="我的时间" note="服务的日子和请假" onPress={() => void to.myTime()} />
          </>
        )}
        {leads && (
          <>
            <ListRow icon="flag" title="团队事项" note="超期、跟进中、待企业确认" onPress={() => void to.board()} />
            <ListRow icon="people" title="小分队队员" note="熟悉的主题、回避、请假" onPress={() => void to.team()} />
          </>
        )}
        {(specialist || leads) && (
          <ListRow
            icon="calendar"
            title="服务日"
            note={leads ? '安排、发布、改期、现场' : '每个服务日的现场安排'}
            onPress={() => void to.deskServiceDays()}
          />
        )}
        {(specialist || leads) && (
          <ListRow
            icon="growth"
            title="一对一指导"
            note="科技项目申报：阶段、清单、会面、结果"
            onPress={() => void to.deskGuidances()}
          />
        )}
        {(specialist || leads) && (
          <ListRow
            icon="place"
            title="企业走访"
            note="久未见面的企业、走访安排和记录"
            onPress={() => void to.outreach()}
          />
        )}
        {staff && (
          <ListRow
            icon="flag"
            title="企业管理"
            note="确认联络人，新增和更正企业"
            onPress={() => void to.deskEnterprises()}
          />
        )}
        <ListRow icon="timeline" title="服务统计" note="预约、到场、答复和解决情况" onPress={() => void to.figures()} />
      </Card>
    </>
  )
}
