import { DeskGate, leadsTeam } from '@/features/member/components/desk-gate'
import { DaysAction } from '@/features/service/components/desk/days/days-action'
import { DaysList } from '@/features/service/components/desk/days/days-list'
import { useSession } from '@/lib/session'
import { PageFrame } from '@/ui/page-frame'

const TITLE = '服务日'

/** The service days of the team. */
export default function ServiceListPage() {
  return (
    <DeskGate title={TITLE} only="team">
      <Days />
    </DeskGate>
  )
}

function Days() {
  const plans = leadsTeam(useSession().grants)
  return (
    <PageFrame title={TITLE} wide action={plans && <DaysAction />}>
      <DaysList plans={plans} />
    </PageFrame>
  )
}
