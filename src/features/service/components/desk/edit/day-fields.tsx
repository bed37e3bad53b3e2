import { View } from '@tarojs/components'
import { dayKey } from '@/domain/time'
import { PlaceFields } from '@/features/place-fields'
import { now } from '@/lib/clock'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import { SectionTitle } from '@/ui/section-title'
import { TextField } from '@/ui/text-field'
import { DAY_LENGTHS } from './day-form'
import { DayPeople } from './day-people'
import type { SectionProps } from './section'
import { SlotLengthField, TimeFields } from './time-fields'
import '@/features/draft.scss'

/** All that a leader decides about a service day, in the order in which people think of it. */
export function DayFields(props: SectionProps) {
  return (
    <View className="draft__form">
      <DayBasics {...props} />
      {props.fixed ? (
        <Notice tone="info" title="时间和队员已经发布">
          要改日期、时间或地点，请用“改期”；已预约的企业会收到通知。
        </Notice>
      ) : (
        <>
          <DayTimes {...props} />
          <DayPeople {...props} />
        </>
      )}
      <DayPlace {...props} />
      <DayNotes {...props} />
    </View>
  )
}

function DayBasics({ form, problems, set }: SectionProps) {
  return (
    <View>
      <SectionTitle>服务日</SectionTitle>
      <Card>
        <TextField
          label="名称"
          placeholder="例如：链上服务日（天安智谷站）"
          maxLength={DAY_LENGTHS.title}
          value={form.title}
          error={problems.title}
          onChange={(title) => set({ title })}
        />
      </Card>
    </View>
  )
}

function DayTimes({ form, problems, set }: SectionProps) {
  return (
    <View>
      <SectionTitle>时间</SectionTitle>
      <Card>
        <TimeFields form={form} problems={problems} from={dayKey(now())} set={set} />
        <SlotLengthField
          value={form.slotMinutes}
          error={problems.slotMinutes}
          onChange={(slotMinutes) => set({ slotMinutes })}
        />
      </Card>
    </View>
  )
}

function DayPlace({ form, problems, set }: SectionProps) {
  return (
    <View>
      <SectionTitle>地点</SectionTitle>
      <Card>
        <PlaceFields form={form} problems={problems} lengths={DAY_LENGTHS} visitors="企业" set={set} />
      </Card>
    </View>
  )
}

function DayNotes({ form, set }: SectionProps) {
  return (
    <View>
      <SectionTitle>给企业的话</SectionTitle>
      <Card>
        <TextField
          kind="lines"
          label="说明"
          hint="企业预约时看得到"
          optional
          placeholder="停车、签到处、需要带的材料"
          maxLength={DAY_LENGTHS.notes}
          value={form.notes}
          onChange={(notes) => set({ notes })}
        />
      </Card>
    </View>
  )
}
