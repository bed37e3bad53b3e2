/** Who speaks for an enterprise: asking, being let or not, leaving, being removed. */
import { buildContact } from '../../config/seed/enterprise-builders'
import { cloud } from '../support/cloud'
import { CHIPS, letSpeak, MILK, openPark, settleLater, standing, told } from '../support/enterprises'
import { branch, NOW, raise } from '../support/park'

const milk = MILK._id
const join = (who: string, enterpriseId = milk) =>
  cloud.as(who).call('enterprise.join', { enterpriseId, position: '综合部主管' })
const confirm = (who: string, enterpriseId = milk) =>
  cloud.as('staff').call('enterprise.confirmContact', { enterpriseId, memberId: `m-${who}` })
const decline = (who: string, reason = '企业没有这位员工') =>
  cloud.as('staff').call('enterprise.declineContact', { enterpriseId: milk, memberId: `m-${who}`, reason })
const leave = (who: string, successor?: string) =>
  cloud.as(who).call('enterprise.leave', { enterpriseId: milk, ...(successor && { successor: `m-${successor}` }) })
const remove = (who: string, more = {}) =>
  cloud
    .as('staff')
    .call('enterprise.removeContact', { enterpriseId: milk, memberId: `m-${who}`, reason: '已离职', ...more })
const mine = async (who: string) => {
  const answer = await cloud.as(who).call('enterprise.mine', {})
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.data.items
}

beforeEach(openPark)

describe('asking to speak for an enterprise', () => {
  test('waits for staff, who are told; asking again changes nothing', async () => {
    expect(await join('ann')).toMatchObject({
      ok: true,
      data: { enterprise: { id: milk, name: MILK.name }, state: 'waiting', position: '综合部主管', others: [] },
    })
    expect(await join('ann')).toMatchObject({ ok: true, data: { state: 'waiting' } })
    expect(await standing()).toMatchObject({ states: { ann: 'waiting' }, rights: [], counts: [0, 1] })
    await settleLater()
    expect(await told()).toEqual(['contactWaiting → m-second-staff', 'contactWaiting → m-staff'])
    expect(await standing()).toMatchObject({ counts: [0, 1], facts: 0 })
  })

  test('for one that is not there finds nothing', async () => {
    expect(await join('ann', 'enterprise-99')).toMatchObject({ ok: false, error: { code: 'notFound' } })
  })

  test('is checked before others read it', async () => {
    const answer = await cloud.as('ann').call('enterprise.join', { enterpriseId: milk, position: '主管【违规】' })
    expect(answer).toMatchObject({ ok: false, error: { code: 'textRisky' } })
    expect(await standing()).toMatchObject({ states: {} })
  })

  test('for more than five at once has to wait', async () => {
    const asked = Array.from({ length: 5 }, (_, at) =>
      buildContact(`enterprise-1${at}`, 'm-ann', { state: 'waiting', since: NOW }),
    )
    await cloud.put('contacts', ...asked)
    expect(await join('ann')).toMatchObject({ ok: false, error: { code: 'tooManyAsked' } })
  })

  test('ten times at once asks once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        cloud.over('ann').call('enterprise.join', { enterpriseId: milk, position: '综合部主管' }),
      ),
    )
    expect(answers.filter(({ ok }) => ok).length).toBe(10)
    await settleLater()
    expect(await standing()).toEqual({ states: { ann: 'waiting' }, rights: [], counts: [0, 1], facts: 0 })
    expect((await told()).length).toBe(2)
  })

  test('by several people at once counts each of them', async () => {
    const people = ['ann', 'bob', 'cid']
    await Promise.all(
      people.map((who) => cloud.over(who).call('enterprise.join', { enterpriseId: milk, position: '主管' })),
    )
    await settleLater()
    expect(await standing()).toMatchObject({
      states: { ann: 'waiting', bob: 'waiting', cid: 'waiting' },
      counts: [0, 3],
    })
  })
})

describe('staff decide', () => {
  test('a confirmed contact holds the right to what is the enterprise’s own, and sees who else speaks for it', async () => {
    await letSpeak(MILK, 'bob')
    await join('ann')
    expect((await mine('ann')).map(({ others }) => others)).toEqual([[]])
    expect(await confirm('ann')).toMatchObject({ ok: true, data: { state: 'confirmed', enterpriseName: MILK.name } })
    expect(await standing()).toMatchObject({ rights: ['ann', 'bob'], counts: [2, 0] })
    expect((await mine('ann')).map(({ others }) => others)).toEqual([
      [{ memberId: 'm-bob', name: '演示bob', position: '综合部主管' }],
    ])
    await confirm('ann')
    await settleLater()
    expect(await standing()).toMatchObject({ rights: ['ann', 'bob'], facts: 0 })
    expect((await told()).filter((line) => line.endsWith('m-ann'))).toEqual(['contactConfirmed → m-ann'])
  })

  test('a right goes to nobody whom their branch has not confirmed', async () => {
    await raise('dan', [], branch, { state: 'unconfirmed' })
    await join('dan')
    expect(await confirm('dan')).toMatchObject({ ok: false, error: { code: 'personUnconfirmed' } })
    expect(await standing()).toMatchObject({ states: { dan: 'waiting' }, rights: [] })
  })

  test('a declined one reads the reason, and may ask again', async () => {
    await join('ann')
    expect(await decline('ann')).toMatchObject({ ok: true, data: { state: 'declined' } })
    expect(await decline('ann')).toMatchObject({ ok: true, data: { state: 'declined' } })
    expect(await confirm('ann')).toMatchObject({ ok: false, error: { code: 'notWaiting' } })
    expect(await mine('ann')).toMatchObject([{ state: 'declined', declineReason: '企业没有这位员工' }])
    expect((await told()).filter((line) => line.endsWith('m-ann'))).toEqual(['contactDeclined → m-ann'])
    expect(await join('ann')).toMatchObject({ ok: true, data: { state: 'waiting', declineReason: '' } })
    expect(await confirm('ann')).toMatchObject({ ok: true, data: { state: 'confirmed' } })
    expect(await standing()).toMatchObject({ rights: ['ann'] })
  })

  test('a reason is checked before it is read', async () => {
    await join('ann')
    const risky = '主管【违规】'
    expect(await decline('ann', risky)).toMatchObject({ ok: false, error: { code: 'textRisky' } })
    await confirm('ann')
    expect(await remove('ann', { reason: risky })).toMatchObject({ ok: false, error: { code: 'textRisky' } })
    expect(await standing()).toMatchObject({ states: { ann: 'confirmed' }, rights: ['ann'] })
  })

  test('who is removed holds nothing any more, is told, and staff where nobody is left', async () => {
    await letSpeak(MILK, 'ann', 'bob')
    expect(await remove('ann', { successor: 'm-ann' })).toMatchObject({ error: { code: 'successorUnknown' } })
    expect(await remove('ann', { successor: 'm-cid' })).toMatchObject({ error: { code: 'successorUnknown' } })
    expect(await remove('ann', { successor: 'm-bob' })).toMatchObject({ ok: true, data: { state: 'left' } })
    expect(await standing()).toMatchObject({ rights: ['bob'], counts: [1, 0] })
    expect(await remove('ann')).toMatchObject({ ok: false, error: { code: 'notContact' } })
    expect(await told()).toEqual(['contactRemoved → m-ann'])
    await remove('bob')
    await settleLater()
    expect(await standing()).toEqual({ states: { ann: 'left', bob: 'left' }, rights: [], counts: [0, 0], facts: 0 })
    expect(await told()).toEqual([
      'contactRemoved → m-ann',
      'contactRemoved → m-bob',
      'enterpriseWithoutContact → m-second-staff',
      'enterpriseWithoutContact → m-staff',
    ])
  })

  test('the roles that staff hand out are no second way', async () => {
    const role = { memberId: 'm-ann', role: 'contact', scope: 'enterprise', scopeId: milk } as const
    const refused = { ok: false, error: { code: 'throughEnterprise' } }
    expect(await cloud.as('staff').call('member.grant', role)).toMatchObject(refused)
    await letSpeak(MILK, 'ann')
    expect(await cloud.as('staff').call('member.revoke', role)).toMatchObject(refused)
    expect(await standing()).toMatchObject({ rights: ['ann'] })
  })

  test('who looked and who decided is written down for the person', async () => {
    await join('ann')
    await cloud.as('staff').call('enterprise.waiting', {})
    await cloud.as('staff').call('enterprise.get', { enterpriseId: milk })
    await confirm('ann')
    await remove('ann')
    const answer = await cloud.as('ann').call('member.accesses', {})
    expect(answer.ok && answer.data.items.map(({ what }) => what).sort()).toEqual([
      '取消了您的企业联络人身份',
      '在企业联络人申请中看到了您的姓名',
      '查看了含有您的企业联络人名单',
      '确认您为企业联络人',
    ])
  })
})

describe('leaving', () => {
  test('one’s wish before it is decided tells nobody', async () => {
    await join('ann')
    expect(await leave('ann')).toMatchObject({ ok: true, data: { left: true } })
    expect(await standing()).toMatchObject({ states: { ann: 'left' }, counts: [0, 0] })
    expect((await told()).filter((line) => line.startsWith('enterprise'))).toEqual([])
  })

  test('names who takes over, and takes the right along', async () => {
    await letSpeak(MILK, 'ann', 'bob')
    expect(await leave('ann')).toMatchObject({ ok: false, error: { code: 'successorMissing' } })
    expect(await leave('ann', 'cid')).toMatchObject({ ok: false, error: { code: 'successorUnknown' } })
    expect(await leave('ann', 'bob')).toMatchObject({ ok: true })
    expect(await leave('ann', 'bob')).toMatchObject({ ok: true })
    expect(await mine('ann')).toEqual([])
    await settleLater()
    expect(await standing()).toEqual({
      states: { ann: 'left', bob: 'confirmed' },
      rights: ['bob'],
      counts: [1, 0],
      facts: 0,
    })
    expect(await told()).toEqual([])
  })

  test('the last one leaves the enterprise without anybody, and staff are told once', async () => {
    await letSpeak(MILK, 'ann')
    await leave('ann')
    await settleLater()
    expect(await standing()).toMatchObject({ rights: [], counts: [0, 0] })
    expect(await told()).toEqual(['enterpriseWithoutContact → m-second-staff', 'enterpriseWithoutContact → m-staff'])
  })

  test('is for those who speak for it', async () => {
    expect(await leave('ann')).toMatchObject({ ok: false, error: { code: 'notContact' } })
    await letSpeak(CHIPS, 'ann')
    await letSpeak(MILK, 'bob')
    expect(await leave('ann')).toMatchObject({ ok: false, error: { code: 'notContact' } })
  })
})
