import { Text, View } from '@tarojs/components'
import type { OutputFor } from '@/domain/contracts'
import { rosterLabels } from '@/domain/event/labels'
import { saySpan } from '@/domain/time'
import { Card } from '@/ui/card'
import { Figures } from '@/ui/figures'
import { Segmented } from '@/ui/segmented'
import { rosterStates, type RosterState } from './roster-list'
import './roster.scss'

export type Counts = OutputFor<'event.roster'>['counts']

/** How many stand in each state. */
export const countOf = (counts: Counts, state: RosterState): number =>
  state === 'absent' ? Math.max(0, counts.registered - counts.attended) : counts[state]

/** Which event, and how many are in each state. */
export function RosterHead({ event, counts }: { event?: OutputFor<'event.get'>; counts?: Counts }) {
  return (
    <Card>
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

interface RosterTabsProps {
  counts?: Counts
  value: RosterState
  onChange: (state: RosterState) => void
}

/** The roster's sections, each with how many are in it. */
export function RosterTabs({ counts, value, onChange }: RosterTabsProps) {
  const options = rosterStates.map((state) => ({
    value: state,
    words: counts ? `${rosterLabels[state]} ${countOf(counts, state)}` : rosterLabels[state],
  }))
  return <Segmented label="签到状态" options={options} value={value} onChange={onChange} />
}
