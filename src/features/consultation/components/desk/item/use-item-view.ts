import { useEffect, useState } from 'react'
import { noticeServerTime } from '@/lib/clock'
import { useCall } from '@/lib/use-call'
import { usePullRefresh } from '@/lib/use-pull-refresh'
import type { ConsultationView } from '../../talk/talk-model'

/** One item as the reader sees it. What staff have been let see once is kept, and not asked for again, while the page lives. */
export function useItemView(consultationId: string) {
  const item = useCall('consultation.get', { consultationId })
  usePullRefresh(item.refresh)
  const [shown, setShown] = useState<ConsultationView>()
  const { data, asOf } = item
  useEffect(() => {
    if (data && asOf === undefined) noticeServerTime(data.now)
  }, [data, asOf])
  const put = (view: ConsultationView) => (view.side === 'staff' ? setShown(view) : item.put(view))
  return { item, view: shown ?? data, put }
}
