import { exhibit as contract } from '@/domain/exhibit/contract'
import { serve } from '../kernel/serve'
import { actions } from './actions'
import { timers } from './timers'

export const main = serve('exhibit', contract, actions, timers)
