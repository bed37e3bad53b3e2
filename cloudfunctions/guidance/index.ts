import { guidance as contract } from '@/domain/guidance/contract'
import { serve } from '../kernel/serve'
import { actions } from './actions'
import { timers } from './timers'

export const main = serve('guidance', contract, actions, timers)
