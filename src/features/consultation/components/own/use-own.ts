import { useEffect } from 'react'
import { noticeServerTime, useNow } from '@/lib/clock'
import { useCall } from '@/lib/use-call'

/** One question of the enterprise. */
export function useOwn(consultationId: string) {
  const view = useCall('consultation.get', { consultationId }, { keep: true, skip: consultationId === '' })
  const { data, asOf, put } = view
  useEffect(() => {
    if (data && asOf === undefined) noticeServerTime(data.now)
  }, [data, asOf])
  return { view, now: useNow(), put }
}
