import { message as contract } from '@/domain/message/contract'
import { serve } from '../kernel/serve'
import { actions } from './actions'

export const main = serve('message', contract, actions, () => import('./timers'))
