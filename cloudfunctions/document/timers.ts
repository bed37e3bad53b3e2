import type { Timers } from '../kernel/serve'
import { sweepDocuments } from './store/documents'

export const timers: Timers = { sweep: sweepDocuments }
