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
import { correctVisit, writeUp } from '../../api'
import type { Visit } from './visit-card'
import '../enterprise.scss'

interface WriteUpSheetProps {
  visit: Visit
  onClose: () => void
  onWritten: (words: string) => void
}

/** Of one that was written up before, what stands there is corrected. */
const blankOf = ({ id, state, day, note, corrections }: Visit, today: string) =>
  state === 'done'
    ? { key: `outreach-correct-${id}-${corrections?.length ?? 0}`, blank: { day, note: note ?? '' } }
    : { key: `outreach-note-${id}`, blank: { day: day < today ? day : today, note: '' } }

/** Writes up a visit in under a minute, or corrects what was written: the day, and what was said, begun with a tap. */
export function WriteUpSheet({ visit, onClose, onWritten }: WriteUpSheetProps) {
  const today = dayKey(now())
  const written = visit.state === 'done'
  const { key, blank } = blankOf(visit, today)
  const { form, change, done } = useIntent(key, blank)
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const note = form.note.trim()
  const problem = form.day > today ? '走访日期还没到，请走访后再记录' : undefined
  const write = () => {
    setAsked(true)
    if (!note || problem) return undefined
    return run(async () => {
      const wanted = { outreachId: visit.id, day: form.day, note }
      await (written ? correctVisit({ ...wanted, corrected: visit.corrections?.length ?? 0 }) : writeUp(wanted))
      done()
      onWritten(written ? `已更正对${visit.enterpriseName}的走访记录` : `已记录对${visit.enterpriseName}的走访`)
    })
  }
  return (
    <Sheet
      title={`${written ? '更正走访记录' : '走访记录'}：${visit.enterpriseName}`}
      onClose={onClose}
      action={
        <Button kind="main" onPress={write}>
          {written ? '保存更正' : '保存记录'}
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
      {!written && <Beginnings onPick={(words) => change({ note: `${form.note}${words}`.slice(0, NOTE_LENGTH) })} />}
      <TextField
        kind="lines"
        label="了解到什么"
        hint={written ? '原记录会保留在下面，注明更正时间' : '只有走访人和小分队队长看得到'}
        maxLength={NOTE_LENGTH}
        value={form.note}
        error={asked && !note ? '请写一句了解到的情况' : undefined}
        onChange={(next) => change({ note: next })}
      />
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}

function Beginnings({ onPick }: { onPick: (words: string) => void }) {
  return (
    <View className="enterprise__templates">
      {noteTemplates.map((words) => (
        <View key={words} className="enterprise__template">
          <Button compact onPress={() => onPick(words)}>
            {words}
          </Button>
        </View>
      ))}
    </View>
  )
}
