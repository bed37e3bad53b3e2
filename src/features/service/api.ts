import type { InputFor } from '@/domain/contracts'
import { call } from '@/lib/cloud'

/** Everything the app asks of context `service`, one line per action; what an action means stands in its contract. */
export const joinWait = (input: InputFor<'service.wait'>) => call('service.wait', input)
export const leaveWait = (input: InputFor<'service.unwait'>) => call('service.unwait', input)
