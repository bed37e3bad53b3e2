import { useEffect } from 'react'
import { noticeServerTime, useNow } from '@/lib/clock'
import { useCall } from '@/lib/use-call'

/** The centre's page in one call, its halls included; the answer also tells how wrong the phone's clock is. */
export function useCentre() {
  const centre = useCall('centre.get', {}, { keep: true })
  const { data, asOf } = centre
  useEffect(() => {
    if (data && asOf === undefined) noticeServerTime(data.now)
  }, [data, asOf])
  return { centre, now: useNow() }
}
