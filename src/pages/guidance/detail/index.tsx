import { useRouter } from '@tarojs/taro'
import { Asked } from '@/features/call-state'
import { GuidanceBody } from '@/features/guidance/components/guidance-body'
import { GuidanceHead } from '@/features/guidance/components/guidance-head'
import { TalkLink } from '@/features/guidance/components/stage-actions'
import { useGuidance } from '@/features/guidance/components/use-guidance'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { PageFrame } from '@/ui/page-frame'
import { EmptyState } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'

/** One guidance as its enterprise sees it: how far it is, what it has to bring, what was said and what came of it. */
export default function GuidancePage() {
  const consultationId = useRouter().params.consultationId ?? ''
  const desk = useGuidance(consultationId)
  const { data } = desk.question
  const answered = data?.side === 'enterprise' && data.outline.state === 'answered'
  return (
    <PageFrame
      title="一对一指导"
      action={
        answered && (
          <Button kind="main" onPress={() => to.consultation(consultationId)}>
            确认结果
          </Button>
        )
      }
    >
      {consultationId === '' ? (
        <EmptyState title="链接不完整" why="请回到我的咨询，重新打开" />
      ) : (
        <Asked of={desk.question} skeleton={<Skeleton shape="detail" />}>
          {(view) => (
            <>
              <GuidanceHead view={view} />
              <GuidanceBody view={view} desk={desk} />
              <TalkLink onPress={() => void to.consultation(consultationId)} />
            </>
          )}
        </Asked>
      )}
      {desk.sheet}
    </PageFrame>
  )
}
