import { View } from '@tarojs/components'
import { topicLabels } from '@/domain/service/labels'
import { atWallClock, saySpan } from '@/domain/time'
import { CallFailed } from '@/features/call-state'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Checks } from '@/ui/choice'
import { EmptyState } from '@/ui/page-state'
import { SectionTitle } from '@/ui/section-title'
import { Skeleton } from '@/ui/skeleton'
import type { SectionProps } from './section'
import { useTeam, type Specialist } from '../use-team'

/** Who of the team sits there, one table each; what they know becomes the day's topics. */
export function DayPeople({ form, problems, set }: SectionProps) {
  const { team, people } = useTeam(form.teamId)
  return (
    <View>
      <SectionTitle note="每位队员一桌，主题按队员擅长自动确定">队员</SectionTitle>
      <Card>
        {!team.data && team.error && <CallFailed error={team.error} onRetry={team.refresh} />}
        {!team.data && !team.error && <Skeleton shape="rows" count={3} />}
        {team.data && people.length === 0 && (
          <EmptyState icon="people" title="队里还没有队员" why="先添加队员，写明他们熟悉的主题">
            <Button onPress={to.team}>去添加队员</Button>
          </EmptyState>
        )}
        {people.length > 0 && (
          <Checks
            label="谁来服务"
            options={people.map((person) => ({
              value: person.id,
              words: `${person.name} · ${person.title}`,
              note: noteOf(person, form),
            }))}
            value={form.specialistIds}
            error={problems.specialistIds}
            onChange={(specialistIds) => set({ specialistIds })}
          />
        )}
      </Card>
    </View>
  )
}

/** What somebody knows, and whether they are away then. */
const noteOf = ({ topics, absences }: Specialist, { day, from, to: until }: SectionProps['form']): string => {
  const known = topics.map((topic) => topicLabels[topic]).join('、')
  const starts = atWallClock(day, from).getTime()
  const ends = atWallClock(day, until).getTime()
  const away = absences.find((absence) => absence.from < ends && starts < absence.to)
  return away ? `${known}；请假 ${saySpan(away.from, away.to)}` : known
}
