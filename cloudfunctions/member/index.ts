import { member as contract } from '@/domain/member/contract'
import { serve } from '../kernel/serve'
import { actions } from './actions'

export const main = serve('member', contract, actions, () => import('./timers'))
