import { centre as contract } from '@/domain/centre/contract'
import { serve } from '../kernel/serve'
import { actions } from './actions'

export const main = serve('centre', contract, actions, () => import('./timers'))
