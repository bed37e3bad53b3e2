import type { Contracts } from '@/domain/contracts'
import { CONSENT_VERSION, missingConsents, type ConsentPurpose } from '@/domain/member/rules'
import { searchTokens } from '@/domain/search'
import { addActor, type Actor } from '../../kernel/actor'
import type { Terms } from '../../kernel/db'
import { handOver, newFact } from '../../kernel/facts'
import { isTextSafe } from '../../kernel/content'
import { randomId } from '../../kernel/secrets'
import type { Handler } from '../../kernel/serve'
import { followChange } from '../reactions'
import { allBranches, findBranch } from '../store/branches'
import { changeMember, members, newMember, type MemberDoc } from '../store/members'
import { selfView } from '../store/views'

type C = Contracts['member']

const agreed = (purposes: readonly ConsentPurpose[], at: Date) =>
  purposes.map((purpose) => ({ purpose, version: CONSENT_VERSION, at }))

const meOf = async (actor: Pick<Actor, 'memberId' | 'grants'>) => {
  const member = actor.memberId ? await members.get(actor.memberId) : null
  const branch = member && (await findBranch(member.branch.id))
  return { member: member && selfView(member, branch?.level ?? 'branch'), grants: [...actor.grants] }
}

export const me: Handler<C['me']> = ({ actor }) => meOf(actor)

export const branches: Handler<C['branches']> = async () => ({
  items: (await allBranches()).map((branch) => ({ ...branch, id: branch._id })),
})

export const bind: Handler<C['bind']> = async (call, { name, branchId, phone, consents }) => {
  const { actor, now } = call
  if (actor.openid === '') throw call.refusal('notBound')
  if (actor.memberId && (await members.get(actor.memberId))) return meOf(actor)
  if (missingConsents(consents, phone).length > 0) throw call.refusal('consentMissing')
  const branch = await findBranch(branchId)
  if (!branch) throw call.refusal('branchUnknown')
  if (!(await isTextSafe(actor.openid, name))) throw call.refusal('textRisky')
  // The actor comes first: its key is the openid, so of two bindings at once both go on with the same member id, and
  // one that died before the member was written is taken up here again.
  const tied = await addActor({ _id: actor.openid, memberId: randomId(), name, state: 'unconfirmed', grants: [] })
  const person = { name, phone, branch: { id: branch._id, name: branch.name }, state: 'unconfirmed' as const }
  await members.add(newMember(tied.memberId, { ...person, consents: agreed(consents, now) }, now))
  return meOf(tied)
}

export const correct: Handler<C['correct']> = async (call, input) => {
  const { actor, now } = call
  const member = await members.get(actor.memberId)
  if (!member) throw call.refusal('notFound')
  const data = await corrections(call, member, input)
  const fact = newFact(
    'memberChanged',
    { memberId: member._id, what: 'correct', by: { memberId: member._id, name: member.name } },
    now,
  )
  if (!(await changeMember(member, data, { at: now, by: member._id, what: 'correct', fact })))
    throw call.refusal('busy')
  await handOver(fact, [followChange])
  return meOf(actor)
}

type CorrectCall = Parameters<Handler<C['correct']>>[0]
type Correction = Parameters<Handler<C['correct']>>[1]

const corrections = async (call: CorrectCall, member: MemberDoc, wanted: Correction): Promise<Terms> => ({
  ...(wanted.phone === undefined ? {} : phoneChange(call, member, wanted.phone, wanted.consents)),
  ...(wanted.name === undefined && wanted.branchId === undefined ? {} : await identityChange(call, member, wanted)),
})

/** Name and branch, while no branch has vouched for them. A declined person who corrects themselves waits to be confirmed again. */
const identityChange = async (call: CorrectCall, member: MemberDoc, { name, branchId }: Correction): Promise<Terms> => {
  if (member.state === 'confirmed') throw call.refusal('confirmedByBranch')
  if (name !== undefined && !(await isTextSafe(call.actor.openid, name))) throw call.refusal('textRisky')
  const branch = branchId === undefined ? null : await findBranch(branchId)
  if (branchId !== undefined && !branch) throw call.refusal('branchUnknown')
  return {
    state: 'unconfirmed',
    declineReason: '',
    ...(name !== undefined && { name, tokens: searchTokens(name) }),
    ...(branch && { branch: { id: branch._id, name: branch.name } }),
  }
}

/** A number comes with its consent, and the consent goes with the number. */
const phoneChange = (
  call: CorrectCall,
  member: MemberDoc,
  phone: string,
  consents: readonly ConsentPurpose[],
): Terms => {
  const others = member.consents.filter(({ purpose }) => purpose !== 'phone')
  if (phone === '') return { phone, consents: others }
  if (!consents.includes('phone')) throw call.refusal('consentMissing')
  return { phone, consents: [...others, ...agreed(['phone'], call.now)] }
}
