import { home as contract } from '@/domain/home/contract'
import { serve } from '../kernel/serve'
import { actions } from './actions'

export const main = serve('home', contract, actions)
