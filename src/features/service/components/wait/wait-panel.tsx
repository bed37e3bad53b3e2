import { topicLabels } from '@/domain/service/labels'
import type { Topic } from '@/domain/service/rules'
import { errorWords } from '@/features/call-state'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { EmptyState } from '@/ui/page-state'
import type { Waits } from './use-waits'
import { offerOf, offerWords, waitWords } from './wait-words'

interface WaitPanelProps {
  topic: Topic
  waits: Waits
  now: number
  /** Keeps the slot that was offered. */
  onOffer: (slotId: string) => Promise<void>
}

/** A slot came free for whoever waits for this topic: kept for them for a while. */
export function OfferNotice({ topic, waits, now, onOffer }: WaitPanelProps) {
  const wait = waits.items.find((one) => one.topic === topic)
  const offer = wait && offerOf(wait, now)
  if (!offer) return null
  return (
    <Notice
      tone="good"
      title={`${topicLabels[topic]}：有空位留给您`}
      action={
        <Button compact kind="main" onPress={() => onOffer(offer.slotId)}>
          选这个时段
        </Button>
      }
    >
      {offerWords(offer, now)}
    </Notice>
  )
}

/** No slot is free for a topic: the place on its waiting list, or the way onto it. */
export function WaitPanel({ topic, waits, now }: Omit<WaitPanelProps, 'onOffer'>) {
  const wait = waits.items.find((one) => one.topic === topic)
  const words = topicLabels[topic]
  if (wait)
    return (
      <EmptyState icon="clock" title={`已在“${words}”候补名单`} why={waitWords(wait, now)}>
        <Button onPress={() => to.myConsultations()}>我的咨询</Button>
      </EmptyState>
    )
  return (
    <>
      <EmptyState
        icon="calendar"
        title={`“${words}”暂时没有空的时段`}
        why="加入候补后，有时段空出来会先留给您两小时，并发消息通知"
      >
        <Button kind="main" onPress={() => waits.join(topic)}>
          加入候补
        </Button>
      </EmptyState>
      {waits.refused && <Notice tone="bad">{errorWords(waits.refused)}</Notice>}
    </>
  )
}
