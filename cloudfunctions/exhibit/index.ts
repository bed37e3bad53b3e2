import { exhibit as contract } from '@/domain/exhibit/contract'
import { serve } from '../kernel/serve'
import { actions } from './actions'

export const main = serve('exhibit', contract, actions, () => import('./timers'))
