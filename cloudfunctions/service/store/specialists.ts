/** Collection `specialists`: who sits on service days, what they know and whom they must not advise. */
import type { Topic } from '@/domain/service/rules'
import { _, collection, type Terms } from '../../kernel/db'
import { withFact, type Fact, type WithFacts } from '../../kernel/facts'

export interface SpecialistDoc extends WithFacts {
  teamId: string
  /** As the member record says it. */
  name: string
  title: string
  intro: string
  topics: Topic[]
  /** Enterprises that they must not advise. */
  conflicts: string[]
  active: boolean
  rev: number
  history: { at: Date; by: string; what: string }[]
}

export const specialists = collection<SpecialistDoc>('specialists')

const MOST = 200
const without = ['history', 'facts'] as const
const byName: [string, 'asc'][] = [
  ['name', 'asc'],
  ['_id', 'asc'],
]

export const findSpecialists = (ids: readonly string[]): Promise<SpecialistDoc[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : specialists.list({ where: { _id: _.in([...new Set(ids)]) }, limit: MOST, without })

/** Everyone of these teams, or of all. */
export const teamSpecialists = (teamIds: 'all' | readonly string[]): Promise<SpecialistDoc[]> =>
  specialists.list({
    where: teamIds === 'all' ? { rev: _.gte(0) } : { teamId: _.in([...teamIds]) },
    order: byName,
    limit: MOST,
    without,
  })

/** Who advises at present, on a topic or on any. */
export const activeSpecialists = (topic?: Topic): Promise<SpecialistDoc[]> =>
  specialists.list({
    where: { active: true, ...(topic ? { topics: topic } : {}) },
    order: byName,
    limit: MOST,
    without,
  })

/** Who must not advise an enterprise. */
export const inConflict = async (enterpriseId: string): Promise<Set<string>> =>
  new Set((await specialists.list({ where: { conflicts: enterpriseId }, limit: MOST, without })).map(({ _id }) => _id))

const HISTORY = 20

/** The one write of every change: it holds only if the profile is still as it was read. */
export const changeSpecialist = async (
  id: string,
  rev: number,
  data: Terms,
  line: SpecialistDoc['history'][number],
  fact: Fact | null = null,
): Promise<boolean> => {
  const history = _.push({ each: [line], slice: -HISTORY })
  const change = { ...data, rev: _.inc(1), history, ...(fact ? withFact(fact) : {}) }
  return (await specialists.change({ _id: id, rev }, change)) === 1
}
