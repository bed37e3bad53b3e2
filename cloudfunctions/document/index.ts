import { document as contract } from '@/domain/document/contract'
import { serve } from '../kernel/serve'
import { actions } from './actions'

export const main = serve('document', contract, actions, () => import('./timers'))
