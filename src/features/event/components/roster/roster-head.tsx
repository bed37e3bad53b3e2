import { Text, View } from '@tarojs/components'
import type { OutputFor } from '@/domain/contracts'
import { rosterLabels } from '@/domain/event/labels'
import { saySpan } from '@/domain/time'
import { Card } from '@/ui/card'
import { Figures } from '@/ui/figures'
import type { RosterState } from './roster-list'
import './roster.scss'

export type Counts = OutputFor<'event.roster'>['counts']

/** How many stand in each state. */
export const countOf = (counts: Counts, state: RosterState): number =>
  state === 'absent' ? Math.max(0, counts.registered - counts.attended) : counts[state]

/** Which event, and how many are in each state. */
export function RosterHead({ event, counts }: { event?: OutputFor<'event.get'>; counts?: Counts }) {
  return (
    <Card className="roster__head">
      {event && (
        <View>
          <Text className="roster__title">{event.title}</Text>
          <Text className="roster__line">{saySpan(event.startsAt, event.endsAt)}</Text>
          <Text className="roster__line">{event.place.name}</Text>
        </View>
      )}
      {counts && (
        <Figures
          items={[
            { value: counts.registered, label: '已报名' },
            ...(['attended', 'absent', 'waitlisted'] as const).map((state) => ({
              value: countOf(counts, state),
              label: rosterLabels[state],
            })),
          ]}
        />
      )}
    </Card>
  )
}
