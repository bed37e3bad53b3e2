import { event as contract } from '@/domain/event/contract'
import { serve } from '../kernel/serve'
import { actions } from './actions'

export const main = serve('event', contract, actions, () => import('./timers'))
