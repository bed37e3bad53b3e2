import { View } from '@tarojs/components'
import { useState } from 'react'
import { dayProblemLabels } from '@/domain/service/labels'
import { dayKey } from '@/domain/time'
import { Refused } from '@/features/desk-state'
import { useRefusable } from '@/features/use-refusable'
import { now } from '@/lib/clock'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { moveDay } from '../../../api'
import {
  DAY_LENGTHS,
  dayFormOf,
  fieldOfProblem,
  placeOf,
  problemsOf,
  type DayField,
  type DayForm,
  type EditedDay,
} from './day-form'
import { TimeFields } from './time-fields'
import '@/features/draft.scss'

interface MoveSheetProps {
  day: EditedDay
  onClose: () => void
  onMoved: (day: EditedDay) => void
}

/** Who is told, and what becomes of their bookings. */
export const movedWords = (booked: number): string =>
  booked === 0
    ? '还没有企业预约，改期后时段会按新的时间重新生成。'
    : `已预约的 ${booked} 家企业和到场的队员都会收到通知，并尽量改约到同一位队员的新时段；排不下的会请企业重新选择。`

const beside = (form: DayForm): Partial<Record<DayField, string>> =>
  Object.fromEntries(problemsOf(form, now()).map((problem) => [fieldOfProblem[problem], dayProblemLabels[problem]]))

/** Moves a published day to another time or place, with a reason. */
export function MoveSheet({ day, onClose, onMoved }: MoveSheetProps) {
  const [form, setForm] = useState(() => dayFormOf(day))
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const set = (values: Partial<DayForm>) => setForm((was) => ({ ...was, ...values }))
  const found = beside(form)
  const problems = asked ? found : {}
  const move = () => {
    setAsked(true)
    if (!reason.trim() || Object.keys(found).length > 0) return undefined
    return run(async () => {
      const { day: date, from, to, breaks } = form
      const { id, rev } = day
      const place = placeOf(form)
      onMoved(await moveDay({ serviceDayId: id, rev, day: date, from, to, breaks, place, reason: reason.trim() }))
    })
  }
  return (
    <Sheet
      title="改期"
      onClose={onClose}
      action={
        <Button kind="main" onPress={move}>
          确定改期并通知
        </Button>
      }
    >
      <View className="draft__sheet-words">{movedWords(day.booked)}</View>
      <TimeFields form={form} problems={problems} from={dayKey(now())} set={set} />
      {problems.slotMinutes && <Notice tone="bad">{problems.slotMinutes}</Notice>}
      <TextField
        label="地点"
        maxLength={DAY_LENGTHS.placeName}
        value={form.placeName}
        error={problems.placeName}
        onChange={(placeName) => set({ placeName })}
      />
      <TextField
        kind="lines"
        label="改期原因"
        placeholder="例如：会场有接待任务，改到下周三"
        maxLength={100}
        value={reason}
        error={asked && !reason.trim() ? '请写明原因，预约的企业会看到' : undefined}
        onChange={setReason}
      />
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}
