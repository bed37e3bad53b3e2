import { Text, View } from '@tarojs/components'
import { eventKindLabels, phaseLabels } from '@/domain/event/labels'
import { checkInWindow, phaseOf, type Phase } from '@/domain/event/rules'
import { saySpan } from '@/domain/time'
import type { ItemOf } from '@/lib/use-list'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { StateTag, type Tone } from '@/ui/state-tag'
import './managed-card.scss'

export type ManagedEvent = ItemOf<'event.managed'>

const tones: Record<Phase, Tone> = {
  draft: 'quiet',
  cancelled: 'bad',
  upcoming: 'info',
  running: 'live',
  ended: 'quiet',
}

/** How many places are taken of how many there are. */
export const takenWords = ({ taken, capacity }: Pick<ManagedEvent, 'taken' | 'capacity'>): string =>
  capacity === null ? `已报名 ${taken} 人` : `已报名 ${taken} / ${capacity} 人`

export interface ManagedCardProps {
  event: ManagedEvent
  now: number
  onDesk: () => void
  onRoster: () => void
  onEdit: () => void
  onCopy: () => void
}

/** One event of an organiser, with what can be done about it now. */
export function ManagedCard(props: ManagedCardProps) {
  const { event, now } = props
  const phase = phaseOf(event, now)
  const open = checkInWindow(event, now) === null
  return (
    <Card tone={open ? 'live' : 'plain'} className="managed-card">
      <View className="managed-card__tags">
        {open ? (
          <StateTag tone="live" words="签到进行中" />
        ) : (
          <StateTag tone={tones[phase]} words={phaseLabels[phase]} />
        )}
        <Text className="managed-card__kind">{eventKindLabels[event.kind]}</Text>
      </View>
      <Text className="managed-card__title">{event.title}</Text>
      <Text className="managed-card__line">{saySpan(event.startsAt, event.endsAt)}</Text>
      <Text className="managed-card__line">
        {event.placeName}，{event.hosts.map((host) => host.name).join('、')}
      </Text>
      {phase !== 'draft' && <Text className="managed-card__line">{takenWords(event)}</Text>}
      <Actions {...props} phase={phase} open={open} />
    </Card>
  )
}

function Actions({
  event,
  phase,
  open,
  onDesk,
  onRoster,
  onEdit,
  onCopy,
}: ManagedCardProps & { phase: Phase; open: boolean }) {
  const { title } = event
  const draft = phase === 'draft'
  const desk = open || phase === 'upcoming' || phase === 'running'
  const editable = phase !== 'cancelled' && phase !== 'ended'
  return (
    <View className="managed-card__actions">
      {desk && <Action kind={open ? 'main' : 'quiet'} words="签到台" title={title} onPress={onDesk} />}
      {!draft && <Action words="名单" title={title} onPress={onRoster} />}
      {editable && !draft && <Action words="修改" title={title} onPress={onEdit} />}
      {draft && <Action kind="main" words="继续编辑" title={title} onPress={onEdit} />}
      <Action words="复制" title={title} onPress={onCopy} />
    </View>
  )
}

interface ActionProps {
  kind?: 'main' | 'quiet'
  words: string
  title: string
  onPress: () => void
}

function Action({ kind = 'quiet', words, title, onPress }: ActionProps) {
  return (
    <View className="managed-card__action">
      <Button kind={kind} label={`${words}：${title}`} onPress={onPress}>
        {words}
      </Button>
    </View>
  )
}
