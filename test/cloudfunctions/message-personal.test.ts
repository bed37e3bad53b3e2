/** What a person was told and agreed to, when their binding is merged, when they take it out, when they leave. */
import type { CreditDoc } from '../../cloudfunctions/message/store/credits'
import type { MessageDoc } from '../../cloudfunctions/message/store/messages'
import { buildMember } from '../../config/seed/builders'
import { buildCredit, buildMessage, buildNotice } from '../../config/seed/message-builders'
import { cloud } from '../support/cloud'
import { branch, MINUTE, NOW, raise, secretaryOf } from '../support/park'

const told = (to: string, key: string) => buildMessage(buildNotice(to, NOW, { key, about: { page: 'none', id: key } }))
const credit = (to: string, template: CreditDoc['template'], overrides: Partial<CreditDoc> = {}) =>
  buildCredit(to, template, NOW, { credits: 2, accepted: 3, refused: 1, spent: 1, ...overrides })

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch)
  await raise('secretary', [secretaryOf(branch)])
  await raise('person', [], branch, { state: 'unconfirmed', name: '演示来人' })
  await raise('other')
  await cloud.put('members', buildMember('imported', '演示名册', branch, { state: 'imported', consents: [] }))
  await cloud.put('messages', told('m-person', 'told-1'), told('m-person', 'told-2'), told('m-other', 'told-3'))
  await cloud.put('credits', credit('m-person', 'progress'), credit('m-other', 'progress'))
})

const merge = () => cloud.as('secretary').call('member.confirm', { memberId: 'm-person', mergeInto: 'imported' })
const erase = () => cloud.as('person').call('member.erase', { confirm: '删除' })
const settle = async () => {
  const { timers } = await import('../../cloudfunctions/member/timers')
  for (const minutes of [2, 4]) {
    cloud.setNow(new Date(NOW.getTime() + minutes * MINUTE))
    await timers['settle']?.(new Date())
  }
}
const whose = async () => (await cloud.all<MessageDoc>('messages')).map(({ _id, to }) => `${_id} ${to}`).sort()
const ledger = async () =>
  (await cloud.all<CreditDoc>('credits'))
    .map(({ _id, credits, accepted, refused, spent }) => `${_id} ${credits} ${accepted} ${refused} ${spent}`)
    .sort()

describe('a merge', () => {
  const moved = ['told-1 imported', 'told-2 imported', 'told-3 m-other']

  test('takes messages and credits along, once', async () => {
    expect(await merge()).toMatchObject({ ok: true })
    await settle()
    expect(await whose()).toEqual(moved)
    expect(await ledger()).toEqual(['imported:progress 2 3 1 1', 'm-other:progress 2 3 1 1'])
    expect(await cloud.as('person').call('message.unread', {})).toEqual({ ok: true, data: { unread: 2 } })
  })

  test('adds to a ledger that stands there already, and can be repeated', async () => {
    await cloud.put('credits', credit('imported', 'progress', { credits: 1, accepted: 1, refused: 0, spent: 0 }))
    expect(await merge()).toMatchObject({ ok: true })
    await settle()
    expect(await ledger()).toEqual(['imported:progress 3 4 1 1', 'm-other:progress 2 3 1 1'])
  })

  /** What moving asks of the database: each request is lost in turn, before and after it was carried out. */
  const cases = [1, 2, 3, 4, 5, 6].flatMap((nth) => (['before', 'after'] as const).map((when) => [nth, when] as const))
  test.each(cases)('loses and doubles nothing when request %i is lost %s it was carried out', async (nth, when) => {
    await cloud.put('credits', credit('imported', 'progress', { credits: 1, accepted: 1, refused: 0, spent: 0 }))
    const { followMerge } = await import('../../cloudfunctions/message/reactions')
    const fact = { id: 'f', kind: 'memberMerged', at: NOW, data: { from: 'm-person', to: 'imported' } } as const
    cloud.local.faults({ kind: 'fail', when, nth })
    await expect(followMerge(fact)).rejects.toThrow()
    expect(cloud.local.listFaults()).toEqual([])
    await followMerge(fact)
    await followMerge(fact)
    expect([await whose(), await ledger()]).toEqual([moved, ['imported:progress 3 4 1 1', 'm-other:progress 2 3 1 1']])
  })
})

describe('taking out one’s data', () => {
  test('shows what one was told and what one agreed to', async () => {
    const mine = await cloud.as('person').call('member.myData', {})
    const sections = mine.ok ? mine.data.sections : []
    const rowsOf = (title: string) => sections.find((section) => section.title === title)?.rows
    const message = { 消息: '咨询有了答复', 内容: '演示专员答复了您的税务咨询。', 时间: '今天 10:00', 读过: '' }
    expect(rowsOf('消息')).toEqual([message, message])
    expect(rowsOf('微信提醒')).toEqual([
      { 提醒: '办理进度提醒', 同意: '3 次', 不同意: '1 次', 已发送: '1 条', 最近询问: '今天 10:00' },
    ])
  })
})

describe('an erasure', () => {
  test('leaves nothing of the person, and all of the others', async () => {
    expect(await erase()).toMatchObject({ ok: true })
    expect([await whose(), await ledger()]).toEqual([['told-3 m-other'], ['m-other:progress 2 3 1 1']])
    await settle()
    expect([await whose(), await ledger()]).toEqual([['told-3 m-other'], ['m-other:progress 2 3 1 1']])
  })
})
