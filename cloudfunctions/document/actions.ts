import type { Contracts } from '@/domain/contracts'
import type { Actions } from '../kernel/serve'
import { jobs, progress } from './actions/follow-job'
import { wallCodes } from './actions/print-codes'
import { consultations, figures, outreach, serviceDay } from './actions/request-service'
import { eventRoster, visitDay } from './actions/request-sheet'

export const actions: Actions<Contracts['document']> = {
  wallCodes,
  eventRoster,
  visitDay,
  consultations,
  serviceDay,
  outreach,
  figures,
  jobs,
  progress,
}
