import { useCallback, useEffect } from 'react'
import { noticeServerTime, useNow } from '@/lib/clock'
import { to } from '@/lib/routes'
import { useCall } from '@/lib/use-call'
import type { Slot } from './slots-of'

/** One service day with everybody who sits there and every slot, in one call. */
export function useServiceDay(serviceDayId: string) {
  const day = useCall('service.day', { serviceDayId }, { keep: true, skip: serviceDayId === '' })
  const { data, asOf } = day
  useEffect(() => {
    if (data && asOf === undefined) noticeServerTime(data.now)
  }, [data, asOf])
  const openSlot = useCallback(
    (slot: Slot) =>
      void (slot.is === 'mine' ? to.myConsultations() : to.bookService({ serviceDayId, slotId: slot.id })),
    [serviceDayId],
  )
  return { day, now: useNow(), openSlot }
}
