/** Collection `enterprises`: one document per verified enterprise of the zone. */
import type { Industry, MeetingWay } from '@/domain/enterprise/rules'
import { _, collection } from '../../kernel/db'
import type { WithFacts } from '../../kernel/facts'

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
