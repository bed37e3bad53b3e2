import { member as contract } from '@/domain/member/contract'
import { serve } from '../kernel/serve'
import { actions } from './actions'
import { timers } from './timers'

export const main = serve('member', contract, actions, timers)
