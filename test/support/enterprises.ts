/** Enterprises and the people around them, for tests of who speaks for them and of visits: the clock at NOW. */
import type { ContactDoc } from '../../cloudfunctions/enterprise/store/contacts'
import type { EnterpriseDoc } from '../../cloudfunctions/enterprise/store/enterprises'
import type { ActorDoc } from '../../cloudfunctions/kernel/actor'
import type { MessageDoc } from '../../cloudfunctions/message/store/messages'
import { buildContact, buildEnterprise } from '../../config/seed/enterprise-builders'
import type { Grant } from '@/domain/kit'
import { cloud } from './cloud'
import { branch, MINUTE, NOW, raise, staff } from './park'

export const MILK = buildEnterprise(1, { name: '蒙牛乳业（清远）' })
export const CHIPS = buildEnterprise(2, { name: '先导微电子', industry: 'electronics' })

export const contactOf = (enterprise: { _id: string }): Grant => ({
  role: 'contact',
  scope: 'enterprise',
  scopeId: enterprise._id,
})

/** Two enterprises without anybody, one of the staff and a second one, and `ann`, `bob` and `cid`, who may speak for them. */
export const openPark = async (): Promise<void> => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch)
  await cloud.put('enterprises', MILK, CHIPS)
  await raise('staff', [staff])
  await raise('second-staff', [staff])
  for (const openid of ['ann', 'bob', 'cid']) await raise(openid)
}

/** Lets people speak for an enterprise, as staff would have, the first of them the longest. */
export const letSpeak = async (enterprise: EnterpriseDoc, ...openids: string[]): Promise<void> => {
  const since = (at: number) => new Date(NOW.getTime() - (100 - at) * MINUTE)
  const contacts = openids.map((openid, at) =>
    buildContact(enterprise, `m-${openid}`, { since: since(at), name: `演示${openid}` }),
  )
  await cloud.put('contacts', ...contacts)
  const { default: sdk } = await import('wx-server-sdk')
  sdk.init({})
  const db = sdk.database()
  for (const openid of openids)
    await db
      .collection('actors')
      .doc(openid)
      .update({ data: { grants: db.command.push([contactOf(enterprise)]) } })
  await db
    .collection('enterprises')
    .doc(enterprise._id)
    .update({ data: { confirmed: openids.length } })
}

/** The timers, two and four minutes after a moment, itself in minutes after NOW. */
export const settleLater = async (since = 0): Promise<void> => {
  for (const minutes of [since + 2, since + 4]) {
    cloud.setNow(new Date(NOW.getTime() + minutes * MINUTE))
    await cloud.local.runTimer('member', 'settle')
    await cloud.local.runTimer('enterprise', 'settle')
  }
}

/** Where everybody stands: state in the record, whether they hold the right, the enterprise's counts, what is left undone. */
export const standing = async (enterprise: { _id: string } = MILK) => {
  const rows = (await cloud.all<ContactDoc>('contacts')).filter((row) => row.enterpriseId === enterprise._id)
  const actors = await cloud.all<ActorDoc>('actors')
  const found = (await cloud.all<EnterpriseDoc>('enterprises')).find(({ _id }) => _id === enterprise._id)
  const holds = ({ grants }: ActorDoc) => grants.filter(({ scopeId }) => scopeId === enterprise._id).length
  return {
    states: Object.fromEntries(rows.map(({ memberId, state }) => [memberId.slice(2), state])),
    rights: actors.flatMap((actor) => Array.from({ length: holds(actor) }, () => actor._id)).sort(),
    counts: [found?.confirmed, found?.waiting],
    facts: rows.reduce((sum, { facts }) => sum + facts.length, 0),
  }
}

/** What people were told, as `kind → member`, in a stable order. */
export const told = async (): Promise<string[]> =>
  (await cloud.all<MessageDoc>('messages')).map(({ kind, to }) => `${kind} → ${to}`).sort()
