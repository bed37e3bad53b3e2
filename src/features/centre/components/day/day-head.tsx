import { DaySwitch } from '@/features/day-switch'
import { Card } from '@/ui/card'
import { Figures } from '@/ui/figures'
import type { DayAnswer } from './use-day'

interface DayHeadProps {
  day: string
  today: string
  now: number
  counts: DayAnswer['counts'] | undefined
  onDay: (day: string) => void
}

/** Which day it is, the ones beside it, and how many come. */
export function DayHead({ counts, ...day }: DayHeadProps) {
  return (
    <Card>
      <DaySwitch {...day} />
      {counts && (
        <Figures
          items={[
            { value: counts.visits, label: '预约', unit: '批' },
            { value: counts.persons, label: '人数', unit: '人' },
            { value: counts.arrived, label: '已到', unit: '批' },
          ]}
        />
      )}
    </Card>
  )
}
