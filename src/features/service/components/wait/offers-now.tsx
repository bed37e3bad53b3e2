import { topicLabels } from '@/domain/service/labels'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import type { Waits } from './use-waits'
import { offerOf, offerWords } from './wait-words'

/** Slots that came free and are kept for the enterprise for a while; nothing while there are none. */
export function OffersNow({ waits, enterpriseId, now }: { waits: Waits; enterpriseId: string; now: number }) {
  return (
    <>
      {waits.items.map((wait) => {
        const offer = offerOf(wait, now)
        if (!offer) return null
        const { topic } = wait
        return (
          <Notice
            key={topic}
            tone="good"
            title={`${topicLabels[topic]}：有空位留给您`}
            action={
              <Button
                compact
                kind="main"
                label={`去预约：${topicLabels[topic]}`}
                onPress={() => to.bookService({ enterpriseId, topic, slotId: offer.slotId })}
              >
                去预约
              </Button>
            }
          >
            {offerWords(offer, now)}
          </Notice>
        )
      })}
    </>
  )
}
