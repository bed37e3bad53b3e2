import { document as contract } from '@/domain/document/contract'
import { serve } from '../kernel/serve'
import { actions } from './actions'
import { timers } from './timers'

export const main = serve('document', contract, actions, timers)
