import { Text, View } from '@tarojs/components'
import { MAX_BREAKS, SLOT_LENGTHS } from '@/domain/service/rules'
import { Remove, Wrong } from '@/features/draft-parts'
import { TimeOfDay } from '@/features/time-of-day'
import { Button } from '@/ui/button'
import { DateField } from '@/ui/date-time-field'
import { Field } from '@/ui/field'
import { Chips } from '@/ui/segmented'
import type { DayForm, SlotLength } from './day-form'
import './time-fields.scss'

type Times = Pick<DayForm, 'day' | 'from' | 'to' | 'breaks'>
type Problems = Partial<Record<keyof Times, string>>

interface TimesProps {
  form: Times
  problems: Problems
  from: string
  set: (values: Partial<Times>) => void
}

/** Day, hours and breaks. */
export function TimeFields({ form, problems, from, set }: TimesProps) {
  return (
    <>
      <DateField label="日期" value={form.day} from={from} error={problems.day} onChange={(day) => set({ day })} />
      <Field label="服务时间" error={problems.from ?? problems.to}>
        <Span name="服务" value={form} onChange={({ from: opens, to: closes }) => set({ from: opens, to: closes })} />
      </Field>
      <Breaks form={form} problems={problems} set={set} />
    </>
  )
}

function Breaks({ form: { breaks, from, to }, problems, set }: Omit<TimesProps, 'from'>) {
  const put = (at: number, span: { from: string; to: string }) =>
    set({ breaks: breaks.map((old, place) => (place === at ? span : old)) })
  const fresh = () => ({ from: from < '12:00' && '12:00' < to ? '12:00' : from, to: '12:30' })
  return (
    <Field label="休息" optional>
      {breaks.map((span, at) => (
        <View key={at} className="day-times__break">
          <Span name={`第 ${at + 1} 段休息`} value={span} onChange={(next) => put(at, next)} />
          <Remove
            label={`删除第 ${at + 1} 段休息`}
            onPress={() => set({ breaks: breaks.filter((_, place) => place !== at) })}
          />
        </View>
      ))}
      {problems.breaks && <Wrong words={problems.breaks} />}
      <Button icon="plus" disabled={breaks.length >= MAX_BREAKS} onPress={() => set({ breaks: [...breaks, fresh()] })}>
        添加一段休息
      </Button>
    </Field>
  )
}

interface SpanProps {
  name: string
  value: { from: string; to: string }
  onChange: (span: { from: string; to: string }) => void
}

function Span({ name, value, onChange }: SpanProps) {
  return (
    <View className="day-times__span">
      <TimeOfDay
        className="day-times__time"
        label={`${name}开始`}
        value={value.from}
        onChange={(from) => onChange({ from, to: value.to })}
      />
      <Text className="day-times__dash">至</Text>
      <TimeOfDay
        className="day-times__time"
        label={`${name}结束`}
        value={value.to}
        onChange={(to) => onChange({ from: value.from, to })}
      />
    </View>
  )
}

interface LengthProps {
  value: SlotLength
  error?: string
  onChange: (length: SlotLength) => void
}

/** How long each slot is. */
export function SlotLengthField({ value, error, onChange }: LengthProps) {
  return (
    <Field label="每个时段" error={error}>
      <Chips
        label="每个时段"
        options={SLOT_LENGTHS.map((length) => ({ value: String(length), words: `${length} 分钟` }))}
        value={String(value)}
        onChange={(chosen) => {
          const length = SLOT_LENGTHS.find((one) => String(one) === chosen)
          if (length) onChange(length)
        }}
      />
    </Field>
  )
}
