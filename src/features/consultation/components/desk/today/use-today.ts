import { useEffect, useState } from 'react'
import type { OutputFor } from '@/domain/contracts'
import { dayKey } from '@/domain/time'
import { noticeServerTime, useNow } from '@/lib/clock'
import { useCall } from '@/lib/use-call'
import { usePullRefresh } from '@/lib/use-pull-refresh'
import type { ConsultationView } from '../../talk/talk-model'

export type TodayAnswer = OutputFor<'consultation.today'>
export type Meeting = TodayAnswer['items'][number]
export type Asked = TodayAnswer['asked'][number]

/** A specialist's meetings of a day, with the days around it within a tap. */
export function useToday(first: string | undefined) {
  const now = useNow()
  const today = dayKey(now)
  const [day, setDay] = useState(first ?? today)
  const meetings = useCall('consultation.today', { day }, { keep: true })
  usePullRefresh(meetings.refresh)
  const { data, asOf } = meetings
  useEffect(() => {
    if (data && asOf === undefined) noticeServerTime(data.now)
  }, [data, asOf])
  /** Takes in what became of one of them. */
  const putMeeting = ({ outline }: ConsultationView) => {
    if (!data) return
    const items = data.items.map((one) => (one.id === outline.id ? { ...one, ...outline } : one))
    meetings.put({ ...data, items })
  }
  /** The change of hands has been answered: it waits no longer, and may have brought a meeting. */
  const answered = (id: string) => {
    if (data) meetings.put({ ...data, asked: data.asked.filter((one) => one.id !== id) })
    void meetings.refresh()
  }
  return { day, setDay, today, now, meetings, putMeeting, answered }
}
