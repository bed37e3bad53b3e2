import type { OutputFor } from '@/domain/contracts'
import { topicLabels } from '@/domain/service/labels'
import { CallFailed } from '@/features/call-state'
import { useCall, type Question } from '@/lib/use-call'
import { Choice } from '@/ui/choice'
import { EmptyState } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'
import type { Outline } from '../item-words'

export type Colleague = OutputFor<'consultation.colleagues'>['items'][number]

/** How somebody fits an item, and how much they have to do, in words. */
const fitWords = ({ fit, load }: Colleague, { topic, enterprise }: Outline): string => {
  if (fit === 'conflict') return `需要回避${enterprise.name}`
  const knows = fit === 'offTopic' ? `不专攻${topicLabels[topic]}` : `熟悉${topicLabels[topic]}`
  return `${knows} · ${load === 0 ? '手上没有在办事项' : `在办 ${load} 件`}`
}

/** Who of the team could take an item over; nobody is asked for before somebody is to be chosen. */
export const useColleagues = ({ id }: Outline, skip = false) =>
  useCall('consultation.colleagues', { consultationId: id }, { skip })

interface PeopleFieldProps {
  item: Outline
  team: Question<'consultation.colleagues'>
  value: string | undefined
  error?: string
  onChange: (id: string) => void
}

/** Who takes it over: the team's people, each with how they fit and how much they have to do. */
export function PeopleField({ item, team, value, error, onChange }: PeopleFieldProps) {
  if (!team.data) {
    return team.error ? <CallFailed error={team.error} onRetry={team.refresh} /> : <Skeleton shape="rows" count={3} />
  }
  const { items } = team.data
  if (items.length === 0) return <EmptyState icon="people" title="队里没有其他队员" why="请队长先添加队员" />
  return (
    <Choice
      label="请谁接手"
      options={items.map((person) => ({
        value: person.id,
        words: `${person.name} · ${person.title}`,
        note: fitWords(person, item),
        disabled: person.fit === 'conflict',
      }))}
      value={value}
      error={error}
      onChange={onChange}
    />
  )
}
