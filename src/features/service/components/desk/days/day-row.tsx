import { Text, View } from '@tarojs/components'
import { dayStateLabels } from '@/domain/service/labels'
import { saySpan } from '@/domain/time'
import type { ItemOf } from '@/lib/use-list'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { StateTag, type Tone } from '@/ui/state-tag'
import './day-row.scss'

export type ManagedDay = ItemOf<'service.managed'>

const tagOf = ({ state, startsAt, endsAt }: ManagedDay, now: number): [Tone, string] => {
  if (state === 'draft') return ['quiet', dayStateLabels.draft]
  if (state === 'cancelled') return ['bad', dayStateLabels.cancelled]
  if (now >= endsAt) return ['quiet', '已结束']
  return now >= startsAt ? ['live', '进行中'] : ['good', dayStateLabels.published]
}

/** How many have booked of how many places there are. */
export const bookedWords = ({ booked, slots, free }: Pick<ManagedDay, 'booked' | 'slots' | 'free'>): string =>
  slots === 0 ? '' : `已约 ${booked} / ${slots} 个时段，还可约 ${free} 个`

/** What is to be known of it, line by line. */
const linesOf = (day: ManagedDay): string[] => [
  saySpan(day.startsAt, day.endsAt),
  day.place.name || '（还没有地点）',
  day.people.map(({ name }) => name).join('、') || '（还没有安排队员）',
  ...(day.state === 'published' ? [bookedWords(day)] : []),
  ...(day.cancelReason ? [`原因：${day.cancelReason}`] : []),
]

interface DayRowProps {
  day: ManagedDay
  now: number
  onOpen: () => void
  /** Absent for those who plan nothing. */
  onEdit?: () => void
  onCopy?: () => void
}

/** One service day of the team, with what can be done about it now. */
export function DayRow(props: DayRowProps) {
  const { day, now } = props
  const [tone, words] = tagOf(day, now)
  return (
    <Card tone={tone === 'live' ? 'live' : 'plain'} className="day-row">
      <View className="day-row__head">
        <Text className="day-row__title">{day.title || UNNAMED}</Text>
        <StateTag tone={tone} words={words} />
      </View>
      {linesOf(day).map((line) => (
        <Text key={line} className="day-row__line">
          {line}
        </Text>
      ))}
      <Actions {...props} />
    </Card>
  )
}

/** Whether something about it can still be changed. */
const isOpen = ({ state, endsAt }: ManagedDay, now: number): boolean =>
  state === 'draft' || (state === 'published' && now < endsAt)

const UNNAMED = '（还没有名称）'

function Actions({ day, now, onOpen, onEdit, onCopy }: DayRowProps) {
  const title = day.title || UNNAMED
  const draft = day.state === 'draft'
  const edits = isOpen(day, now) ? onEdit : undefined
  return (
    <View className="day-row__actions">
      {!draft && <Action words="现场安排" title={title} onPress={onOpen} />}
      {edits !== undefined && <Action words={draft ? '继续编辑' : '修改'} title={title} onPress={edits} />}
      {onCopy && !draft && <Action words="复制" title={title} onPress={onCopy} />}
    </View>
  )
}

interface ActionProps {
  words: string
  title: string
  onPress: () => void
}

function Action({ words, title, onPress }: ActionProps) {
  return (
    <View className="day-row__action">
      <Button label={`${words}：${title}`} onPress={onPress}>
        {words}
      </Button>
    </View>
  )
}
