import { Text, View } from '@tarojs/components'
import { spoken } from './a11y'
import { dayInWords, monthAfter, monthInWords, weekdayOf, weeksOf } from './calendar-day'
import { classes } from './classes'
import { Icon } from './icon'
import { Pressable } from './pressable'
import './month-calendar.scss'

export interface MonthCalendarProps {
  /** `YYYY-MM` */
  month: string
  onMonth: (month: string) => void
  /** `YYYY-MM-DD` */
  selected?: string
  onSelect: (day: string) => void
  /** `YYYY-MM-DD`; drawn with a ring. */
  today?: string
  /** How many things are on a day, by `YYYY-MM-DD`; up to three dots show. */
  counts?: Readonly<Record<string, number>>
  /** Words for the things counted: 场活动 */
  unit?: string
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']
const MOST_DOTS = 3

/** A month, Monday first, with dots on the days on which something is on. */
export function MonthCalendar({ month, onMonth, ...days }: MonthCalendarProps) {
  return (
    <View className="month-calendar">
      <View className="month-calendar__head">
        <Pressable className="month-calendar__step" label="上个月" onPress={() => onMonth(monthAfter(month, -1))}>
          <Icon name="back" />
        </Pressable>
        <Text className="month-calendar__month" {...spoken({ live: 'polite' })}>
          {monthInWords(month)}
        </Text>
        <Pressable className="month-calendar__step" label="下个月" onPress={() => onMonth(monthAfter(month, 1))}>
          <Icon name="right" />
        </Pressable>
      </View>
      <View className="month-calendar__week" {...spoken({ hidden: true })}>
        {WEEKDAYS.map((weekday) => (
          <Text key={weekday} className="month-calendar__weekday">
            {weekday}
          </Text>
        ))}
      </View>
      <View {...spoken({ role: 'grid', label: monthInWords(month) })}>
        {weeksOf(month).map((week, index) => (
          <View key={index} className="month-calendar__week" {...spoken({ role: 'row' })}>
            {week.map((day, place) => (
              <Day key={day ?? place} day={day} {...days} />
            ))}
          </View>
        ))}
      </View>
    </View>
  )
}

type DayProps = Pick<MonthCalendarProps, 'selected' | 'onSelect' | 'today' | 'counts' | 'unit'> & { day?: string }

function Day({ day, selected, onSelect, today, counts = {}, unit = '项' }: DayProps) {
  if (!day) return <View className="month-calendar__day" {...spoken({ role: 'gridcell' })} />
  const count = counts[day] ?? 0
  const words = [dayInWords(day), weekdayOf(day), day === today && '今天', count > 0 && `${count}${unit}`]
  return (
    <Pressable
      className={classes(
        'month-calendar__day',
        day === today && 'month-calendar__day--today',
        day === selected && 'month-calendar__day--selected',
      )}
      role="gridcell"
      label={words.filter(Boolean).join('，')}
      selected={day === selected}
      onPress={() => onSelect(day)}
    >
      <View className="month-calendar__number">{Number(day.slice(8))}</View>
      <View className="month-calendar__dots">
        {Array.from({ length: Math.min(count, MOST_DOTS) }, (_, index) => (
          <View key={index} className="month-calendar__dot" />
        ))}
      </View>
    </Pressable>
  )
}
