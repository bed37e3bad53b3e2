/** Changes of hands: the new person is asked first, the present one keeps the clock, and a meeting goes along or nothing does. */
import { buildConsultation } from '../../config/seed/consultation-builders'
import { buildSpecialist } from '../../config/seed/service-builders'
import { atWallClock } from '@/domain/time'
import { cloud } from '../support/cloud'
import {
  atMeeting,
  booked,
  followedUp,
  holdFor,
  ok,
  open,
  refused,
  request,
  SECRET,
  slotAt,
  stands,
  sweep,
  told,
} from '../support/consulting'
import { MINUTE, NOW, raise, tally } from '../support/park'
import { intervalsOf, stored, teamOf } from '../support/service'

const transfer = (id: string, to: string, overrides = {}, who = 'anna') =>
  cloud.as(who).call('consultation.transfer', { consultationId: id, to, reason: '更熟悉留抵退税', ...overrides })
const answer = (id: string, accept: boolean, who = 'bert', reason = '') =>
  cloud.as(who).call('consultation.answerTransfer', { consultationId: id, accept, reason })
const A = () => slotAt('anna', '09:30')

beforeEach(open)

describe('who could take over', () => {
  test('the team’s active people but the owner: who knows the topic, who has less to do, who must not', async () => {
    await cloud.put(
      'specialists',
      buildSpecialist('m-carl', { name: '演示卡尔', conflicts: ['enterprise-01'] }),
      buildSpecialist('m-dora', { name: '演示朵拉', topics: ['logistics'] }),
      buildSpecialist('m-emil', { name: '演示埃米尔', active: false }),
      buildSpecialist('m-fred', { name: '演示弗雷德' }),
    )
    const id = await followedUp(1)
    const busy = { state: 'open', ownerId: 'm-bert', dueAt: NOW, enterpriseId: 'enterprise-02' } as const
    await cloud.put('consultations', buildConsultation('busy-01', NOW, busy))
    const { items } = ok(await cloud.as('anna').call('consultation.colleagues', { consultationId: id }))
    expect(items.map(({ name, fit, load }) => [name, fit, load])).toEqual([
      ['演示弗雷德', 'knowsTopic', 0],
      ['演示伯特', 'knowsTopic', 1],
      ['演示朵拉', 'offTopic', 0],
      ['演示卡尔', 'conflict', 0],
    ])
    expect(await cloud.as('bert').call('consultation.colleagues', { consultationId: id })).toMatchObject(
      refused('notAllowed'),
    )
  })
})

describe('asking somebody to take over', () => {
  test('leaves the present owner responsible; the asked one sees who, when, topic and why', async () => {
    const id = await followedUp(1)
    const due = stands(id).dueAt
    ok(await transfer(id, 'm-bert'))
    expect(stands(id)).toMatchObject({ ownerId: 'm-anna', dueAt: due, transfer: { to: { id: 'm-bert' } } })
    expect(told('transferAsked')).toEqual(['transferAsked m-bert'])
    const seen = ok(await cloud.as('bert').call('consultation.get', { consultationId: id }))
    expect(seen).toMatchObject({ sight: 'outline', side: 'asked', askReason: '更熟悉留抵退税', full: null, lines: [] })
    expect(JSON.stringify(seen)).not.toContain(SECRET)
    const { asked } = ok(await cloud.as('bert').call('consultation.today', {}))
    expect(asked.map(({ id: of, reason }) => [of, reason])).toEqual([[id, '更熟悉留抵退税']])
    expect(await cloud.as('bert').call('consultation.lines', { consultationId: id })).toMatchObject(
      refused('notAllowed'),
    )
    ok(await transfer(id, 'm-bert'))
    expect(told('transferAsked')).toHaveLength(1)
  })

  test.each([
    ['samePerson', 'm-anna', {}],
    ['notInTeam', 'm-foreign-specialist', {}],
    ['notInTeam', 'm-gone', { override: true }],
    ['personConflict', 'm-carl', { override: true }],
    ['offTopic', 'm-dora', {}],
    ['textRisky', 'm-bert', { reason: '【违规】' }],
  ])('is refused: %s', async (code, to, input) => {
    await cloud.put(
      'specialists',
      buildSpecialist('m-carl', { conflicts: ['enterprise-01'] }),
      buildSpecialist('m-dora', { topics: ['talent'] }),
      buildSpecialist('m-gone', { active: false }),
    )
    const id = await followedUp(1)
    expect(await transfer(id, to, input)).toMatchObject(refused(code))
    expect(stands(id).transfer).toBe(null)
  })

  test('an override is on record; a second ask waits for the first answer; nothing is handed on after the end', async () => {
    await cloud.put('specialists', buildSpecialist('m-dora', { topics: ['talent'] }))
    const id = await followedUp(1)
    ok(await transfer(id, 'm-dora', { override: true }, 'leader'))
    expect(await cloud.all('operations')).toMatchObject([
      { what: 'consultation.override', by: 'm-leader', subjects: ['m-dora', 'm-anna'] },
    ])
    expect(await transfer(id, 'm-bert')).toMatchObject(refused('alreadyAsked'))
    cloud.setNow(NOW)
    const other = await booked(2, slotAt('anna', '10:30'))
    ok(await cloud.as('contact-2').call('consultation.cancel', { consultationId: other }))
    expect(await transfer(other, 'm-bert')).toMatchObject(refused('over'))
  })

  test('handing over with the outcome asks in the same way', async () => {
    const id = await booked(1, A())
    cloud.setNow(atMeeting('09:30'))
    const outcome = { outcome: 'handedOver' as const, words: '需要懂留抵退税的人', to: 'm-bert' }
    const view = ok(
      await cloud.as('anna').call('consultation.conclude', { consultationId: id, requestId: request(), ...outcome }),
    )
    expect(view.outline).toMatchObject({ state: 'open', owner: { id: 'm-anna' }, transfer: { to: { id: 'm-bert' } } })
    expect(ok(await answer(id, true)).outline.owner.id).toBe('m-bert')
  })
})

describe('the answer', () => {
  test('yes makes them responsible: the old owner sees nothing any more, the enterprise is told who', async () => {
    const id = await followedUp(1)
    const due = stands(id).dueAt
    ok(await transfer(id, 'm-bert'))
    expect(ok(await answer(id, true))).toMatchObject({ sight: 'full', side: 'owner' })
    expect(ok(await answer(id, true)).side).toBe('owner')
    expect(stands(id)).toMatchObject({ ownerId: 'm-bert', owner: { name: '演示伯特' }, transfer: null, dueAt: due })
    expect(told('ownerChanged', 'transferAccepted')).toEqual(['ownerChanged m-contact-1', 'transferAccepted m-anna'])
    expect(await cloud.as('anna').call('consultation.get', { consultationId: id })).toMatchObject(refused('notAllowed'))
    expect(ok(await cloud.as('anna').call('consultation.work', {})).items).toEqual([])
    expect(ok(await cloud.as('bert').call('consultation.work', {})).items).toHaveLength(1)
  })

  test('no leaves everything as it was, and who asked is told', async () => {
    const id = await followedUp(1)
    ok(await transfer(id, 'm-bert', {}, 'leader'))
    expect(await answer(id, false, 'bert', '【违规】')).toMatchObject(refused('textRisky'))
    expect(ok(await answer(id, false, 'bert', '这周排满了'))).toMatchObject({ sight: 'outline', full: null })
    expect(stands(id)).toMatchObject({ ownerId: 'm-anna', transfer: null })
    expect(told('transferDeclined')).toEqual(['transferDeclined m-anna', 'transferDeclined m-leader'])
    expect(await answer(id, true)).toMatchObject(refused('notAsked'))
    expect(await cloud.as('bert').call('consultation.get', { consultationId: id })).toMatchObject(refused('notAllowed'))
  })
})

describe('a meeting ahead', () => {
  test('goes along to a slot of the new person at the same time', async () => {
    const id = await booked(1, A())
    ok(await transfer(id, 'm-bert'))
    ok(await answer(id, true))
    const berts = slotAt('bert', '09:30')
    expect(stands(id)).toMatchObject({ ownerId: 'm-bert', slotId: berts, startsAt: atMeeting('09:30') })
    expect([stored.slot(A())?.state, stored.slot(berts)?.state]).toEqual(['free', 'booked'])
    expect(intervalsOf('enterprise-01')).toEqual([`slot~${berts}~${stored.slot(berts)?.holdId}`])
    await sweep(new Date(NOW.getTime() + 2 * MINUTE))
    expect(stored.slot(berts)).toMatchObject({ state: 'booked', settleAt: null })
  })

  test('stays with its person when the new one is taken then: at asking, and at answering', async () => {
    const id = await booked(1, A())
    await holdFor(2, slotAt('bert', '09:30'))
    expect(await transfer(id, 'm-bert')).toMatchObject(refused('personBusy'))
    ok(
      await cloud
        .as('contact-2')
        .call('service.release', { slotId: slotAt('bert', '09:30'), enterpriseId: 'enterprise-02' }),
    )
    ok(await transfer(id, 'm-bert'))
    await booked(3, slotAt('bert', '09:30'))
    expect(await answer(id, true)).toMatchObject(refused('personBusy'))
    expect(stands(id)).toMatchObject({ ownerId: 'm-anna', slotId: A() })
  })
})

test('saying yes against being cancelled by the enterprise: the slots that stand are the consultation’s', async () => {
  const id = await booked(1, A())
  ok(await transfer(id, 'm-bert'))
  const answers = await Promise.all([
    cloud.over('bert').call('consultation.answerTransfer', { consultationId: id, accept: true }),
    cloud.over('contact-1').call('consultation.cancel', { consultationId: id }),
  ])
  expect(tally(answers)['ok']).toBeGreaterThan(0)
  for (const minutes of [2, 4]) await sweep(new Date(NOW.getTime() + minutes * MINUTE))
  const { state, slotId } = stands(id)
  expect(stored.slots({ state: 'booked' }).map(({ _id }) => _id)).toEqual(state === 'booked' ? [slotId] : [])
}, 60_000)

test('two leaders ask two people at once: one is asked', async () => {
  await raise('second-leader', [teamOf('teamLeader')])
  await cloud.put('specialists', buildSpecialist('m-carl'))
  const id = await followedUp(1)
  const ask = (who: string, to: string) =>
    cloud.over(who).call('consultation.transfer', { consultationId: id, to, reason: '换人跟进' })
  const answers = await Promise.all([ask('leader', 'm-bert'), ask('second-leader', 'm-carl')])
  expect(tally(answers)).toEqual({ ok: 1, alreadyAsked: 1 })
  expect(told('transferAsked')).toHaveLength(1)
  expect(stands(id).dueAt).toEqual(atWallClock('2026-12-01', '17:30'))
}, 60_000)
