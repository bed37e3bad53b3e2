import { useState } from 'react'
import { DAY, dayKey } from '@/domain/time'
import { Asked } from '@/features/call-state'
import { Refused } from '@/features/desk-state'
import { useIntent } from '@/features/use-intent'
import { useRefusable } from '@/features/use-refusable'
import { now } from '@/lib/clock'
import { useCall } from '@/lib/use-call'
import type { OutputFor } from '@/domain/contracts'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { DateField } from '@/ui/date-time-field'
import { EmptyState } from '@/ui/page-state'
import { Sheet } from '@/ui/sheet'
import { Skeleton } from '@/ui/skeleton'
import { planVisit } from '../../api'

interface PlanSheetProps {
  enterprise: { id: string; name: string }
  /** The person who plans: chosen already where they go themselves. */
  self: string | undefined
  onClose: () => void
  onPlanned: (words: string) => void
}

/** Plans a visit: who goes, and on which day. */
export function PlanSheet({ enterprise, self, onClose, onPlanned }: PlanSheetProps) {
  const goers = useCall('enterprise.goers', {})
  return (
    <Sheet title={`安排走访：${enterprise.name}`} onClose={onClose}>
      <Asked of={goers} skeleton={<Skeleton shape="lines" />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="people" title="小分队里还没有人" why="请先在“小分队队员”里添加队员" />
          ) : (
            <PlanForm enterprise={enterprise} goers={items} self={self} onPlanned={onPlanned} />
          )
        }
      </Asked>
    </Sheet>
  )
}

type Goers = OutputFor<'enterprise.goers'>['items']
const keyOf = ({ teamId, memberId }: Goers[number]) => `${teamId}:${memberId}`

interface PlanFormProps extends Pick<PlanSheetProps, 'enterprise' | 'self' | 'onPlanned'> {
  goers: Goers
}

function PlanForm({ enterprise, goers, self, onPlanned }: PlanFormProps) {
  const first = goers.find(({ memberId }) => memberId === self) ?? (goers.length === 1 ? goers[0] : undefined)
  const blank = { goer: first ? keyOf(first) : '', day: dayKey(now() + DAY) }
  const { form, change, requestId, done } = useIntent(`outreach-${enterprise.id}`, blank)
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const goer = goers.find((one) => keyOf(one) === form.goer)
  const today = dayKey(now())
  const problem = form.day < today ? '走访日期已过，请选今天或以后' : undefined
  const plan = () => {
    setAsked(true)
    if (!goer || problem) return undefined
    return run(async () => {
      const { memberId, teamId, name } = goer
      await planVisit({ requestId, enterpriseId: enterprise.id, memberId, teamId, day: form.day })
      done()
      onPlanned(`已安排${name}走访${enterprise.name}`)
    })
  }
  return (
    <>
      <Choice
        label="谁去"
        options={goers.map((one) => ({ value: keyOf(one), words: one.name }))}
        value={goer && keyOf(goer)}
        error={asked && !goer ? '请选一位走访人' : undefined}
        onChange={(next) => change({ goer: next })}
      />
      <DateField
        label="哪天去"
        value={form.day}
        from={today}
        error={asked ? problem : undefined}
        onChange={(day) => change({ day })}
      />
      {refused && <Refused error={refused} />}
      <Button kind="main" onPress={plan}>
        确定安排
      </Button>
    </>
  )
}
