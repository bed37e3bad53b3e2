import { useState } from 'react'
import { Asked } from '@/features/call-state'
import { DeskGate } from '@/features/member/components/desk-gate'
import { Absences, MyProfile, MyTimeDays } from '@/features/service/components/desk/time/my-time'
import { useCall } from '@/lib/use-call'
import { usePullRefresh } from '@/lib/use-pull-refresh'
import { Button } from '@/ui/button'
import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

const TITLE = '我的时间'

/** A specialist's own days and absences. */
export default function ServiceTimePage() {
  return (
    <DeskGate title={TITLE} only="specialists">
      <MyTime />
    </DeskGate>
  )
}

function MyTime() {
  const time = useCall('service.myTime', {}, { keep: true })
  usePullRefresh(time.refresh)
  const [adding, setAdding] = useState(false)
  return (
    <PageFrame
      title={TITLE}
      side={time.data && <MyProfile profile={time.data.profile} />}
      action={
        time.data && (
          <Button kind="main" icon="plus" onPress={() => setAdding(true)}>
            添加请假
          </Button>
        )
      }
    >
      <Asked of={time} skeleton={<Skeleton shape="rows" count={5} />}>
        {(data) => (
          <>
            <Absences data={data} adding={adding} onAdding={setAdding} onChanged={time.refresh} />
            <MyTimeDays data={data} />
          </>
        )}
      </Asked>
    </PageFrame>
  )
}
