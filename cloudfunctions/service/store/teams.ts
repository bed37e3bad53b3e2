/** Collection `teams`: what a service team is called. Who belongs to it stands in the rights that people hold over it. */
import { _, collection } from '../../kernel/db'
import { withFact, type Fact, type WithFacts } from '../../kernel/facts'
import { serviceDays } from './days'

export interface TeamDoc extends WithFacts {
  name: string
}
export type TeamNamedFact = Fact<'teamNamed', { teamId: string }>

const teams = collection<TeamDoc>('teams')
const MOST = 100

export const findTeams = (ids: readonly string[]): Promise<TeamDoc[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : teams.list({ where: { _id: _.in([...new Set(ids)]) }, limit: MOST, without: ['facts'] })

/** Its name; empty while nobody has given it one. */
export const teamNameOf = async (teamId: string): Promise<string> => (await teams.get(teamId))?.name ?? ''

/** @returns whether it was called otherwise before */
export const nameTeam = async (teamId: string, name: string, fact: TeamNamedFact): Promise<boolean> => {
  if ((await teams.add({ _id: teamId, name, facts: [fact] })) === 'added') return true
  return (await teams.change({ _id: teamId, name: _.neq(name) }, { name, ...withFact(fact) })) === 1
}

/** Days say whose they are by the name that stands now. */
export const renameDays = async (teamId: string): Promise<void> => {
  const teamName = await teamNameOf(teamId)
  await serviceDays.change({ teamId, teamName: _.neq(teamName) }, { teamName })
}
