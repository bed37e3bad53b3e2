import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputFor } from '@/domain/contracts'
import { ABSENCE_MAX_DAYS } from '@/domain/service/rules'
import { DAY, dayKey } from '@/domain/time'
import { Refused } from '@/features/desk-state'
import { useIntent } from '@/features/use-intent'
import { useRefusable } from '@/features/use-refusable'
import { wallInstant } from '@/features/wall-clock'
import { now } from '@/lib/clock'
import { Button } from '@/ui/button'
import { DateTimeField } from '@/ui/date-time-field'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { addAbsence } from '../../../api'
import '@/features/draft.scss'

interface AbsenceSheetProps {
  onClose: () => void
  onAdded: (answer: OutputFor<'service.addAbsence'>) => void
}

interface AbsenceForm {
  from: string
  to: string
  note: string
}

/** Tomorrow's working hours, to be changed. */
const tomorrow = (): AbsenceForm => {
  const day = dayKey(now() + DAY)
  return { from: `${day}T09:00`, to: `${day}T17:30`, note: '' }
}

const problemsOf = ({ from, to }: AbsenceForm): { from?: string; to?: string } => {
  const [begins, ends] = [wallInstant(from), wallInstant(to)]
  if (begins === null) return { from: '请选择开始的日期和时间' }
  if (ends === null) return { to: '请选择结束的日期和时间' }
  if (ends <= begins) return { to: '结束要晚于开始' }
  if (ends <= now()) return { to: '这段时间已经过去' }
  return ends - begins > ABSENCE_MAX_DAYS * DAY ? { to: `一次请假最长 ${ABSENCE_MAX_DAYS} 天` } : {}
}

/** Says when one is away. */
export function AbsenceSheet({ onClose, onAdded }: AbsenceSheetProps) {
  const intent = useIntent('service-absence', tomorrow())
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const { form, change, requestId } = intent
  const problems = problemsOf(form)
  const add = () => {
    setAsked(true)
    if (problems.from || problems.to) return undefined
    return run(async () => {
      const from = wallInstant(form.from) ?? 0
      const to = wallInstant(form.to) ?? 0
      const answer = await addAbsence({ requestId, from, to, note: form.note.trim() })
      intent.done()
      onAdded(answer)
    })
  }
  const today = dayKey(now())
  return (
    <Sheet
      title="添加请假"
      onClose={onClose}
      action={
        <Button kind="main" onPress={add}>
          确定
        </Button>
      }
    >
      <View className="draft__sheet-words">这段时间里还没有约走的时段会停约；已经约好的会告诉队长安排。</View>
      <DateTimeField
        label="从"
        value={form.from}
        from={today}
        error={asked ? problems.from : undefined}
        onChange={(from) => change({ from })}
      />
      <DateTimeField
        label="到"
        value={form.to}
        from={today}
        error={asked ? problems.to : undefined}
        onChange={(to) => change({ to })}
      />
      <TextField
        label="备注"
        optional
        hint="只有您和队长看得到"
        maxLength={60}
        value={form.note}
        onChange={(note) => change({ note })}
      />
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}
