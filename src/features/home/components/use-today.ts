import { useEffect } from 'react'
import { noticeServerTime, useNow } from '@/lib/clock'
import { useCall } from '@/lib/use-call'

/** The home page in one call; its answer also tells how wrong the phone's clock is. */
export function useToday() {
  const today = useCall('home.today', {}, { keep: true })
  const { data, asOf } = today
  useEffect(() => {
    if (data && asOf === undefined) noticeServerTime(data.now)
  }, [data, asOf])
  return { today, now: useNow() }
}
