import { consultation as contract } from '@/domain/consultation/contract'
import { serve } from '../kernel/serve'
import { actions } from './actions'

export const main = serve('consultation', contract, actions, () => import('./timers'))
