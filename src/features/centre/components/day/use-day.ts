import { useState } from 'react'
import type { OutputFor } from '@/domain/contracts'
import { dayKey } from '@/domain/time'
import { useNow } from '@/lib/clock'
import { useCall } from '@/lib/use-call'
import { usePullRefresh } from '@/lib/use-pull-refresh'

export type DayAnswer = OutputFor<'centre.visitsOn'>
export type DeskSlot = DayAnswer['slots'][number]
export type DeskVisit = DayAnswer['visits'][number]

/** A day's visits, with the day before and after within a tap. */
export function useDay(first: string | undefined) {
  const now = useNow()
  const today = dayKey(now)
  const [day, setDay] = useState(first ?? today)
  const visits = useCall('centre.visitsOn', { day })
  usePullRefresh(visits.refresh)
  const putVisit = (visit: DeskVisit) => {
    if (!visits.data) return
    const items = visits.data.visits.map((one) => (one.id === visit.id ? visit : one))
    visits.put({ ...visits.data, visits: items })
    void visits.refresh()
  }
  const putSlot = (slot: DeskSlot) => {
    if (!visits.data) return
    visits.put({ ...visits.data, slots: visits.data.slots.map((one) => (one.id === slot.id ? slot : one)) })
  }
  return { day, setDay, today, now, visits, putVisit, putSlot }
}
