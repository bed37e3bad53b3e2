import { atWallClock, sayDate } from '@/domain/time'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Done } from '@/ui/page-state'
import type { EditedDay } from './day-form'

/** The day is out: what follows, and the next steps. */
export function DayPublished({ day, onBack }: { day: EditedDay; onBack: () => void }) {
  const { title, day: date, from } = day.draft
  return (
    <Done title="服务日已发布" next={`“${title}”现在可以预约，${sayDate(atWallClock(date, '12:00'))} ${from} 开始`}>
      <Button kind="main" onPress={() => to.deskServiceDay(day.id)}>
        查看现场安排
      </Button>
      <Button onPress={() => to.serviceDay(day.id)}>企业看到的页面</Button>
      <Button kind="link" onPress={onBack}>
        继续修改
      </Button>
    </Done>
  )
}
