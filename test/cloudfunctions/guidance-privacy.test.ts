import { collection } from '../../cloudfunctions/kernel/db'
import { cloud } from '../support/cloud'
import { ok, refused, request, told } from '../support/consulting'
import { upload } from '../support/exhibits'
import { adding, begun, finishing, get, guidanceOf, moving, open, planning, put } from '../support/guiding'
import { MINUTE, NOW, raise } from '../support/park'
import { recordsOf } from '../support/records'
import { contactOf } from '../support/service'

const add = adding('guidance.addItem')
const finish = finishing('guidance.finish')
const move = moving('guidance.moveStage')
const plan = planning('guidance.planMeeting')

beforeEach(open)

describe('who sees what', () => {
  const STRANGERS = ['bert', 'contact-2', 'foreign-leader', 'foreign-specialist', 'nobody']
  const arrange = async (): Promise<string> => {
    await raise('nobody')
    await raise('second', [contactOf('enterprise-01')])
    const id = await begun()
    ok(await add(id, { title: '机密：审计报告' }))
    const { ticketId } = await upload('guidanceFile', Buffer.from('%PDF-1.4 机密'), { as: 'anna', type: 'pdf' })
    const file = { consultationId: id, slot: '机密：申报书', name: '机密.pdf', ticketId }
    ok(await cloud.as('anna').call('guidance.addFile', file))
    return id
  }
  const everything = async (who: string, id: string): Promise<string> =>
    JSON.stringify([
      await get(who, id),
      await cloud.as(who).call('guidance.mine', { enterpriseId: 'enterprise-01' }),
      await cloud.as(who).call('guidance.mine', { enterpriseId: 'enterprise-02' }),
      await cloud.as(who).call('guidance.assigned', {}),
      await cloud.as(who).call('guidance.openFile', { consultationId: id, versionId: versionOf(id) }),
      await cloud.as(who).call('message.inbox', {}),
    ])
  const versionOf = (id: string): string => guidanceOf(id).files[0]?.versions[0]?.id ?? ''

  test('its contacts, who guides and the leader see all of it; in lists nobody does', async () => {
    const id = await arrange()
    for (const who of ['contact-1', 'second', 'anna', 'leader'])
      expect(ok(await get(who, id)).full?.items[0]?.title).toBe('机密：审计报告')
    const lists = JSON.stringify([
      ok(await cloud.as('contact-1').call('guidance.mine', { enterpriseId: 'enterprise-01' })),
      ok(await cloud.as('anna').call('guidance.assigned', {})),
    ])
    expect([lists.includes(id), lists.includes('机密')]).toEqual([true, false])
  })

  test('staff see who, when, topic, state and stage; it is logged', async () => {
    const id = await arrange()
    const seen = await everything('staff', id)
    expect([seen.includes(id), seen.includes('机密'), seen.includes('http')]).toEqual([true, false, false])
    expect(ok(await get('staff', id))).toMatchObject({ sight: 'outline', side: 'staff', full: null })
    expect(recordsOf<{ what: string }>(cloud.local, 'operations', { by: 'm-staff' }).map(({ what }) => what)).toEqual([
      'guidance.get',
    ])
  })

  test.each(STRANGERS)('%s sees nothing of it', async (who) => {
    const id = await arrange()
    const seen = await everything(who, id)
    expect([seen.includes(id), seen.includes('机密'), seen.includes('http')]).toEqual([false, false, false])
  })

  test('who guides no longer reads in their own data that they took part, not in what', async () => {
    const id = await arrange()
    const taken = async () => {
      const { sections } = ok(await cloud.as('anna').call('member.myData', {}))
      return (sections.find(({ title }) => title === '一对一指导')?.rows ?? []).map((row) => Object.keys(row))
    }
    const part = ['开始', '您上传的文件', '您完成的事项', '您参加的会面']
    expect(await taken()).toEqual([['项目', '计划', '阶段', ...part]])
    await collection('consultations').change({ _id: id }, { ownerId: 'm-bert' })
    expect(await taken()).toEqual([['项目', ...part]])
  })

  test('what a leader reads of others is logged as well; whoever guides reads their own', async () => {
    const id = await begun()
    ok(await get('leader', id))
    ok(await get('anna', id))
    expect(
      recordsOf<{ what: string; by: string; subjects: string[] }>(cloud.local, 'operations', { object: id }),
    ).toMatchObject([{ what: 'guidance.get', by: 'm-leader', subjects: ['m-anna', 'm-contact-1'] }])
  })

  test('who asked once and no longer speaks for the enterprise sees nothing', async () => {
    const id = await arrange()
    put('actors', 'contact-1', { grants: [] })
    const seen = await everything('contact-1', id)
    expect(seen.includes('机密')).toBe(false)
  })

  test('nobody else changes it', async () => {
    const id = await arrange()
    for (const who of [...STRANGERS, 'staff', 'contact-1']) {
      expect(await move(id, {}, who)).toMatchObject(refused('notAllowed'))
      expect(await add(id, {}, who)).toMatchObject(refused('notAllowed'))
      expect(await plan(id, '10:00', who)).toMatchObject(refused('notAllowed'))
    }
  })
})

describe('staff with a reason', () => {
  const reveal = (id: string, requestId: string, reason = '信访件需要核实', who = 'staff') =>
    cloud.as(who).call('guidance.reveal', { consultationId: id, requestId, reason })
  const openPaper = (id: string, who = 'staff') => {
    const versionId = guidanceOf(id).files[0]?.versions[0]?.id ?? ''
    return cloud.as(who).call('guidance.openFile', { consultationId: id, versionId })
  }
  const arrange = async (): Promise<string> => {
    const id = await begun()
    ok(await add(id, { title: '机密：审计报告' }))
    const { ticketId } = await upload('guidanceFile', Buffer.from('%PDF-1.4 机密'), { as: 'anna', type: 'pdf' })
    const file = { consultationId: id, slot: '机密：申报书', name: '机密.pdf', ticketId }
    ok(await cloud.as('anna').call('guidance.addFile', file))
    return id
  }

  test('see all of it once, files too; it is logged, the enterprise sees it and is told', async () => {
    const id = await arrange()
    expect(await openPaper(id)).toMatchObject(refused('revealFirst'))
    expect(await reveal(id, request(), '【违规】')).toMatchObject(refused('textRisky'))
    const requestId = request()
    const view = ok(await reveal(id, requestId))
    expect(view).toMatchObject({ sight: 'full', side: 'staff', full: { items: [{ title: '机密：审计报告' }] } })
    expect(ok(await reveal(id, requestId)).sight).toBe('full')
    expect(await (await fetch(ok(await openPaper(id)).url)).text()).toBe('%PDF-1.4 机密')
    // Looked up once, it is no more open than it was: by id, nor in a list.
    expect(ok(await get('staff', id))).toMatchObject({ sight: 'outline', full: null })
    expect(JSON.stringify(ok(await cloud.as('staff').call('guidance.assigned', {})))).not.toContain('机密')
    const seen = ok(await get('contact-1', id))
    expect(seen.full?.looks.map(({ byName, reason }) => [byName, reason])).toEqual([['演示staff', '信访件需要核实']])
    expect(told('staffLooked')).toEqual(['staffLooked m-contact-1'])
    const logged = recordsOf<{ what: string; subjects: string[] }>(cloud.local, 'operations', { object: id })
    expect(logged.map(({ what, subjects }) => [what, subjects])).toContainEqual(['guidance.reveal', ['m-contact-1']])
  })

  test('an old request opens nothing again, nor do its files; another’s look opens none', async () => {
    const id = await arrange()
    await raise('other-staff', [staffGrant])
    const requestId = request()
    ok(await reveal(id, requestId))
    expect(await openPaper(id, 'other-staff')).toMatchObject(refused('revealFirst'))
    cloud.setNow(new Date(NOW.getTime() + 11 * MINUTE))
    expect(ok(await reveal(id, requestId)).sight).toBe('outline')
    expect(await openPaper(id)).toMatchObject(refused('revealFirst'))
    expect(guidanceOf(id).looks).toHaveLength(1)
  })
  const staffGrant = { role: 'staff', scope: 'zone', scopeId: '' } as const

  test('nobody else reveals, and who looked may still change nothing', async () => {
    const id = await arrange()
    ok(await reveal(id, request()))
    for (const who of ['bert', 'contact-2', 'foreign-leader', 'anna', 'contact-1'])
      expect(await reveal(id, request(), '想看看', who)).toMatchObject(refused('notAllowed'))
    expect(await move(id, {}, 'staff')).toMatchObject(refused('notAllowed'))
    expect(await add(id, {}, 'staff')).toMatchObject(refused('notAllowed'))
  })
})

describe('lists and round trips', () => {
  test('open ones and those that are over, each where it belongs', async () => {
    const [id, done] = [await begun(), await begun()]
    await finish(done, { state: 'withdrawn', amount: null })
    const close = { consultationId: done, requestId: request(), verdict: 'solved' as const, words: '' }
    ok(await cloud.as('contact-1').call('consultation.close', close))
    const mine = async (closed: boolean) =>
      ok(await cloud.as('contact-1').call('guidance.mine', { enterpriseId: 'enterprise-01', closed })).items
    expect([(await mine(false)).map((one) => one.id), (await mine(true)).map((one) => one.id)]).toEqual([[id], [done]])
    const assigned = async (who: string) =>
      ok(await cloud.as(who).call('guidance.assigned', {})).items.map((one) => one.id)
    for (const who of ['anna', 'leader', 'staff']) expect(await assigned(who)).toEqual([id])
    expect(await assigned('bert')).toEqual([])
  })

  test('reading one is three round trips, a list three however long', async () => {
    const id = await begun()
    expect(await cloud.roundTrips(() => get('anna', id))).toBe(3)
    const list = () => cloud.as('anna').call('guidance.assigned', {})
    expect(await cloud.roundTrips(list)).toBe(3)
    for (let n = 0; n < 25; n++) await begun()
    expect(await cloud.roundTrips(list)).toBe(3)
    const first = ok(await list())
    const rest = ok(await cloud.as('anna').call('guidance.assigned', { cursor: first.nextCursor }))
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([20, 6, null])
  }, 60_000)
})
