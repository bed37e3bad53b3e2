import { Text } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { Asked } from '@/features/call-state'
import { ActionBar } from '@/features/event/components/detail/action-bar'
import { cancelQuestion } from '@/features/event/components/detail/cancel-question'
import { EventView } from '@/features/event/components/detail/event-view'
import { useEventDetail } from '@/features/event/components/detail/use-event-detail'
import { useListGestures } from '@/features/use-list-gestures'
import { useNow } from '@/lib/clock'
import { address } from '@/lib/routes'
import { Notice } from '@/ui/notice'
import { PageFrame } from '@/ui/page-frame'
import { EmptyState } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'
import { useConfirm } from '@/ui/use-confirm'
import './index.scss'

/** One event: what, when, where, and what this person can do about it now. */
export default function EventPage() {
  const eventId = useRouter().params.eventId ?? ''
  const { event, outcome, doSignUp, doCancel } = useEventDetail(eventId)
  const { ask, sheet } = useConfirm()
  const now = useNow()
  const { data } = event
  useListGestures(event)
  useShareAppMessage(() => ({ title: data?.title ?? '红链通', path: address('event', { eventId }) }))

  const cancel = async () => {
    if (data && (await ask(cancelQuestion(data, now)))) await doCancel()
  }
  const action = data && <ActionBar event={data} now={now} onSignUp={doSignUp} onCancel={cancel} />
  return (
    <PageFrame
      title="活动详情"
      action={
        action && (
          <>
            {outcome && (
              <Notice tone={outcome.tone}>
                {outcome.words}
                {outcome.requestId && <Text className="event-page__request">{`请求编号 ${outcome.requestId}`}</Text>}
              </Notice>
            )}
            {action}
          </>
        )
      }
    >
      {eventId === '' ? (
        <EmptyState title="链接不完整" why="请回到活动列表，重新打开这个活动" />
      ) : (
        <Asked of={event} skeleton={<Skeleton shape="detail" />}>
          {(found) => <EventView event={found} now={now} />}
        </Asked>
      )}
      {sheet}
    </PageFrame>
  )
}
