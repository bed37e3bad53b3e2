/** Changes of hands: the new person is asked first, the present one keeps the clock, and a meeting goes along or nothing does. */
import { buildConsultation } from '../../config/seed/consultation-builders'
import { collection } from '../../cloudfunctions/kernel/db'
import { buildServiceDay, buildSpecialist } from '../../config/seed/service-builders'
import { atWallClock } from '@/domain/time'
import { cloud } from '../support/cloud'
import {
  atMeeting,
  booked,
  followedUp,
  holdFor,
  linesIn,
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
import { intervalsOf, putDay, SATURDAY, stored, teamOf } from '../support/service'

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

  test('handing over with the outcome asks in the same way: with a reason of its own, and an override on record', async () => {
    await cloud.put('specialists', buildSpecialist('m-dora', { topics: ['talent'] }))
    await raise('dora', [teamOf('specialist')])
    const id = await booked(1, A())
    cloud.setNow(atMeeting('09:30'))
    const outcome = {
      outcome: 'handedOver' as const,
      words: SECRET,
      to: 'm-dora',
      reason: '要懂人才政策',
      override: true,
    }
    const view = ok(
      await cloud.as('anna').call('consultation.conclude', { consultationId: id, requestId: request(), ...outcome }),
    )
    expect(view.outline).toMatchObject({ state: 'open', owner: { id: 'm-anna' }, transfer: { to: { id: 'm-dora' } } })
    expect(linesIn(id).map(({ kind, text }) => [kind, text])).toContainEqual(['transfer', '要懂人才政策'])
    expect(await cloud.all('operations')).toMatchObject([
      { what: 'consultation.override', by: 'm-anna', subjects: ['m-dora', 'm-anna'] },
    ])
    const seen = ok(await cloud.as('dora').call('consultation.get', { consultationId: id }))
    expect(seen).toMatchObject({ side: 'asked', askReason: '要懂人才政策', full: null })
    expect(JSON.stringify(seen)).not.toContain(SECRET)
    const { asked } = ok(await cloud.as('dora').call('consultation.today', {}))
    expect(asked.map(({ reason }) => reason)).toEqual(['要懂人才政策'])
    expect(ok(await answer(id, true, 'dora')).outline.owner.id).toBe('m-dora')
  })
})

describe('what nobody answers', () => {
  const withdraw = (id: string, who = 'anna', to = 'm-bert') =>
    cloud.as(who).call('consultation.withdrawTransfer', { consultationId: id, to })

  test('is taken back by the owner or the leader, once, and somebody else can be asked', async () => {
    await cloud.put('specialists', buildSpecialist('m-carl'))
    const id = await followedUp(1)
    ok(await transfer(id, 'm-bert'))
    expect(await withdraw(id, 'bert')).toMatchObject(refused('notAllowed'))
    expect(await withdraw(id, 'leader', 'm-carl')).toMatchObject(refused('notAsked'))
    expect(ok(await withdraw(id, 'leader')).outline.transfer).toBe(null)
    ok(await withdraw(id, 'leader'))
    expect(told('transferWithdrawn')).toEqual(['transferWithdrawn m-anna', 'transferWithdrawn m-bert'])
    expect(await answer(id, true)).toMatchObject(refused('notAsked'))
    ok(await transfer(id, 'm-carl'))
    expect(stands(id).transfer?.to.id).toBe('m-carl')
  })

  test('was taken over meanwhile: nothing is taken back', async () => {
    const id = await followedUp(1)
    ok(await transfer(id, 'm-bert'))
    ok(await answer(id, true))
    expect(await withdraw(id, 'leader')).toMatchObject(refused('notAsked'))
    expect(stands(id).ownerId).toBe('m-bert')
  })

  test('lapses after three working days: the item stays, everyone concerned is told once', async () => {
    const id = await followedUp(1)
    const { outline } = ok(await transfer(id, 'm-bert', {}, 'leader'))
    // Asked on Saturday the 28th.
    expect(outline.transfer?.until).toBe(atWallClock('2026-12-02', '09:00').getTime())
    await sweep(atWallClock('2026-12-02', '08:59'))
    expect(stands(id).transfer).not.toBe(null)
    // Two timers at one moment, and the ones after them.
    await Promise.all([sweep(atWallClock('2026-12-02', '09:00')), sweep(atWallClock('2026-12-02', '09:00'))])
    for (const time of ['09:01', '09:02']) await sweep(atWallClock('2026-12-02', time))
    expect(stands(id)).toMatchObject({ transfer: null, ownerId: 'm-anna', transferLapsesAt: null })
    expect(told('transferLapsed')).toEqual([
      'transferLapsed m-anna',
      'transferLapsed m-bert',
      'transferLapsed m-leader',
    ])
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

  test('says where to go when the new person sits elsewhere at that time', async () => {
    const place = { name: '党群服务中心', address: '', latitude: null, longitude: null }
    const carl = buildSpecialist('m-carl')
    await cloud.put('specialists', carl)
    await raise('carl', [teamOf('specialist')])
    await putDay(buildServiceDay('day-02', SATURDAY, [carl], { place }))
    const id = await booked(1, A())
    ok(await transfer(id, 'm-carl'))
    ok(await answer(id, true, 'carl'))
    expect(stands(id)).toMatchObject({ ownerId: 'm-carl', dayId: 'day-02', placeName: '党群服务中心' })
    expect(told('meetingMoved', 'ownerChanged')).toEqual(['meetingMoved m-contact-1', 'ownerChanged m-contact-1'])
    expect(linesIn(id).map(({ text }) => text)).toContain('地点改为党群服务中心')
  })

  test.each([
    ['personConflict', { conflicts: ['enterprise-01'] }],
    ['notInTeam', { active: false }],
  ])('is not taken over by who may no longer: %s', async (code, change) => {
    const id = await booked(1, A())
    ok(await transfer(id, 'm-bert'))
    await collection('specialists').change({ _id: 'm-bert' }, change)
    expect(await answer(id, true)).toMatchObject(refused(code))
    expect(stands(id)).toMatchObject({ ownerId: 'm-anna', slotId: A() })
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
