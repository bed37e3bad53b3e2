import type { Contracts } from '@/domain/contracts'
import type { Actions } from '../kernel/serve'
import { service } from './actions/show-service'
import { today } from './actions/show-today'

export const actions: Actions<Contracts['home']> = { today, service }
