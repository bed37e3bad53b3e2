/** What is not over of the consultations that somebody has to do with: one round trip each, what comes next first. */
import { _, type Terms } from '../../kernel/db'
import { consultations } from './consultations'
import type { ConsultationDoc } from './document'

const without = ['history', 'requests', 'looks', 'facts', 'question', 'files'] as const
const MOST = 100

const open = (where: Terms): Promise<ConsultationDoc[]> =>
  consultations.list({
    where,
    order: [
      ['nextAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: MOST,
    without,
  })

export const openOfEnterprises = (enterpriseIds: readonly string[]): Promise<ConsultationDoc[]> =>
  open({ enterpriseId: _.in([...enterpriseIds]), over: false })

/** What a person is responsible for in these teams, whosever turn it is. */
export const openOfOwner = (ownerId: string, teamIds: readonly string[]): Promise<ConsultationDoc[]> =>
  open({ ownerId, turn: _.in(['team', 'enterprise']), teamId: _.in([...teamIds]) })

/** How many items of these teams are past their due time, those of one person left out. */
export const countLate = (teamIds: 'all' | readonly string[], exceptOf: string, now: Date): Promise<number> =>
  consultations.count({
    turn: 'team',
    dueAt: _.lt(now),
    ownerId: _.neq(exceptOf),
    ...(teamIds === 'all' ? {} : { teamId: _.in([...teamIds]) }),
  })
