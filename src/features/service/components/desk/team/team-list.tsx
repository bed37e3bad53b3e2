import { View } from '@tarojs/components'
import { topicLabels } from '@/domain/service/labels'
import { saySpan } from '@/domain/time'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { EmptyState } from '@/ui/page-state'
import { StateTag } from '@/ui/state-tag'
import type { Specialist } from '../use-team'

interface TeamListProps {
  people: readonly Specialist[]
  now: number
  onOpen: (person: Specialist) => void
}

/** Everyone of the team, those who take part first. */
export function TeamList({ people, now, onOpen }: TeamListProps) {
  if (people.length === 0) {
    return (
      <EmptyState
        icon="people"
        title="小分队还没有队员"
        why="先在“党员管理”里授予小分队队员角色，再到这里写明熟悉的主题"
      />
    )
  }
  const shown = [...people].sort((one, other) => Number(other.active) - Number(one.active))
  return (
    <Card flush>
      {shown.map((person) => (
        <ListRow
          key={person.id}
          icon="person"
          title={person.name}
          note={<Notes person={person} now={now} />}
          trailing={<PersonTag person={person} now={now} />}
          onPress={() => onOpen(person)}
        />
      ))}
    </Card>
  )
}

function Notes({ person, now }: { person: Specialist; now: number }) {
  const { title, topics, conflicts, absences } = person
  return (
    <>
      <View>{title}</View>
      <View>{topics.map((topic) => topicLabels[topic]).join('、')}</View>
      {conflicts.length > 0 && <View>{`回避：${conflicts.map(({ name }) => name).join('、')}`}</View>}
      {absences
        .filter(({ to }) => to > now)
        .map(({ id, from, to, note }) => (
          <View key={id}>{`请假 ${saySpan(from, to)}${note ? `：${note}` : ''}`}</View>
        ))}
    </>
  )
}

function PersonTag({ person: { active, absences }, now }: { person: Specialist; now: number }) {
  if (!active) return <StateTag tone="quiet" words="未参加" />
  const away = absences.some(({ from, to }) => from <= now && now < to)
  return away ? <StateTag tone="wait" words="请假中" /> : <StateTag tone="good" words="在队" />
}
