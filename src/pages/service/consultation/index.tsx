import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Asked } from '@/features/call-state'
import { CancelSheet } from '@/features/consultation/components/own/cancel-sheet'
import { hasActions, OwnActions } from '@/features/consultation/components/own/own-actions'
import { OwnHead } from '@/features/consultation/components/own/own-head'
import { OwnQuestion } from '@/features/consultation/components/own/own-question'
import { RatingCard } from '@/features/consultation/components/own/rating-card'
import { ReopenSheet } from '@/features/consultation/components/own/reopen-sheet'
import { useOwn } from '@/features/consultation/components/own/use-own'
import { VerdictSheet } from '@/features/consultation/components/own/verdict-sheet'
import { Talk } from '@/features/consultation/components/talk/talk'
import { useListGestures } from '@/features/use-list-gestures'
import { Looks } from '@/features/looks'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { PageFrame } from '@/ui/page-frame'
import { EmptyState } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'

/** One question of an enterprise, from the booking until it is closed. */
export default function ConsultationPage() {
  const consultationId = useRouter().params.consultationId ?? ''
  const { view, now, put } = useOwn(consultationId)
  const [sheet, setSheet] = useState<'verdict' | 'cancel' | 'reopen'>()
  useListGestures(view)
  const { data } = view
  const close = () => setSheet(undefined)
  const done: typeof put = (changed) => {
    put(changed)
    close()
  }
  const action = data && hasActions(data, now) && (
    <OwnActions
      view={data}
      now={now}
      onVerdict={() => setSheet('verdict')}
      onCancel={() => setSheet('cancel')}
      onReopen={() => setSheet('reopen')}
    />
  )
  return (
    <PageFrame title="咨询详情" action={action}>
      {consultationId === '' ? (
        <EmptyState title="链接不完整" why="请回到我的咨询，重新打开" />
      ) : (
        <Asked of={view} skeleton={<Skeleton shape="detail" />}>
          {(found) => (
            <>
              <OwnHead view={found} now={now} />
              {found.side !== 'enterprise' && <Button onPress={() => to.workItem(consultationId)}>到工作台处理</Button>}
              {found.outline.mode === 'oneToOne' && (
                <Button icon="growth" onPress={() => to.guidance(consultationId)}>
                  看指导进度、清单和文件
                </Button>
              )}
              <RatingCard view={found} onDone={put} />
              <OwnQuestion view={found} now={now} />
              <Talk view={found} onView={put} />
              <Looks looks={found.full?.looks} now={now} />
            </>
          )}
        </Asked>
      )}
      {sheet === 'verdict' && <VerdictSheet consultationId={consultationId} onClose={close} onDone={done} />}
      {sheet === 'reopen' && <ReopenSheet consultationId={consultationId} onClose={close} onDone={done} />}
      {sheet === 'cancel' && data && <CancelSheet outline={data.outline} now={now} onClose={close} onDone={done} />}
    </PageFrame>
  )
}
