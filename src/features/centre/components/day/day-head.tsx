import { View } from '@tarojs/components'
import { useState } from 'react'
import { atWallClock, monthKey, sayDate, sayDay } from '@/domain/time'
import { Card } from '@/ui/card'
import { Figures } from '@/ui/figures'
import { Icon } from '@/ui/icon'
import { MonthCalendar } from '@/ui/month-calendar'
import { Pressable } from '@/ui/pressable'
import { Sheet } from '@/ui/sheet'
import { dayAfter, type DayAnswer } from './use-day'
import './day-head.scss'

interface DayHeadProps {
  day: string
  today: string
  now: number
  counts: DayAnswer['counts'] | undefined
  onDay: (day: string) => void
}

/** Which day it is, the ones beside it, and how many come. */
export function DayHead({ day, today, now, counts, onDay }: DayHeadProps) {
  const [choosing, setChoosing] = useState(false)
  const noon = atWallClock(day, '12:00')
  const near = sayDay(noon, now)
  const name = /^[今明昨]天$/.test(near) ? `${near} ${sayDate(noon)}` : sayDate(noon)
  return (
    <Card>
      <View className="day-head">
        <Pressable className="day-head__step" label="前一天" onPress={() => onDay(dayAfter(day, -1))}>
          <Icon name="back" />
        </Pressable>
        <Pressable className="day-head__day" label={`${name}，换一天`} onPress={() => setChoosing(true)}>
          <View className="day-head__words">{name}</View>
          <Icon name="down" size="small" />
        </Pressable>
        <Pressable className="day-head__step" label="后一天" onPress={() => onDay(dayAfter(day, 1))}>
          <Icon name="right" />
        </Pressable>
      </View>
      {counts && (
        <Figures
          items={[
            { value: counts.visits, label: '预约', unit: '批' },
            { value: counts.persons, label: '人数', unit: '人' },
            { value: counts.arrived, label: '已到', unit: '批' },
          ]}
        />
      )}
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
    </Card>
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
