import { enterprise as contract } from '@/domain/enterprise/contract'
import { serve } from '../kernel/serve'
import { actions } from './actions'
import { timers } from './timers'

export const main = serve('enterprise', contract, actions, timers)
