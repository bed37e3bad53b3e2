import type { OutputFor } from '@/domain/contracts'
import type { Topic } from '@/domain/service/rules'
import { useRefusable } from '@/features/use-refusable'
import { useCall } from '@/lib/use-call'
import { joinWait, leaveWait } from '../../api'

export type Wait = OutputFor<'service.waits'>['items'][number]

/** The waiting lists (候补) that an enterprise stands on. */
export function useWaits(enterpriseId: string) {
  const waits = useCall('service.waits', { enterpriseId }, { keep: true, skip: enterpriseId === '' })
  const [refused, run] = useRefusable()
  const others = (topic: Topic) => (waits.data?.items ?? []).filter((wait) => wait.topic !== topic)
  const join = (topic: Topic) =>
    run(async () => {
      const joined = await joinWait({ enterpriseId, topic })
      waits.put({ items: [...others(topic), joined] })
    })
  const leave = (topic: Topic) =>
    run(async () => {
      await leaveWait({ enterpriseId, topic })
      waits.put({ items: others(topic) })
    })
  return { waits, items: waits.data?.items ?? [], refused, join, leave }
}

export type Waits = ReturnType<typeof useWaits>
