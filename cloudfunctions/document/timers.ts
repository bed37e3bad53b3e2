import { settleFacts, type Fact, type Reaction } from '../kernel/facts'
import type { Timers } from '../kernel/serve'
import { workLeftJobs } from './actions/work-slices'
import { clearParts, tellOwner } from './reactions'
import { sweepDocuments, sweepJobs } from './store/documents'
import { sweepParts } from './store/parts'

const reactionsTo = (kind: string): readonly Reaction<Fact>[] =>
  kind === 'documentEnded' ? ([clearParts, tellOwner] as readonly unknown[] as readonly Reaction<Fact>[]) : []

export const timers: Timers = {
  work: async (now) => {
    await workLeftJobs(now)
    await settleFacts('jobs', now, reactionsTo)
  },
  sweep: async (now) => {
    await sweepDocuments(now)
    await sweepJobs(now)
    await sweepParts(now)
  },
}
