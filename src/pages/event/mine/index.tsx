import { MyEvents } from '@/features/event/components/mine/my-events'
import { BoundOnly } from '@/features/bound-only'
import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** The person's own events, in every state. */
export default function MyEventsPage() {
  return (
    <PageFrame title="我的活动" wide>
      <BoundOnly why="绑定后，报名和签到的记录会留在这里">
        <MyEvents />
      </BoundOnly>
    </PageFrame>
  )
}
