import { topicLabels } from '@/domain/service/labels'
import { errorWords } from '@/features/call-state'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Notice } from '@/ui/notice'
import { SectionTitle } from '@/ui/section-title'
import type { Question } from '@/ui/use-confirm'
import type { Wait, Waits } from './use-waits'
import { offerOf, offerWords, waitWords } from './wait-words'

interface WaitListProps {
  enterpriseId: string
  waits: Waits
  now: number
  ask: (question: Question) => Promise<boolean>
}

const leaveQuestion = (wait: Wait): Question => ({
  title: '退出候补',
  words: `“${topicLabels[wait.topic]}”的候补位置会让给后面的企业，以后要重新排。`,
  yes: '退出候补',
  danger: true,
})

interface WaitRowProps {
  wait: Wait
  now: number
  onLeave: () => unknown
  onOffer: (slotId: string) => unknown
}

function WaitRow({ wait, now, onLeave, onOffer }: WaitRowProps) {
  const offer = offerOf(wait, now)
  const words = topicLabels[wait.topic]
  return (
    <ListRow
      icon="clock"
      title={offer ? `${words}：有空位留给您` : words}
      note={offer ? offerWords(offer, now) : waitWords(wait, now)}
      trailing={
        <>
          {offer && (
            <Button compact kind="main" label={`预约留给您的时段：${words}`} onPress={() => onOffer(offer.slotId)}>
              去预约
            </Button>
          )}
          <Button compact kind="link" label={`退出候补：${words}`} onPress={onLeave}>
            退出
          </Button>
        </>
      }
    />
  )
}

/** Topics for which an enterprise waits, with what is kept for it; nothing at all when it waits for none. */
export function WaitList({ enterpriseId, waits, now, ask }: WaitListProps) {
  if (waits.items.length === 0) return null
  const leave = async (wait: Wait) => {
    if (await ask(leaveQuestion(wait))) await waits.leave(wait.topic)
  }
  return (
    <>
      <SectionTitle>候补中</SectionTitle>
      <Card flush>
        {waits.items.map((wait) => (
          <WaitRow
            key={wait.topic}
            wait={wait}
            now={now}
            onLeave={() => leave(wait)}
            onOffer={(slotId) => to.bookService({ enterpriseId, topic: wait.topic, slotId })}
          />
        ))}
      </Card>
      {waits.refused && <Notice tone="bad">{errorWords(waits.refused)}</Notice>}
    </>
  )
}
