import type { Contracts } from '@/domain/contracts'
import { nameKeyOf } from '@/domain/enterprise/rules'
import { isTextSafe } from '../../kernel/content'
import { logChange } from '../../kernel/log'
import { derivedId } from '../../kernel/secrets'
import type { BoundCall, Handler } from '../../kernel/serve'
import { enterprises, type EnterpriseDoc } from '../store/enterprises'
import { addEnterprise, changeEnterprise, listEnterprises, type Particulars } from '../store/register'
import { enterpriseView } from '../store/views'

type C = Contracts['enterprise']
const ID_LENGTH = 16

export const managed: Handler<C['managed']> = async (_call, { filter, words, cursor }) => {
  const { rows, nextCursor } = await listEnterprises(filter, words, cursor)
  return { items: rows.map(enterpriseView), nextCursor }
}

const log = (call: BoundCall<C['add']> | BoundCall<C['change']>, what: string, object: string, key: string) =>
  logChange(call.actor, call.now, { what: `enterprise.${what}`, object, subjects: [] }, key)

export const add: Handler<C['add']> = async (call, { requestId, ...particulars }) => {
  const { actor, now } = call
  const id = derivedId(ID_LENGTH, actor.memberId, requestId)
  if (!(await isTextSafe(actor.openid, particulars.name, particulars.address))) throw call.refusal('textRisky')
  await addEnterprise(id, particulars, actor.memberId, now)
  // Not added is either this very request, whose answer was lost, or a name that another enterprise has.
  const standing = await enterprises.get(id)
  if (!standing) throw call.refusal('nameTaken')
  await log(call, 'add', id, 'added')
  return enterpriseView(standing)
}

export const change: Handler<C['change']> = async (call, { enterpriseId, rev, ...particulars }) => {
  const { actor, now } = call
  if (!(await isTextSafe(actor.openid, particulars.name, particulars.address))) throw call.refusal('textRisky')
  const changed = await changeEnterprise(enterpriseId, rev, particulars, actor.memberId, now)
  if (changed === 'exists') throw call.refusal('nameTaken')
  const standing = await enterprises.get(enterpriseId)
  if (!standing) throw call.refusal('notFound')
  if (changed === 0 && !isRepeated(standing, rev, actor.memberId, particulars)) throw call.refusal('changedMeanwhile')
  await log(call, 'change', enterpriseId, String(rev))
  return enterpriseView(standing)
}

/** Whether this very change stands there already, because the answer to it was lost. */
const isRepeated = (standing: EnterpriseDoc, read: number, by: string, wanted: Particulars): boolean =>
  standing.rev === read + 1 &&
  standing.history.at(-1)?.by === by &&
  standing.nameKey === nameKeyOf(wanted.name) &&
  standing.industry === wanted.industry &&
  standing.address === wanted.address
