import type { Contracts } from '@/domain/contracts'
import type { Actions } from '../kernel/serve'
import { jobs, progress } from './actions/follow-job'
import { wallCodes } from './actions/print-codes'
import { eventRoster, visitDay } from './actions/request-sheet'

export const actions: Actions<Contracts['document']> = { wallCodes, eventRoster, visitDay, jobs, progress }
