import { useRouter } from '@tarojs/taro'
import { Asked } from '@/features/call-state'
import { GuidanceBody } from '@/features/guidance/components/guidance-body'
import { GuidanceHead } from '@/features/guidance/components/guidance-head'
import { mayWork } from '@/features/guidance/components/guidance-model'
import { MainStep, OtherSteps, TalkLink } from '@/features/guidance/components/stage-actions'
import { useGuidance } from '@/features/guidance/components/use-guidance'
import { DeskGate } from '@/features/member/components/desk-gate'
import { to } from '@/lib/routes'
import { PageFrame } from '@/ui/page-frame'
import { Skeleton } from '@/ui/skeleton'

const TITLE = '指导事项'

/** One guidance as the team works on it. */
export default function GuidanceItemPage() {
  return (
    <DeskGate title={TITLE} only="team">
      <Guidance />
    </DeskGate>
  )
}

function Guidance() {
  const consultationId = useRouter().params.consultationId ?? ''
  const desk = useGuidance(consultationId)
  const { data } = desk.question
  return (
    <PageFrame
      title={TITLE}
      sideOnPhone="before"
      action={data && mayWork(data) && <MainStep view={data} desk={desk} />}
      side={
        data && (
          <>
            <GuidanceHead view={data} />
            <OtherSteps view={data} desk={desk} />
            <TalkLink onPress={() => void to.workItem(consultationId)} />
          </>
        )
      }
    >
      <Asked of={desk.question} skeleton={<Skeleton shape="detail" />}>
        {(view) => <GuidanceBody view={view} desk={desk} />}
      </Asked>
      {desk.sheet}
    </PageFrame>
  )
}
