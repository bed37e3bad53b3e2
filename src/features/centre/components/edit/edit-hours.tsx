import { Text, View } from '@tarojs/components'
import { weekdayLabels } from '@/domain/centre/labels'
import type { Hours } from '@/domain/centre/rules'
import { Wrong } from '@/features/draft-parts'
import { TimeOfDay } from '@/features/time-of-day'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { SectionTitle } from '@/ui/section-title'
import { SwitchRow } from '@/ui/switch-row'
import type { SectionProps } from './edit-about'
import './edit.scss'

const MONDAY = 1
/** Monday first on the page; the form keeps Sunday first. */
const ORDER = [1, 2, 3, 4, 5, 6, 0] as const
const WORKDAYS: readonly number[] = [1, 2, 3, 4, 5]
const USUAL: Hours = { opens: '09:00', closes: '17:30' }

/** The hours of each day of the week. */
export function EditHours({ form, problems, set }: SectionProps) {
  const put = (day: number, hours: Hours) => set({ week: form.week.map((old, at) => (at === day ? hours : old)) })
  const monday = form.week[MONDAY] ?? null
  const sameAllWeek = () => set({ week: form.week.map((old, at) => (WORKDAYS.includes(at) ? monday : old)) })
  return (
    <View className="centre-edit__first">
      <SectionTitle note="改动后，已有的预约不会自动取消">开放时间</SectionTitle>
      <Card flush>
        {ORDER.map((day) => (
          <Day
            key={day}
            name={weekdayLabels[day]}
            hours={form.week[day] ?? null}
            onChange={(hours) => put(day, hours)}
          />
        ))}
        <View className="centre-edit__inset">
          {problems.week && <Wrong words={problems.week} />}
          <Button icon="copy" onPress={sameAllWeek}>
            周二至周五与周一相同
          </Button>
        </View>
      </Card>
    </View>
  )
}

interface DayProps {
  name: string
  hours: Hours
  onChange: (hours: Hours) => void
}

function Day({ name, hours, onChange }: DayProps) {
  return (
    <View className="centre-edit__day">
      <SwitchRow
        title={name}
        note={hours ? '开放' : '闭馆'}
        checked={hours !== null}
        onChange={(open) => onChange(open ? USUAL : null)}
      />
      {hours && (
        <View className="centre-edit__hours">
          <TimeOfDay
            className="centre-edit__time"
            label={`${name}开馆`}
            value={hours.opens}
            onChange={(opens) => onChange({ ...hours, opens })}
          />
          <Text className="centre-edit__till">至</Text>
          <TimeOfDay
            className="centre-edit__time"
            label={`${name}闭馆`}
            value={hours.closes}
            onChange={(closes) => onChange({ ...hours, closes })}
          />
        </View>
      )}
    </View>
  )
}
