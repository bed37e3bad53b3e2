import { topicLabels } from '@/domain/service/labels'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import type { Wait } from './use-waits'
import { offerOf, offerWords } from './wait-words'

/** Slots that came free and are kept for an enterprise for a while; nothing while there are none. */
export function OffersNow({ waits, now }: { waits: readonly Wait[]; now: number }) {
  return (
    <>
      {waits.map((wait) => {
        const offer = offerOf(wait, now)
        if (!offer) return null
        const { enterpriseId, topic } = wait
        return (
          <Notice
            key={offer.slotId}
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
