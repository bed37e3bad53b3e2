/** Who sees what, by list, by id and as files alike: for every role, at home and elsewhere, before and after. */
import type { ActionName } from '@/domain/contracts'
import { buildContact } from '../../config/seed/enterprise-builders'
import { collection } from '../../cloudfunctions/kernel/db'
import { cloud } from '../support/cloud'
import { followedUp, ok, open, refused, request, SECRET, sweep, told } from '../support/consulting'
import { HOUR, MINUTE, NOW, raise, staff } from '../support/park'
import { contactOf, DAY_ID } from '../support/service'

const STRANGERS = ['bert', 'contact-2', 'foreign-leader', 'foreign-specialist', 'left', 'nobody'] as const
const get = (who: string, id: string) => cloud.as(who).call('consultation.get', { consultationId: id })

/** Everything that a person is answered when they ask for all that there is. */
const everything = async (who: string, id: string): Promise<string> => {
  const of = { consultationId: id }
  const asks: [ActionName, object][] = [
    ['consultation.get', of],
    ['consultation.lines', of],
    ['consultation.mine', { enterpriseId: 'enterprise-01' }],
    ['consultation.mine', { enterpriseId: 'enterprise-02' }],
    ['consultation.today', {}],
    ['consultation.work', {}],
    ['consultation.onDay', { serviceDayId: DAY_ID }],
    ...(['late', 'open', 'meetings', 'answered', 'closed'] as const).map((filter): [ActionName, object] => [
      'consultation.board',
      { filter },
    ]),
    ['message.inbox', {}],
  ]
  const answers = []
  for (const [action, input] of asks) answers.push(await cloud.as(who).call(action, input))
  return JSON.stringify(answers)
}

const arrange = async (): Promise<string> => {
  await open()
  await raise('left')
  await raise('nobody')
  const id = await followedUp(1)
  ok(
    await cloud.as('contact-1').call('consultation.say', {
      consultationId: id,
      requestId: request(),
      text: '机密：去年研发费用明细',
    }),
  )
  cloud.setNow(new Date(NOW.getTime() + 8 * 24 * HOUR))
  return id
}

test('its contacts, its owner and the team’s leader see all of it', async () => {
  const id = await arrange()
  for (const [who, side] of [
    ['contact-1', 'enterprise'],
    ['anna', 'owner'],
    ['leader', 'leader'],
  ] as const) {
    const view = ok(await get(who, id))
    expect(view).toMatchObject({ sight: 'full', side, full: { question: SECRET } })
    expect(view.lines).toHaveLength(3)
    expect(ok(await cloud.as(who).call('consultation.lines', { consultationId: id })).items).toHaveLength(3)
  }
})

test('staff see who, when, topic and state, and not one word', async () => {
  const id = await arrange()
  const view = ok(await get('staff', id))
  expect(view).toMatchObject({ sight: 'outline', side: 'staff', full: null, lines: [], askReason: '' })
  const seen = await everything('staff', id)
  expect(seen).toContain(id)
  expect(seen).not.toContain('机密')
  expect(seen).not.toContain('核对口径')
  expect(await cloud.as('staff').call('consultation.lines', { consultationId: id })).toMatchObject(
    refused('notAllowed'),
  )
})

test.each(STRANGERS)('%s sees nothing of it', async (who) => {
  const id = await arrange()
  expect(await get(who, id)).toMatchObject(refused('notAllowed'))
  const seen = await everything(who, id)
  expect(seen).not.toContain(id)
  expect(seen).not.toContain('机密')
})

test('a contact who left sees nothing from then on, and a new one sees all', async () => {
  const id = await arrange()
  await raise('newcomer', [contactOf('enterprise-01')])
  await cloud.put('contacts', buildContact('enterprise-01', 'm-newcomer'))
  const gone = { enterpriseId: 'enterprise-01', memberId: 'm-contact-1', reason: '已离职', successor: 'm-newcomer' }
  ok(await cloud.as('staff').call('enterprise.removeContact', gone))
  expect(await get('contact-1', id)).toMatchObject(refused('notAllowed'))
  expect(await everything('contact-1', id)).not.toContain('机密')
  expect(told('consultationHandedToYou')).toEqual(['consultationHandedToYou m-newcomer'])
  expect(ok(await get('newcomer', id)).sight).toBe('full')
})

test('one who speaks for the enterprise and serves in the team does not answer for it', async () => {
  const id = await arrange()
  await raise('both', [contactOf('enterprise-01'), { role: 'specialist', scope: 'team', scopeId: 'team-01' }])
  expect(ok(await get('both', id)).side).toBe('enterprise')
  const input = { consultationId: id, requestId: request(), words: '自己答复自己' }
  expect(await cloud.as('both').call('consultation.answer', input)).toMatchObject(refused('notAllowed'))
})

test('a leader’s look at an enterprise’s words stands in the log of who said them', async () => {
  const id = await arrange()
  ok(await get('anna', id))
  ok(await get('contact-1', id))
  expect(await cloud.all('operations')).toEqual([])
  ok(await get('leader', id))
  expect(await cloud.all('operations')).toMatchObject([
    { what: 'consultation.get', by: 'm-leader', subjects: ['m-contact-1'] },
  ])
})

describe('what one takes out of one’s own data', () => {
  const taken = async (who: string) => {
    const { sections } = ok(await cloud.as(who).call('member.myData', {}))
    return sections.find(({ title }) => title === '咨询与留言')?.rows ?? []
  }

  test('are the words of it as long as one stands to it', async () => {
    await arrange()
    expect((await taken('contact-1')).map((row) => row['内容'])).toEqual([SECRET, '机密：去年研发费用明细'])
    expect((await taken('anna')).map((row) => row['内容'])).toEqual(['核对口径后回电', '会后核对政策口径'])
  })

  test('is who, when and topic once one speaks for the enterprise no more, or somebody else is responsible', async () => {
    const id = await arrange()
    await collection('actors').change({ _id: 'contact-1' }, { grants: [] })
    await collection('consultations').change({ _id: id }, { ownerId: 'm-bert' })
    for (const who of ['contact-1', 'anna'])
      for (const row of await taken(who))
        expect(row).toEqual({
          类别: expect.any(String) as string,
          企业: '演示企业1',
          主题: '税务',
          时间: expect.stringContaining(':') as string,
          内容: '您已不再参与这项咨询，内容不再显示',
        })
    expect([(await taken('contact-1')).length, (await taken('anna')).length]).toEqual([2, 2])
  })
})

describe('staff with a reason', () => {
  const reveal = (id: string, requestId: string, reason = '信访件需要核实') =>
    cloud.as('staff').call('consultation.reveal', { consultationId: id, requestId, reason })

  test('see all of it once; it is logged, the enterprise sees it and is told', async () => {
    const id = await arrange()
    expect(await reveal(id, request(), '【违规】')).toMatchObject(refused('textRisky'))
    const requestId = request()
    expect(ok(await reveal(id, requestId))).toMatchObject({ sight: 'full', side: 'staff', full: { question: SECRET } })
    expect(ok(await reveal(id, requestId)).sight).toBe('full')
    expect(ok(await get('staff', id)).sight).toBe('outline')
    const seen = ok(await get('contact-1', id))
    expect(seen.full?.looks.map(({ byName, reason }) => [byName, reason])).toEqual([['演示staff', '信访件需要核实']])
    expect(told('staffLooked')).toEqual(['staffLooked m-contact-1'])
    expect(await cloud.all('operations')).toMatchObject([
      { what: 'consultation.reveal', by: 'm-staff', object: id, subjects: ['m-contact-1'] },
    ])
  })

  test('who was erased is no longer named: not where they looked, nor in what was said', async () => {
    const id = await arrange()
    await raise('other-staff', [staff])
    ok(await reveal(id, request()))
    ok(await cloud.as('staff').call('member.erase', { confirm: '删除' }))
    const seen = ok(await get('contact-1', id))
    expect(seen.full?.looks.map(({ byName, reason }) => [byName, reason])).toEqual([['', '信访件需要核实']])
    await sweep(new Date(NOW.getTime() + 9 * 24 * HOUR))
    expect(JSON.stringify([await cloud.all('consultations'), await cloud.all('lines')])).not.toContain('演示staff')
  })

  test('an old request opens nothing again', async () => {
    const id = await arrange()
    const requestId = request()
    ok(await reveal(id, requestId))
    cloud.setNow(new Date(NOW.getTime() + 8 * 24 * HOUR + 11 * MINUTE))
    expect(ok(await reveal(id, requestId)).sight).toBe('outline')
    expect(ok(await get('contact-1', id)).full?.looks).toHaveLength(1)
  })
})
