import { View } from '@tarojs/components'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { SectionTitle } from '@/ui/section-title'
import { TextField } from '@/ui/text-field'
import { SLOT_MINUTES } from './centre-form'
import type { SectionProps } from './edit-about'

const lengths = SLOT_MINUTES.map((minutes) => ({ value: String(minutes), words: `${minutes} 分钟` }))

/** How visits can be booked. */
export function EditVisiting({ form, problems, set }: SectionProps) {
  return (
    <View>
      <SectionTitle note="改动只影响之后的预约">预约参观</SectionTitle>
      <Card>
        <Choice
          label="每段时长"
          options={lengths}
          value={form.slotMinutes}
          onChange={(slotMinutes) => set({ slotMinutes })}
        />
        <TextField
          label="每段人数"
          kind="number"
          unit="人"
          maxLength={3}
          value={form.capacity}
          error={problems.capacity}
          onChange={(capacity) => set({ capacity })}
        />
        <TextField
          label="同时可讲解"
          kind="number"
          unit="批"
          maxLength={2}
          hint="没有讲解员填 0"
          value={form.guides}
          error={problems.guides}
          onChange={(guides) => set({ guides })}
        />
        <TextField
          label="可提前预约"
          kind="number"
          unit="天"
          maxLength={2}
          value={form.daysAhead}
          error={problems.daysAhead}
          onChange={(daysAhead) => set({ daysAhead })}
        />
        <TextField
          label="开始前多久停止预约"
          kind="number"
          unit="分钟"
          maxLength={4}
          value={form.closesBefore}
          error={problems.closesBefore}
          onChange={(closesBefore) => set({ closesBefore })}
        />
      </Card>
    </View>
  )
}
