import { file as contract } from '@/domain/file/contract'
import { serve } from '../kernel/serve'
import { actions } from './actions'

export const main = serve('file', contract, actions, () => import('./timers'))
