import type { Contracts } from '@/domain/contracts'
import { MAX_WAITS } from '@/domain/service/rules'
import type { Handler } from '../../kernel/serve'
import { leaveList } from '../reactions'
import { waitView } from '../store/views'
import { joinWaits, waitIdOf, waitsOf } from '../store/waits'

type C = Contracts['service']

export const wait: Handler<C['wait']> = async (call, { enterpriseId, topic }) => {
  call.mustReach({ enterpriseId })
  const open = await waitsOf(enterpriseId)
  const standing = open.find((one) => one.topic === topic)
  if (!standing && open.length >= MAX_WAITS) throw call.refusal('tooManyWaits')
  const joined = standing ?? (await joinWaits({ enterpriseId, topic, memberId: call.actor.memberId }, call.now))
  return waitView(joined, call.now)
}

/** Who leaves gives back what they were offered. */
export const unwait: Handler<C['unwait']> = async (call, { enterpriseId, topic }) => {
  call.mustReach({ enterpriseId })
  await leaveList(waitIdOf(enterpriseId, topic), call.now)
  return { left: true as const }
}

export const waits: Handler<C['waits']> = async (call, { enterpriseId }) => {
  call.mustReach({ enterpriseId })
  return { items: (await waitsOf(enterpriseId)).map((one) => waitView(one, call.now)) }
}
