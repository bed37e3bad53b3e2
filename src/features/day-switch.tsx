import { View } from '@tarojs/components'
import { useState } from 'react'
import { atWallClock, DAY, dayKey, monthKey, sayDate, sayDay } from '@/domain/time'
import { Icon } from '@/ui/icon'
import { MonthCalendar } from '@/ui/month-calendar'
import { Pressable } from '@/ui/pressable'
import { Sheet } from '@/ui/sheet'
import './day-switch.scss'

/** The day so many days later, `2026-11-21`. */
export const dayAfter = (day: string, days: number): string => dayKey(atWallClock(day, '12:00').getTime() + days * DAY)

interface DaySwitchProps {
  /** `2026-11-21` */
  day: string
  today: string
  now: number
  onDay: (day: string) => void
}

/** Which day it is, with the days beside it one tap away and any other in a month. */
export function DaySwitch({ day, today, now, onDay }: DaySwitchProps) {
  const [choosing, setChoosing] = useState(false)
  const noon = atWallClock(day, '12:00')
  const near = sayDay(noon, now)
  const name = /^[今明昨]天$/.test(near) ? `${near} ${sayDate(noon)}` : sayDate(noon)
  return (
    <>
      <View className="day-switch">
        <Pressable className="day-switch__step" label="前一天" onPress={() => onDay(dayAfter(day, -1))}>
          <Icon name="back" />
        </Pressable>
        <Pressable className="day-switch__day" label={`${name}，换一天`} onPress={() => setChoosing(true)}>
          <View className="day-switch__words">{name}</View>
          <Icon name="down" size="small" />
        </Pressable>
        <Pressable className="day-switch__step" label="后一天" onPress={() => onDay(dayAfter(day, 1))}>
          <Icon name="right" />
        </Pressable>
      </View>
      {choosing && (
        <DaySheet
          day={day}
          today={today}
          onDay={(chosen) => {
            setChoosing(false)
            onDay(chosen)
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  )
}

interface DaySheetProps {
  day: string
  today: string
  onDay: (day: string) => void
  onClose: () => void
}

function DaySheet({ day, today, onDay, onClose }: DaySheetProps) {
  const [month, setMonth] = useState(monthKey(atWallClock(day, '12:00')))
  return (
    <Sheet title="换一天" onClose={onClose}>
      <MonthCalendar month={month} onMonth={setMonth} selected={day} onSelect={onDay} today={today} />
    </Sheet>
  )
}
