import { View } from '@tarojs/components'
import { eventKindLabels } from '@/domain/event/labels'
import { EVENT_KINDS } from '@/domain/event/rules'
import { PlaceFields } from '@/features/place-fields'
import { Card } from '@/ui/card'
import { DateTimeField } from '@/ui/date-time-field'
import { Field } from '@/ui/field'
import { Chips } from '@/ui/segmented'
import { SectionTitle } from '@/ui/section-title'
import { TextField } from '@/ui/text-field'
import { DRAFT_LENGTHS } from './draft-check'
import { withEnd, withStart } from './draft-form'
import type { SectionProps } from './section'
import { wallInstant, wallText } from '@/features/wall-clock'

const kinds = EVENT_KINDS.map((value) => ({ value, words: eventKindLabels[value] }))

/** What it is. */
export function DraftBasics({ form, problems, set }: SectionProps) {
  return (
    <View>
      <SectionTitle>活动</SectionTitle>
      <Card>
        <Field label="类型">
          <Chips label="类型" options={kinds} value={form.kind} onChange={(kind) => set({ kind })} />
        </Field>
        <TextField
          label="标题"
          placeholder="例如：十一月主题党日"
          maxLength={DRAFT_LENGTHS.title}
          value={form.title}
          error={problems.title}
          onChange={(title) => set({ title })}
        />
        <TextField
          kind="lines"
          label="说明"
          optional
          placeholder="内容、要带的东西、联系人"
          maxLength={DRAFT_LENGTHS.summary}
          value={form.summary}
          onChange={(summary) => set({ summary })}
        />
      </Card>
    </View>
  )
}

/** When and where. */
export function DraftPlace({ form, problems, set, change }: SectionProps) {
  const picked = (apply: typeof withStart) => (text: string) => {
    const instant = wallInstant(text)
    if (instant !== null) change((now) => apply(now, instant))
  }
  return (
    <View>
      <SectionTitle>时间和地点</SectionTitle>
      <Card>
        <DateTimeField
          label="开始时间"
          hint="改动开始时间，报名、取消和签到时间会一起移动"
          value={wallText(form.startsAt)}
          error={problems.startsAt}
          onChange={picked(withStart)}
        />
        <DateTimeField
          label="结束时间"
          value={wallText(form.endsAt)}
          error={problems.endsAt}
          onChange={picked(withEnd)}
        />
        <PlaceFields form={form} problems={problems} lengths={DRAFT_LENGTHS} visitors="参加者" set={set} />
      </Card>
    </View>
  )
}
