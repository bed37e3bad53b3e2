import { enterprise as contract } from '@/domain/enterprise/contract'
import { serve } from '../kernel/serve'
import { actions } from './actions'

export const main = serve('enterprise', contract, actions, () => import('./timers'))
