/**
 * Effects in another context. A fact is written into the changed document in the same write as the change, handed to the
 * neighbour before the answer, and handed over once more by a timer a minute later, which then takes it away. So a crash
 * after the write loses nothing, and what was in flight during the first hand-over is caught by the second.
 * Reactions are idempotent by the fact's id.
 */
import { _, collection, type Stored } from './db'
import { logUnexpected } from './log'
import { randomId } from './secrets'

export interface Fact<K extends string = string, D = unknown> {
  id: string
  kind: K
  at: Date
  data: D
}

export type Reaction<F extends Fact> = (fact: F) => Promise<void>
export interface WithFacts extends Stored {
  facts: Fact[]
}

/** Older than any call that could still be running. */
export const SETTLE_MS = 60_000

export const newFact = <K extends string, D>(kind: K, data: D, now: Date): Fact<K, D> => ({
  id: randomId(),
  kind,
  at: now,
  data,
})

/** The part of an update that writes a fact down. */
export const withFact = (fact: Fact) => ({ facts: _.push([fact]) })

/** First hand-over, before the answer. Its failure is logged, not told: the timer will repeat it. */
export const handOver = async <F extends Fact>(fact: F, reactions: readonly Reaction<F>[]): Promise<void> => {
  for (const reaction of reactions) {
    try {
      await reaction(fact)
    } catch (error) {
      logUnexpected(`fact ${fact.kind}`, fact.id, error)
    }
  }
}

/** Second hand-over, by a timer: what fails stays for the next round. */
export const settleFacts = async (
  collectionName: string,
  now: Date,
  reactionsTo: (kind: string) => readonly Reaction<Fact>[],
): Promise<void> => {
  const documents = collection<WithFacts>(collectionName)
  const cutoff = new Date(now.getTime() - SETTLE_MS)
  for (const { _id, facts } of await documents.list({ where: { 'facts.at': _.lt(cutoff) }, limit: 100 })) {
    for (const fact of facts.filter((candidate) => candidate.at < cutoff)) {
      try {
        for (const reaction of reactionsTo(fact.kind)) await reaction(fact)
        await documents.change({ _id }, { facts: _.pull({ id: fact.id }) })
      } catch (error) {
        logUnexpected(`fact ${fact.kind}`, fact.id, error)
      }
    }
  }
}
