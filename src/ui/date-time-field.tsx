import { Input, Picker, View } from '@tarojs/components'
import { fieldName } from './a11y'
import { dayInWords, weekdayOf } from './calendar-day'
import { Field, type FieldProps } from './field'
import { Icon, type IconName } from './icon'
import './date-time-field.scss'

export interface DateTimeFieldProps extends Omit<FieldProps, 'children' | 'count'> {
  /** Wall-clock text `YYYY-MM-DDTHH:mm`; either half may be empty (`T09:00`, `2026-11-21T`), all empty is ''. */
  value: string
  onChange: (value: string) => void
  /** First and last day that can be picked, `YYYY-MM-DD`. */
  from?: string
  until?: string
}

/** A day and a time of day, picked with the platform's own wheels. */
export function DateTimeField({ value, onChange, from, until, ...field }: DateTimeFieldProps) {
  const [day = '', time = ''] = value.split('T')
  const change = (nextDay: string, nextTime: string) => onChange(nextDay || nextTime ? `${nextDay}T${nextTime}` : '')
  return (
    <Field {...field}>
      <View className="date-time-field">
        <Half
          mode="date"
          icon="calendar"
          label={`${field.label}：日期`}
          words={day ? `${dayInWords(day)} ${weekdayOf(day)}` : ''}
          value={day}
          start={from}
          end={until}
          onChange={(next) => change(next, time)}
        />
        <Half
          mode="time"
          icon="clock"
          label={`${field.label}：时间`}
          words={time}
          value={time}
          onChange={(next) => change(day, next)}
        />
      </View>
    </Field>
  )
}

/** A day, `YYYY-MM-DD`, picked with the platform's own wheel; '' while none is. */
export function DateField({ value, onChange, from, until, ...field }: DateTimeFieldProps) {
  return (
    <Field {...field}>
      <View className="date-time-field">
        <Half
          mode="date"
          icon="calendar"
          label={field.label}
          words={value ? `${dayInWords(value)} ${weekdayOf(value)}` : ''}
          value={value}
          start={from}
          end={until}
          onChange={onChange}
        />
      </View>
    </Field>
  )
}

interface HalfProps {
  mode: 'date' | 'time'
  icon: IconName
  label: string
  words: string
  value: string
  start?: string
  end?: string
  onChange: (value: string) => void
}

/** In the browser its own date field, which knows keyboard and screen readers; WeChat's wheel elsewhere. */
function Half({ mode, icon, label, words, value, start, end, onChange }: HalfProps) {
  const changed = (event: { detail: { value: string } }) => onChange(event.detail.value)
  if (process.env.TARO_ENV === 'h5') {
    return (
      <View className={`field__box date-time-field__${mode}`}>
        <Input
          className="field__input"
          value={value}
          onInput={changed}
          nativeProps={{ 'aria-label': label, type: mode, min: start, max: end }}
        />
      </View>
    )
  }
  return (
    <View className={`date-time-field__${mode}`}>
      <Picker mode={mode} value={value} start={start} end={end} onChange={changed} {...fieldName(label)}>
        <View className="field__box">
          <Icon name={icon} className="date-time-field__icon" />
          {words === '' ? <View className="field__placeholder">请选择</View> : <View>{words}</View>}
        </View>
      </Picker>
    </View>
  )
}
