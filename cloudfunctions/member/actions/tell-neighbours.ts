import { handOver, type Fact } from '../../kernel/facts'

/**
 * First hand-over of a fact to everybody who follows it. Read when it is needed: what nine neighbours do with a person is more
 * than all the rest of this function, and few taps come to it.
 */
export const tellNeighbours = async (fact: Fact): Promise<void> => {
  const { followers } = await import('../timers')
  await handOver(fact, followers(fact.kind, 'first'))
}
