import { figure as contract } from '@/domain/figure/contract'
import { serve } from '../kernel/serve'
import { actions } from './actions'

export const main = serve('figure', contract, actions, () => import('./timers'))
