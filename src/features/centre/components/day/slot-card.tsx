import { Text, View } from '@tarojs/components'
import { arrivalWayLabels, visitStateLabels } from '@/domain/centre/labels'
import { recordDecision } from '@/domain/centre/rules'
import { sayTime } from '@/domain/time'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { StateTag } from '@/ui/state-tag'
import type { DeskSlot, DeskVisit } from './use-day'
import './slot-card.scss'

interface SlotCardProps {
  slot: DeskSlot
  visits: readonly DeskVisit[]
  now: number
  onRecord: (visit: DeskVisit) => void
  onClose: (slot: DeskSlot) => void
  onReopen: (slot: DeskSlot) => Promise<void>
}

const times = ({ startsAt, endsAt }: DeskSlot): string => `${sayTime(startsAt)}–${sayTime(endsAt)}`

const takenWords = ({ taken, capacity, guided, guides }: DeskSlot): string =>
  `${taken} / ${capacity} 人${guides > 0 ? ` · 讲解 ${guided} / ${guides}` : ''}`

/** One slot of a day: how full it is, who comes, and whether it takes bookings. */
export function SlotCard({ slot, visits, now, onRecord, onClose, onReopen }: SlotCardProps) {
  const closed = slot.closedReason !== ''
  const running = slot.startsAt <= now && now < slot.endsAt
  const ahead = now < slot.startsAt
  return (
    <Card flush tone={running ? 'live' : 'plain'} className="slot-card">
      <View className="slot-card__head">
        <View className="slot-card__body">
          <Text className="slot-card__time">{times(slot)}</Text>
          <Text className="slot-card__taken">{takenWords(slot)}</Text>
        </View>
        {running && <StateTag tone="live" words="进行中" />}
        {closed && <StateTag tone="bad" words="已关闭" />}
        {ahead && !closed && (
          <Button compact kind="link" label={`关闭 ${times(slot)} 的预约`} onPress={() => onClose(slot)}>
            关闭
          </Button>
        )}
        {ahead && closed && (
          <Button compact kind="link" label={`重新开放 ${times(slot)}`} onPress={() => onReopen(slot)}>
            重新开放
          </Button>
        )}
      </View>
      {closed && <View className="slot-card__reason">{`原因：${slot.closedReason}`}</View>}
      {visits.map((visit) => (
        <VisitRow key={visit.id} visit={visit} now={now} onRecord={onRecord} />
      ))}
    </Card>
  )
}

const whoWords = ({ size, guide, groupName }: DeskVisit): string =>
  [groupName, `${size} 人`, guide && '要讲解'].filter(Boolean).join(' · ')

const arrivedWords = ({ arrivedAt, arrivedBy, reason }: DeskVisit): string =>
  arrivedAt === null || arrivedBy === null
    ? ''
    : `${sayTime(arrivedAt)} ${arrivalWayLabels[arrivedBy]}${reason ? `：${reason}` : ''}`

function VisitRow({ visit, now, onRecord }: { visit: DeskVisit; now: number; onRecord: (visit: DeskVisit) => void }) {
  const cancelled = visit.state === 'cancelled'
  return (
    <ListRow
      title={
        <View className="slot-card__name">
          <View className="slot-card__name-words">{visit.name}</View>
          {!visit.confirmed && <StateTag tone="wait" words="待确认" />}
        </View>
      }
      note={
        <>
          <View>{whoWords(visit)}</View>
          <View>{visit.branchName}</View>
          {visit.arrivedAt !== null && <View>{arrivedWords(visit)}</View>}
        </>
      }
      trailing={<VisitState visit={visit} recordable={!cancelled && recordable(visit, now)} onRecord={onRecord} />}
    />
  )
}

const recordable = (visit: DeskVisit, now: number): boolean =>
  visit.arrivedAt === null && recordDecision(visit, now) === null

interface VisitStateProps {
  visit: DeskVisit
  recordable: boolean
  onRecord: (visit: DeskVisit) => void
}

function VisitState({ visit, recordable: open, onRecord }: VisitStateProps) {
  if (visit.state === 'cancelled') return <StateTag tone="quiet" words={visitStateLabels.cancelled} />
  if (visit.arrivedAt !== null) return <StateTag tone="good" words="已到" />
  if (!open) return <StateTag tone="info" words={visitStateLabels.booked} />
  return (
    <Button compact label={`登记到访：${visit.name}`} onPress={() => onRecord(visit)}>
      登记到访
    </Button>
  )
}
