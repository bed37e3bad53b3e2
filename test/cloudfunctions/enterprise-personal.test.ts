/** Contacts and goers whose binding is merged, whose name is corrected, who take their data out, who leave. */
import type { ContactDoc } from '../../cloudfunctions/enterprise/store/contacts'
import type { OutreachDoc } from '../../cloudfunctions/enterprise/store/outreach'
import { buildMember } from '../../config/seed/builders'
import { buildContact, buildOutreach } from '../../config/seed/enterprise-builders'
import { cloud } from '../support/cloud'
import { CHIPS, letSpeak, MILK, openPark, settleLater, standing, told } from '../support/enterprises'
import { branch, NOW, raise, secretaryOf } from '../support/park'

beforeEach(async () => {
  await openPark()
  await raise('secretary', [secretaryOf(branch)])
})

const contactsNow = async () =>
  (await cloud.all<ContactDoc>('contacts')).map(({ _id, name, position, state }) => [_id, name, position, state]).sort()

test('a merge takes along what was asked for, under the record’s name', async () => {
  await raise('dan', [], branch, { state: 'unconfirmed', name: '演示来人' })
  await cloud.put('members', buildMember('imported', '演示名册', branch, { state: 'imported', consents: [] }))
  await cloud.as('dan').call('enterprise.join', { enterpriseId: MILK._id, position: '主管' })
  await cloud.as('secretary').call('member.confirm', { memberId: 'm-dan', mergeInto: 'imported' })
  await settleLater()
  expect(await contactsNow()).toEqual([[`${MILK._id}:imported`, '演示名册', '主管', 'waiting']])
  const contact = { enterpriseId: MILK._id, memberId: 'imported' as never }
  expect(await cloud.as('staff').call('enterprise.confirmContact', contact)).toMatchObject({ ok: true })
  expect(await standing()).toMatchObject({ rights: ['dan'], counts: [1, 0] })
})

test('a corrected name is the name of the contact', async () => {
  await letSpeak(MILK, 'ann')
  await cloud.put('outreach', buildOutreach(MILK, 1, '2026-11-22', { by: 'm-ann' }))
  const amend = { memberId: 'm-ann', name: '演示改名', reason: '写错了' }
  expect(await cloud.as('secretary').call('member.amend', amend)).toMatchObject({ ok: true })
  expect((await contactsNow()).map(([, name]) => name)).toEqual(['演示改名'])
  expect((await cloud.all<OutreachDoc>('outreach')).map(({ byName }) => byName)).toEqual(['演示改名'])
})

test('what is kept can be read and taken out', async () => {
  await letSpeak(MILK, 'ann')
  await cloud.put('contacts', buildContact(CHIPS, 'm-ann', { state: 'declined', since: NOW, declineReason: '不符' }))
  await cloud.put('outreach', buildOutreach(CHIPS, 1, '2026-11-20', { by: 'm-ann', state: 'done', note: '谈了用工' }))
  const answer = await cloud.as('ann').call('member.myData', {})
  const section = answer.ok && answer.data.sections.find(({ title }) => title === '企业联络与走访')
  expect(section && section.rows).toEqual([
    { 企业: CHIPS.name, 职务: '综合部主管', 联络人: '未确认', 日期: '2026-11-21', 原因: '不符' },
    { 企业: MILK.name, 职务: '综合部主管', 联络人: '联络人', 日期: '2026-11-21', 原因: '' },
    { 企业: CHIPS.name, 走访: '已走访', 日期: '2026-11-20', 记录: '谈了用工' },
  ])
})

test('who is erased speaks for nobody and has no name; staff hear where nobody is left', async () => {
  await letSpeak(MILK, 'ann')
  await cloud.put('contacts', buildContact(CHIPS, 'm-ann', { state: 'declined', declineReason: '不符' }))
  await cloud.put('outreach', buildOutreach(CHIPS, 1, '2026-11-22', { by: 'm-ann' }))
  expect(await cloud.as('ann').call('member.erase', { confirm: '删除' })).toMatchObject({ ok: true })
  expect(await contactsNow()).toEqual([
    [`${MILK._id}:m-ann`, '', '', 'left'],
    [`${CHIPS._id}:m-ann`, '', '', 'left'],
  ])
  expect((await cloud.all<OutreachDoc>('outreach')).map(({ byName, state }) => [byName, state])).toEqual([
    ['', 'cancelled'],
  ])
  await settleLater()
  expect(await standing()).toMatchObject({ states: { ann: 'left' }, rights: [], counts: [0, 0], facts: 0 })
  expect(await told()).toEqual(['enterpriseWithoutContact → m-second-staff', 'enterpriseWithoutContact → m-staff'])
  expect(JSON.stringify(await cloud.all('contacts'))).not.toContain('演示')
})
