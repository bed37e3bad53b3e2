import type { Contracts } from '@/domain/contracts'
import type { Actions } from '../kernel/serve'

export const actions: Actions<Contracts['consultation']> = {}
