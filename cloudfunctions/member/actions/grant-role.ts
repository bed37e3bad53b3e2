import type { Contracts } from '@/domain/contracts'
import type { Grant, Scope } from '@/domain/kit'
import { addGrant, countHolders, findActor, removeGrant, type ActorDoc } from '../../kernel/actor'
import { newFact } from '../../kernel/facts'
import { logChange } from '../../kernel/log'
import type { BoundCall, Handler } from '../../kernel/serve'
import { findBranch } from '../store/branches'
import { members } from '../store/members'
import { memberView } from '../store/views'
import { tellNeighbours } from './tell-neighbours'

type C = Contracts['member']
type GrantCall = BoundCall<C['grant']> | BoundCall<C['revoke']>

const answer = async (call: GrantCall, memberId: string) => {
  const [member, actor] = await Promise.all([members.get(memberId), findActor(memberId)])
  if (!member || !actor) throw call.refusal('notFound')
  return memberView(member, actor.grants)
}

const scoped = ({ role, scope, scopeId }: { role: Grant['role']; scope: Scope; scopeId: string }): Grant => ({
  role,
  scope,
  scopeId: scope === 'zone' ? '' : scopeId,
})

const holds = ({ grants }: ActorDoc, { role, scope, scopeId }: Grant): boolean =>
  grants.some((held) => held.role === role && held.scope === scope && held.scopeId === scopeId)

const log = (call: GrantCall, what: string, memberId: string, { role, scope, scopeId }: Grant) =>
  logChange(
    call.actor,
    call.now,
    { what: `member.${what}`, object: memberId, subjects: [memberId] },
    `${role}:${scope}:${scopeId}:${call.now.getTime()}`,
  )

/** What no grant can be, whoever it is for. */
const grantRefusal = ({ role, scope, scopeId }: Grant) => {
  // One way leads to it: see followContact.
  if (role === 'contact') return 'throughEnterprise'
  // Staff work across all branches: a narrower scope would promise a limit that no action keeps.
  if (role === 'staff' && scope !== 'zone') return 'scopeMissing'
  return scope !== 'zone' && scopeId === '' ? 'scopeMissing' : null
}

export const grant: Handler<C['grant']> = async (call, input) => {
  const wanted = scoped(input)
  const refusal = grantRefusal(wanted)
  if (refusal) throw call.refusal(refusal)
  if (wanted.scope === 'branch' && !(await findBranch(wanted.scopeId))) throw call.refusal('branchUnknown')
  const actor = await findActor(input.memberId)
  if (!actor) throw call.refusal('notFound')
  if (actor.state !== 'confirmed') throw call.refusal('notConfirmed')
  // Holding it already is no error: the answer shows it. The line comes first: no role is handed out without one.
  if (!holds(actor, wanted)) {
    await log(call, 'grant', input.memberId, wanted)
    await addGrant(input.memberId, wanted)
  }
  return answer(call, input.memberId)
}

/** Roles that others rely on: whoever loses one is looked for where they serve. */
const servesBy = ({ role }: Grant): boolean => role === 'specialist' || role === 'teamLeader'

export const revoke: Handler<C['revoke']> = async (call, input) => {
  const unwanted = scoped(input)
  if (unwanted.role === 'contact') throw call.refusal('throughEnterprise')
  const actor = await findActor(input.memberId)
  if (!actor) throw call.refusal('notFound')
  if (!holds(actor, unwanted)) return answer(call, input.memberId)
  await log(call, 'revoke', input.memberId, unwanted)
  const fact = servesBy(unwanted) ? newFact('servingChanged', { memberId: input.memberId }, call.now) : undefined
  const removed = await removeGrant(input.memberId, unwanted, fact)
  if (fact && removed > 0) await tellNeighbours(fact)
  // Checked after the fact and put back: two staff who revoke each other at once must not leave nobody.
  if (unwanted.role === 'staff' && (await countHolders('staff')) === 0) {
    await addGrant(input.memberId, unwanted)
    throw call.refusal('lastStaff')
  }
  return answer(call, input.memberId)
}
