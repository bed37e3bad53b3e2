import { View } from '@tarojs/components'
import { useState } from 'react'
import { noteTemplates } from '@/domain/enterprise/labels'
import { NOTE_LENGTH } from '@/domain/enterprise/rules'
import { dayKey } from '@/domain/time'
import { Refused } from '@/features/desk-state'
import { useIntent } from '@/features/use-intent'
import { useRefusable } from '@/features/use-refusable'
import { now } from '@/lib/clock'
import { Button } from '@/ui/button'
import { DateField } from '@/ui/date-time-field'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { writeUp } from '../../api'
import type { Visit } from './visit-card'
import '../enterprise.scss'

interface WriteUpSheetProps {
  visit: Visit
  onClose: () => void
  onWritten: (words: string) => void
}

/** Writes up a visit in under a minute: the day, and what was said, begun with a tap. */
export function WriteUpSheet({ visit, onClose, onWritten }: WriteUpSheetProps) {
  const today = dayKey(now())
  const blank = { day: visit.day < today ? visit.day : today, note: '' }
  const { form, change, done } = useIntent(`outreach-note-${visit.id}`, blank)
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const note = form.note.trim()
  const problem = form.day > today ? '走访日期还没到，请走访后再记录' : undefined
  const write = () => {
    setAsked(true)
    if (!note || problem) return undefined
    return run(async () => {
      await writeUp({ outreachId: visit.id, day: form.day, note })
      done()
      onWritten(`已记录对${visit.enterpriseName}的走访`)
    })
  }
  return (
    <Sheet
      title={`走访记录：${visit.enterpriseName}`}
      onClose={onClose}
      action={
        <Button kind="main" onPress={write}>
          保存记录
        </Button>
      }
    >
      <DateField
        label="走访日期"
        value={form.day}
        until={today}
        error={asked ? problem : undefined}
        onChange={(day) => change({ day })}
      />
      <View className="enterprise__templates">
        {noteTemplates.map((words) => (
          <View key={words} className="enterprise__template">
            <Button compact onPress={() => change({ note: `${form.note}${words}`.slice(0, NOTE_LENGTH) })}>
              {words}
            </Button>
          </View>
        ))}
      </View>
      <TextField
        kind="lines"
        label="了解到什么"
        hint="只有走访人和小分队队长看得到"
        maxLength={NOTE_LENGTH}
        value={form.note}
        error={asked && !note ? '请写一句了解到的情况' : undefined}
        onChange={(next) => change({ note: next })}
      />
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}
