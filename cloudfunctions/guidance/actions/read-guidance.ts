import { scopesReached } from '@/domain/access'
import type { Contracts } from '@/domain/contracts'
import { listOneToOne } from '../../consultation/public'
import type { Actor } from '../../kernel/actor'
import { logRead } from '../../kernel/log'
import type { Handler } from '../../kernel/serve'
import { findGuidances } from '../store/guidances'
import { guidanceOutline, viewOf } from '../store/views'
import { admit, ALL } from './perform-change'

type C = Contracts['guidance']
type Listed = Awaited<ReturnType<typeof listOneToOne>>

export const get: Handler<C['get']> = async (call, { consultationId }) => {
  const known = await admit(call, consultationId, ALL)
  const view = viewOf(known, call.now)
  // What who guides and the enterprise read is their own; a leader and staff look at what others said.
  if (view.side === 'staff' || known.standings[0] === 'leader') {
    const { ownerId, contactId } = known.consultation
    await logRead(call.actor, call.now, {
      what: 'guidance.get',
      object: consultationId,
      subjects: [ownerId, contactId].filter(Boolean),
    })
  }
  return view
}

const outlines = async ({ rows, nextCursor }: Listed, now: Date) => {
  const known = await findGuidances(rows.map(({ _id }) => _id))
  const items = rows.flatMap((row) => {
    const guidance = known.get(row._id)
    return guidance ? [guidanceOutline(guidance, row, now)] : []
  })
  return { items, nextCursor }
}

export const mine: Handler<C['mine']> = async (call, { enterpriseId, closed, cursor }) => {
  call.mustReach({ enterpriseId })
  return outlines(await listOneToOne({ enterpriseId }, closed, cursor), call.now)
}

const teamsAs = (actor: Actor, role: 'specialist' | 'teamLeader'): string[] => {
  const teams = scopesReached({ [role]: 'own' }, actor, 'team')
  return teams === 'all' ? [] : teams
}

export const assigned: Handler<C['assigned']> = async ({ actor, now }, { closed, cursor }) => {
  const led = teamsAs(actor, 'teamLeader')
  const own = [...new Set([...teamsAs(actor, 'specialist'), ...led])]
  const of = actor.grants.some(({ role }) => role === 'staff')
    ? ({ all: true } as const)
    : { ownerId: actor.memberId, ownTeams: own, ledTeams: led }
  return outlines(await listOneToOne(of, closed, cursor), now)
}
