import type { Timers } from '../kernel/serve'
import { sweepMessages } from './store/messages'
import { ringDue } from './store/ring'

export const timers: Timers = { ring: ringDue, sweep: sweepMessages }
