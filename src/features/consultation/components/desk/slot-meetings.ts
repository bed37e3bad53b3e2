import type { OutputFor } from '@/domain/contracts'
import { consultationStateLabels } from '@/domain/consultation/labels'
import { topicLabels } from '@/domain/service/labels'
import { stateTones } from './item-words'

/** A day's meetings as the slots of the day show them. */
export const slotMeetings = (
  items: OutputFor<'consultation.onDay'>['items'],
  open: (consultationId: string) => (() => void) | undefined,
) =>
  items.flatMap(({ id, meeting, enterprise, topic, state }) =>
    meeting?.slotId
      ? [
          {
            id,
            slotId: meeting.slotId,
            who: enterprise.name,
            about: topicLabels[topic],
            tone: stateTones[state],
            state: consultationStateLabels[state],
            onPress: open(id),
          },
        ]
      : [],
  )
