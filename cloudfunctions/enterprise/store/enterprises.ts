/** Collection `enterprises`: one document per verified enterprise of the zone. */
import type { Industry, MeetingWay } from '@/domain/enterprise/rules'
import { _, collection, every } from '../../kernel/db'
import { SETTLE_MS, type WithFacts } from '../../kernel/facts'

export interface EnterpriseDoc extends WithFacts {
  name: string
  /** The name without spaces, brackets and letter case: unique over the collection. */
  nameKey: string
  industry: Industry
  address: string
  verifiedAt: Date
  /** Member id of the staff who did. */
  verifiedBy: string
  tokens: string[]
  lastMetAt: Date | null
  lastMetHow: MeetingWay | null
  /** As `lastMetAt`, and NEVER_MET where that is null: what lists are ordered by. */
  metSince: Date
  /** How many speak for it, and how many ask to: counted again after each change of a contact. */
  confirmed: number
  waiting: number
  /** Who stops speaking for it at this moment, or is taken from it: nobody else does so meanwhile. Null: nobody. */
  parting: { by: string; at: Date } | null
  /** Counts the changes of its own particulars. */
  rev: number
  history: { at: Date; by: string; what: string }[]
}

export const enterprises = collection<EnterpriseDoc>('enterprises')

export const withoutInside = ['history', 'facts', 'tokens'] as const

export const findEnterprises = (ids: readonly string[]): Promise<EnterpriseDoc[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : enterprises.list({ where: { _id: _.in([...new Set(ids)]) }, limit: ids.length, without: withoutInside })

/** Notes when an enterprise was met, unless a later meeting is known: facts may arrive in any order, and twice. */
export const noteMeeting = (id: string, at: Date, how: MeetingWay): Promise<number> =>
  enterprises.change({ _id: id, metSince: _.lt(at) }, { metSince: at, lastMetAt: at, lastMetHow: how })

/** A meeting was on another day than it was said. Nothing is moved that another meeting has come after. */
export const moveMeeting = (id: string, from: Date, to: Date): Promise<number> =>
  enterprises.change({ _id: id, metSince: from }, { metSince: to, lastMetAt: to })

/**
 * Closes the race of two contacts who hand over to each other: one at a time stops speaking for an enterprise, and names
 * somebody who is sure not to be gone before they are themselves. Whoever died at it is waited for no longer than a call
 * can run; their own repetition goes on at once.
 *
 * @param by whose call it is
 */
export const beginParting = async (id: string, by: string, now: Date): Promise<boolean> => {
  const stale = new Date(now.getTime() - SETTLE_MS)
  const free = _.or([{ parting: null }, { 'parting.at': _.lt(stale) }, { 'parting.by': by }])
  return (await enterprises.change(every({ _id: id }, free), { parting: _.set({ by, at: now }) })) === 1
}

export const endParting = (id: string, by: string): Promise<number> =>
  enterprises.change({ _id: id, 'parting.by': by }, { parting: null })
