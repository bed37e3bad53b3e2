import { useState } from 'react'
import type { Topic } from '@/domain/service/rules'
import { CallFailed } from '@/features/desk-state'
import { useCall, type Question } from '@/lib/use-call'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { EmptyState } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'
import { knowsTopic, nameOf, whyOf, type Guide } from './guide-words'

/** Who could guide: of every team, or of one. */
export const useGuides = (of: { enterpriseId: string; topic: Topic; teamId?: string }, skip = false) =>
  useCall('guidance.guides', of, { skip })

/** More are no help to choose; whoever does not know the topic stands behind a tap, unless nobody does. */
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
export function GuideField({ guides, ...props }: GuideFieldProps) {
  const { data, error, refresh } = guides
  if (!data) return error ? <CallFailed error={error} onRetry={refresh} /> : <Skeleton shape="rows" count={3} />
  const [best] = data.items
  if (!best) return <EmptyState icon="people" title="现在没有可以辅导的队员" why="可以先预约一次咨询，队长会尽快安排" />
  return <People guides={data.items} best={best} now={data.now} {...props} />
}

interface PeopleProps extends Omit<GuideFieldProps, 'guides'> {
  guides: readonly Guide[]
  best: Guide
  now: number
}

function People({ guides, best, now, topic, value, onChange, leaving }: PeopleProps) {
  const [all, setAll] = useState(false)
  const ours = leaving !== undefined
  const about = { topic, now, ours }
  const knowing = guides.filter(knowsTopic)
  const first = (knowing.length > 0 ? knowing : guides).slice(0, FIRST)
  const shown = all ? guides : guides.filter((one) => first.includes(one) || one.specialist.id === value)
  const people = shown.map((guide) => ({
    value: guide.specialist.id,
    words: `${nameOf(guide.specialist)}${guide === best && !ours ? ' · 最合适' : ''}`,
    note: whyOf(guide, about),
  }))
  const note = `现在最合适的是${best.specialist.name}：${whyOf(best, about)}`
  return (
    <>
      <Choice
        label="由谁辅导"
        options={ours ? [{ value: '', words: leaving, note }, ...people] : people}
        value={value || (ours ? '' : best.specialist.id)}
        onChange={onChange}
      />
      {shown.length < guides.length && (
        <Button kind="link" onPress={() => setAll(true)}>
          {`看其他 ${guides.length - shown.length} 位队员`}
        </Button>
      )}
    </>
  )
}
