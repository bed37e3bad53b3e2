import { centre as contract } from '@/domain/centre/contract'
import { serve } from '../kernel/serve'
import { actions } from './actions'
import { timers } from './timers'

export const main = serve('centre', contract, actions, timers)
