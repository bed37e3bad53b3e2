import { useEffect } from 'react'
import { noticeServerTime, useNow } from '@/lib/clock'
import { useCall } from '@/lib/use-call'

/** The service days to come, kept for places without a network; the answer also tells how wrong the phone's clock is. */
export function useComing() {
  const coming = useCall('service.coming', {}, { keep: true })
  const { data, asOf } = coming
  useEffect(() => {
    if (data && asOf === undefined) noticeServerTime(data.now)
  }, [data, asOf])
  return { coming, now: useNow() }
}

export type Coming = ReturnType<typeof useComing>
