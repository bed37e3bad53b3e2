import { consultation as contract } from '@/domain/consultation/contract'
import { serve } from '../kernel/serve'
import { actions } from './actions'
import { timers } from './timers'

export const main = serve('consultation', contract, actions, timers)
