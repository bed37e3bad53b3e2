import type { Contracts } from '@/domain/contracts'
import { MAX_WAITS } from '@/domain/service/rules'
import { handOver } from '../../kernel/facts'
import type { Handler } from '../../kernel/serve'
import { reactionsTo } from '../timers'
import { letGo, serviceSlots } from '../store/slots'
import { waitView } from '../store/views'
import { joinWaits, leaveWaits, waitIdOf, waitsOf } from '../store/waits'

type C = Contracts['service']

export const wait: Handler<C['wait']> = async (call, { enterpriseId, topic }) => {
  call.mustReach({ enterpriseId })
  const open = await waitsOf(enterpriseId)
  const standing = open.find((one) => one.topic === topic)
  if (!standing && open.length >= MAX_WAITS) throw call.refusal('tooManyWaits')
  const joined = standing ?? (await joinWaits({ enterpriseId, topic, memberId: call.actor.memberId }, call.now))
  return waitView(joined, call.now)
}

/** Who leaves gives back what they were offered: the next one is asked at once. */
export const unwait: Handler<C['unwait']> = async (call, { enterpriseId, topic }) => {
  call.mustReach({ enterpriseId })
  const offered = await leaveWaits(waitIdOf(enterpriseId, topic))
  const slot = offered?.slotId ? await serviceSlots.get(offered.slotId) : null
  if (slot?.state === 'held' && slot.holdId === offered?.holdId) {
    const changed = await letGo(slot, 'released', call.now)
    if (changed?.fact) await handOver(changed.fact, reactionsTo(changed.fact.kind))
  }
  return { left: true as const }
}

export const waits: Handler<C['waits']> = async (call, { enterpriseId }) => {
  call.mustReach({ enterpriseId })
  return { items: (await waitsOf(enterpriseId)).map((one) => waitView(one, call.now)) }
}
