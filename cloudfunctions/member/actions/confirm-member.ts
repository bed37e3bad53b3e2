import { branchesReached } from '@/domain/access'
import type { Contracts } from '@/domain/contracts'
import { mayMerge } from '@/domain/member/rules'
import { searchTokens } from '@/domain/search'
import { findActor, findActors } from '../../kernel/actor'
import type { Terms } from '../../kernel/db'
import { newFact } from '../../kernel/facts'
import { logRead } from '../../kernel/log'
import type { BoundCall, Handler } from '../../kernel/serve'
import { tellNeighbours } from './tell-neighbours'
import { findBranch } from '../store/branches'
import { changeMember, importedLike, listMembers, mayBecome, members, NOBODY, type MemberDoc } from '../store/members'
import { memberView } from '../store/views'

type C = Contracts['member']
type DeskCall =
  BoundCall<C['confirm']> | BoundCall<C['decline']> | BoundCall<C['amend']> | BoundCall<C['mergeCandidates']>

const mustFind = async (call: DeskCall, memberId: string): Promise<MemberDoc> => {
  const member = await members.get(memberId)
  if (!member) throw call.refusal('notFound')
  call.mustReach({ branchIds: [member.branch.id] })
  return member
}

const answer = async (call: DeskCall, memberId: string) => {
  const [member, actor] = await Promise.all([members.get(memberId), findActor(memberId)])
  if (!member) throw call.refusal('notFound')
  return memberView(member, actor?.grants ?? [])
}

export const list: Handler<C['list']> = async ({ actor, allow, now }, input) => {
  const reached = branchesReached(allow, actor)
  const wanted = input.branchId
  const branchIds = wanted === undefined ? reached : reached === 'all' || reached.includes(wanted) ? [wanted] : []
  const { rows, nextCursor } = await listMembers({ ...input, branchIds })
  const ids = rows.map(({ _id }) => _id)
  const actors = await findActors(ids)
  await logRead(actor, now, { what: 'member.list', object: wanted ?? 'all', subjects: ids })
  const grantsOf = (id: string) => actors.find(({ memberId }) => memberId === id)?.grants ?? []
  return { items: rows.map((row) => memberView(row, grantsOf(row._id))), nextCursor }
}

export const mergeCandidates: Handler<C['mergeCandidates']> = async (call, { memberId }) => {
  const member = await mustFind(call, memberId)
  const rows = await importedLike(member)
  await logRead(call.actor, call.now, {
    what: 'member.mergeCandidates',
    object: memberId,
    subjects: rows.map(({ _id }) => _id),
  })
  const sameNameFirst = (a: MemberDoc, b: MemberDoc) => Number(b.name === member.name) - Number(a.name === member.name)
  return { items: [...rows].sort(sameNameFirst).map((row) => memberView(row, [])) }
}

/** Changes a record together with the fact that lets its person follow; `notWaiting` when somebody else decided first. */
const decide = async (
  call: BoundCall<C['confirm']> | BoundCall<C['decline']> | BoundCall<C['amend']>,
  member: MemberDoc,
  what: string,
  data: Terms,
  reason = '',
) => {
  const by = { memberId: call.actor.memberId, name: call.actor.name }
  const fact = newFact('memberChanged', { memberId: member._id, what, by }, call.now)
  const change = { at: call.now, by: by.memberId, what: reason === '' ? what : `${what}: ${reason}`, fact }
  // The name and branch that were read: the person may be correcting them at this moment.
  const seen = { name: member.name, 'branch.id': member.branch.id }
  if (!(await changeMember(member, data, change, seen))) throw call.refusal('notWaiting')
  await tellNeighbours(fact)
  return answer(call, member._id)
}

export const confirm: Handler<C['confirm']> = async (call, { memberId, mergeInto, name }) => {
  const member = await mustFind(call, memberId)
  // Confirmed is whom the desk saw, not who they have become since.
  if (name !== undefined && name !== member.name && !mergeInto) throw call.refusal('notWaiting')
  if (mergeInto) return merge(call, member, mergeInto)
  // Repeating a confirmation whose answer was lost; what may be left of it, the timer finishes.
  if (member.state === 'confirmed') return answer(call, memberId)
  if (!mayBecome(member, 'confirmed') || member.state === 'imported') throw call.refusal('notWaiting')
  return decide(call, member, 'confirm', { state: 'confirmed', declineReason: '' })
}

/**
 * The imported record is claimed first (of two bindings at once one gets it), then the binding becomes `merged` together
 * with the fact that moves everything; each step may be repeated, and the timer repeats the last.
 */
const merge = async (call: BoundCall<C['confirm']>, from: MemberDoc, intoId: string) => {
  const into = await members.get(intoId)
  if (!into) throw call.refusal('notFound')
  const finished = from.state === 'merged' && from.mergedInto === intoId
  if (!finished) {
    if (!mayBecome(from, 'merged')) throw call.refusal('notWaiting')
    await claim(call, from, into)
    const fact = newFact(
      'memberMerged',
      { from: from._id, to: intoId, by: { memberId: call.actor.memberId, name: call.actor.name } },
      call.now,
    )
    const done = { at: call.now, by: call.actor.memberId, what: 'merged', fact, only: true }
    // The imported record has the phone and consents now; the binding keeps nothing of the person.
    if (!(await changeMember(from, { ...NOBODY, state: 'merged', mergedInto: intoId }, done))) {
      await unclaim(call, from, into)
      throw call.refusal('notWaiting')
    }
    await tellNeighbours(fact)
  }
  return answer(call, intoId)
}

const claim = async (call: BoundCall<C['confirm']>, from: MemberDoc, into: MemberDoc): Promise<void> => {
  if (into.claimedBy === from._id) return
  if (into.branch.id !== from.branch.id) throw call.refusal('mergeOtherBranch')
  if (!mayMerge({ state: from.state, branchId: from.branch.id }, { state: into.state, branchId: into.branch.id })) {
    throw call.refusal('mergeTargetTaken')
  }
  const data = { state: 'confirmed', claimedBy: from._id, phone: from.phone || into.phone, consents: from.consents }
  const done = { at: call.now, by: call.actor.memberId, what: 'claimed' }
  if (!(await changeMember(into, data, done, { claimedBy: null }))) throw call.refusal('mergeTargetTaken')
}

/** The binding was decided otherwise meanwhile: the imported record is free again, unless the same merge was made twice. */
const unclaim = async (call: BoundCall<C['confirm']>, from: MemberDoc, into: MemberDoc): Promise<void> => {
  const standing = await members.get(from._id)
  if (standing?.mergedInto === into._id || into.state !== 'imported') return
  const { state, phone, consents } = into
  const undone = { at: call.now, by: call.actor.memberId, what: 'unclaimed' }
  const claimed = { _id: into._id, state: 'confirmed' as const }
  await changeMember(claimed, { state, phone, consents, claimedBy: null }, undone, { claimedBy: from._id })
}

export const decline: Handler<C['decline']> = async (call, { memberId, reason }) => {
  const member = await mustFind(call, memberId)
  if (member.state === 'declined' && member.declineReason === reason) return answer(call, memberId)
  if (!mayBecome(member, 'declined')) throw call.refusal('notWaiting')
  return decide(call, member, 'decline', { state: 'declined', declineReason: reason })
}

export const amend: Handler<C['amend']> = async (call, { memberId, name, branchId, reason }) => {
  const member = await mustFind(call, memberId)
  if (member.state === 'merged' || member.state === 'erased') throw call.refusal('notWaiting')
  const branch = await findBranch(branchId ?? member.branch.id)
  if (!branch) throw call.refusal('branchUnknown')
  // Nobody is moved into a branch by somebody who does not answer for it.
  call.mustReach({ branchIds: [branch._id] })
  const amended = name ?? member.name
  const data = { name: amended, tokens: searchTokens(amended), branch: { id: branch._id, name: branch.name } }
  return decide(call, member, 'amend', data, reason)
}
