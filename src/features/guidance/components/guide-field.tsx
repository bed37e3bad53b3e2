import { useState } from 'react'
import type { Topic } from '@/domain/service/rules'
import { CallFailed } from '@/features/desk-state'
import { useCall, type Question } from '@/lib/use-call'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { EmptyState } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'
import { nameOf, whyOf } from './guide-words'

/** Who could guide: of every team, or of one. */
export const useGuides = (of: { enterpriseId: string; topic: Topic; teamId?: string }, skip = false) =>
  useCall('guidance.guides', of, { skip })

/** More are no help to choose. */
const FIRST = 4

interface GuideFieldProps {
  guides: Question<'guidance.guides'>
  topic: Topic
  /** Member id; empty for whoever fits best. */
  value: string
  onChange: (id: string) => void
  /** What the enterprise may leave to the matching; a leader sees whom it names. */
  leaving?: string
}

/** Who guides: the best first, each with the reasons. */
export function GuideField({ guides, topic, value, onChange, leaving }: GuideFieldProps) {
  const [all, setAll] = useState(false)
  if (!guides.data)
    return guides.error ? (
      <CallFailed error={guides.error} onRetry={guides.refresh} />
    ) : (
      <Skeleton shape="rows" count={3} />
    )
  const { items, now } = guides.data
  const [best] = items
  if (!best) return <EmptyState icon="people" title="现在没有可以辅导的队员" why="可以先预约一次咨询，队长会尽快安排" />
  const shown = all ? items : items.filter(({ specialist }, at) => at < FIRST || specialist.id === value)
  const people = shown.map((guide) => ({
    value: guide.specialist.id,
    words: `${nameOf(guide.specialist)}${guide === best && leaving === undefined ? ' · 最合适' : ''}`,
    note: whyOf(guide, topic, now),
  }))
  const matched = {
    value: '',
    words: leaving ?? '',
    note: `现在最合适的是${best.specialist.name}：${whyOf(best, topic, now)}`,
  }
  return (
    <>
      <Choice
        label="由谁辅导"
        options={leaving === undefined ? people : [matched, ...people]}
        value={value || (leaving === undefined ? best.specialist.id : '')}
        onChange={onChange}
      />
      {shown.length < items.length && (
        <Button kind="link" onPress={() => setAll(true)}>
          {`看其他 ${items.length - shown.length} 位队员`}
        </Button>
      )}
    </>
  )
}
