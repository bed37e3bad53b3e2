import type { Timers } from '../kernel/serve'
import { visitPlaces } from './store/visits'

export const timers: Timers = { sweep: (now) => visitPlaces.settle(now) }
