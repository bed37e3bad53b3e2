import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { sayTime } from '@/domain/time'
import { Refused } from '@/features/desk-state'
import { ReasonSheet } from '@/features/reason-sheet'
import { useRefusable } from '@/features/use-refusable'
import { EmptyState } from '@/ui/page-state'
import { closeSlot, recordArrival } from '../../api'
import { SlotCard } from './slot-card'
import type { DayAnswer, DeskSlot, DeskVisit } from './use-day'

const ARRIVAL_REASONS = ['手机没电或没带', '没有微信', '扫码失败', '团体由讲解员带入']
const CLOSING_REASONS = ['中心有接待任务', '设备检修', '场地布展']

const say = (title: string) => void Taro.showToast({ title, icon: 'none' })

interface DaySlotsProps {
  answer: DayAnswer
  now: number
  onVisit: (visit: DeskVisit) => void
  onSlot: (slot: DeskSlot) => void
}

/** The slots of a day with who comes in each. */
export function DaySlots({ answer, now, onVisit, onSlot }: DaySlotsProps) {
  const [recording, setRecording] = useState<DeskVisit>()
  const [closing, setClosing] = useState<DeskSlot>()
  const [refused, run] = useRefusable()
  const { slots, visits } = answer
  if (slots.length === 0)
    return <EmptyState icon="calendar" title="这一天闭馆" why="开放时间在“中心信息”里设置，可以换一天查看" />
  // What is over and had nobody is of no use to anyone on this day any more.
  const shown = slots.filter(({ id, endsAt }) => now < endsAt || visits.some(({ slotId }) => slotId === id))
  const left = slots.length - shown.length
  const reopen = (slot: DeskSlot) =>
    run(async () => {
      onSlot(await closeSlot(slot.id, ''))
      say('已重新开放预约')
    })
  return (
    <>
      {refused && <Refused error={refused} />}
      {left > 0 && <View className="slot-card__left">{`${left} 个已过去的时段没有预约，不再列出`}</View>}
      {shown.map((slot) => (
        <SlotCard
          key={slot.id}
          slot={slot}
          visits={visits.filter(({ slotId }) => slotId === slot.id)}
          now={now}
          onRecord={setRecording}
          onClose={setClosing}
          onReopen={reopen}
        />
      ))}
      {recording && (
        <RecordSheet
          visit={recording}
          onClose={() => setRecording(undefined)}
          onRecorded={(visit) => {
            setRecording(undefined)
            onVisit(visit)
            say(`已登记${visit.name}到访`)
          }}
        />
      )}
      {closing && (
        <CloseSheet
          slot={closing}
          onClose={() => setClosing(undefined)}
          onClosed={(slot) => {
            setClosing(undefined)
            onSlot(slot)
            say('已关闭，不再接受预约')
          }}
        />
      )}
    </>
  )
}

interface RecordSheetProps {
  visit: DeskVisit
  onClose: () => void
  onRecorded: (visit: DeskVisit) => void
}

function RecordSheet({ visit, onClose, onRecorded }: RecordSheetProps) {
  return (
    <ReasonSheet
      title={`登记${visit.name}到访`}
      about={`${visit.branchName}，${visit.size} 人。请确认已经到场，原因和您的操作会留在记录里。`}
      reasons={ARRIVAL_REASONS}
      maxLength={100}
      action="确认到场"
      onClose={onClose}
      onConfirm={async (reason) => onRecorded(await recordArrival(visit.id, reason))}
    />
  )
}

interface CloseSheetProps {
  slot: DeskSlot
  onClose: () => void
  onClosed: (slot: DeskSlot) => void
}

function CloseSheet({ slot, onClose, onClosed }: CloseSheetProps) {
  const booked = slot.taken > 0 ? `已预约的 ${slot.taken} 人不会自动取消，会在“我的参观”里看到原因。` : ''
  return (
    <ReasonSheet
      title={`关闭 ${sayTime(slot.startsAt)}–${sayTime(slot.endsAt)} 的预约`}
      about={`关闭后不再接受新的预约，之后可以重新开放。${booked}`}
      reasons={CLOSING_REASONS}
      maxLength={60}
      action="关闭这个时段"
      onClose={onClose}
      onConfirm={async (reason) => onClosed(await closeSlot(slot.id, reason))}
    />
  )
}
