import { figure as contract } from '@/domain/figure/contract'
import { serve } from '../kernel/serve'
import { actions } from './actions'
import { timers } from './timers'

export const main = serve('figure', contract, actions, timers)
