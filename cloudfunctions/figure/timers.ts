import { monthAfter } from '@/domain/period'
import { lastPublished } from '@/domain/published-figures'
import type { Timers } from '../kernel/serve'
import { fixed } from './actions/fix-quarters'

export const timers: Timers = {
  /** Fixes a quarter on the day on which it is published, whether or not somebody asks. */
  fix: async (now) => {
    const quarter = lastPublished(now)
    await fixed({ from: quarter, to: monthAfter(quarter, 2) }, now)
  },
}
