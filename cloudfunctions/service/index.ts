import { service as contract } from '@/domain/service/contract'
import { serve } from '../kernel/serve'
import { actions } from './actions'

export const main = serve('service', contract, actions, () => import('./timers'))
