import { guidance as contract } from '@/domain/guidance/contract'
import { serve } from '../kernel/serve'
import { actions } from './actions'

export const main = serve('guidance', contract, actions, () => import('./timers'))
