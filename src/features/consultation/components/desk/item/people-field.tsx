import type { OutputFor } from '@/domain/contracts'
import { overrideOf } from '@/domain/consultation/rules'
import { topicLabels } from '@/domain/service/labels'
import { CallFailed } from '@/features/call-state'
import { useCall, type Question } from '@/lib/use-call'
import { Choice } from '@/ui/choice'
import { EmptyState } from '@/ui/page-state'
import { Skeleton } from '@/ui/skeleton'
import type { Outline } from '../item-words'

export type Colleague = OutputFor<'service.team'>['items'][number]

/** The team's other people, those who know the topic first; whoever is not active takes over nothing. */
export const colleaguesOf = (people: readonly Colleague[], { owner, topic }: Outline): Colleague[] =>
  people
    .filter(({ id, active }) => active && id !== owner.id)
    .sort((one, other) => Number(other.topics.includes(topic)) - Number(one.topics.includes(topic)))

const fitWords = (person: Colleague, { topic, enterprise }: Outline): string => {
  const override = overrideOf(
    { topics: person.topics, conflicts: person.conflicts.map(({ id }) => id) },
    { topic, enterpriseId: enterprise.id },
  )
  if (override === 'conflict') return `需要回避${enterprise.name}`
  return override === 'offTopic' ? `不专攻${topicLabels[topic]}` : `熟悉${topicLabels[topic]}`
}

/** The team that an item belongs to; nobody is asked for before somebody is to be chosen. */
export const useTeamOf = ({ teamId }: Outline, skip = false) => useCall('service.team', { teamId }, { skip })

interface PeopleFieldProps {
  item: Outline
  team: Question<'service.team'>
  value: string | undefined
  error?: string
  onChange: (id: string) => void
}

/** Who takes it over: the team's people, each with how they fit. */
export function PeopleField({ item, team, value, error, onChange }: PeopleFieldProps) {
  if (!team.data) {
    return team.error ? <CallFailed error={team.error} onRetry={team.refresh} /> : <Skeleton shape="rows" count={3} />
  }
  const people = colleaguesOf(team.data.items, item)
  if (people.length === 0) return <EmptyState icon="people" title="队里没有其他队员" why="请队长先添加队员" />
  return (
    <Choice
      label="请谁接手"
      options={people.map((person) => ({
        value: person.id,
        words: `${person.name} · ${person.title}`,
        note: fitWords(person, item),
        disabled: person.conflicts.some(({ id }) => id === item.enterprise.id),
      }))}
      value={value}
      error={error}
      onChange={onChange}
    />
  )
}
