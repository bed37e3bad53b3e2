import { event as contract } from '@/domain/event/contract'
import { serve } from '../kernel/serve'
import { actions } from './actions'
import { timers } from './timers'

export const main = serve('event', contract, actions, timers)
