/** Who could guide an enterprise, by the fair matching. */
import { guideMatches, type Match } from '@/domain/matching'
import type { Topic } from '@/domain/service/rules'
import { lastMeetings, loadsOf } from '../../consultation/public'
import { specialistsFor } from '../../service/public'

export interface Guide {
  person: { id: string; name: string; title: string; intro: string; topics: Topic[]; teamId: string }
  reasons: Match['reasons']
}

/**
 * Best first, each with the reasons; who must not advise the enterprise is not among them. Three round trips.
 *
 * @param of `teamId`: of this team alone
 */
export const guidesFor = async (
  of: { enterpriseId: string; topic: Topic; teamId?: string | undefined },
  now: Date,
): Promise<Guide[]> => {
  const [active, met] = await Promise.all([specialistsFor(), lastMeetings(of.enterpriseId)])
  const people = active.filter(({ teamId }) => of.teamId === undefined || teamId === of.teamId)
  const loads = await loadsOf(people.map(({ _id }) => _id))
  const candidates = people.map(({ _id, topics, conflicts }) => ({
    ...{ id: _id, topics, conflicts },
    ...{ load: loads.get(_id) ?? 0, lastMetAt: met.get(_id) ?? null },
  }))
  const byId = new Map(people.map((person) => [person._id, person]))
  return guideMatches(candidates, of, now).flatMap(({ id, reasons }) => {
    const person = byId.get(id)
    if (!person) return []
    const { name, title, intro, topics, teamId } = person
    return [{ person: { id, name, title, intro, topics, teamId }, reasons }]
  })
}

export const knowsTopic = ({ reasons }: Guide): boolean => reasons.some(({ kind }) => kind === 'knowsTopic')
