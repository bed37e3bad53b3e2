import { forgetTries } from '../kernel/code-tries'
import { settleFacts, type Fact, type Reaction } from '../kernel/facts'
import type { Timers } from '../kernel/serve'
import { followMove } from './reactions'
import { sweepPlaces } from './store/places'

const reactionsTo = (kind: string): readonly Reaction<Fact>[] =>
  kind === 'eventMoved' ? [followMove as Reaction<Fact>] : []

export const timers: Timers = {
  sweep: async (now) => {
    await sweepPlaces(now)
    await settleFacts('events', now, reactionsTo)
    await forgetTries(now)
  },
}
