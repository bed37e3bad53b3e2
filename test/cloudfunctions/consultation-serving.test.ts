/** Somebody may serve no longer: what they had to do goes on with somebody who may. */
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
  slotAt,
  stands,
  sweep,
  told,
} from '../support/consulting'
import { at, begun, hour, sweepAll } from '../support/guiding'
import { MINUTE, NOW } from '../support/park'
import { anna, DAY_ID, intervalsOf, stored } from '../support/service'

beforeEach(open)

describe('who serves no longer', () => {
  const allOfAnna = () => [...new Set(stored.slots({ specialistId: 'm-anna' }).map(({ state }) => state))].sort()
  const left: Record<string, () => Promise<void>> = {
    'lost the role': async () =>
      void ok(
        await cloud
          .as('staff')
          .call('member.revoke', { memberId: 'm-anna', role: 'specialist', scope: 'team', scopeId: 'team-01' }),
      ),
    'went to another team': async () => {
      const role = { memberId: 'm-anna', role: 'specialist', scope: 'team', scopeId: 'team-02' } as const
      ok(await cloud.as('staff').call('member.grant', role))
      ok(await saveAnna({ teamId: 'team-02' }))
    },
    'was taken out of use': async () => void ok(await saveAnna({ active: false })),
    'was erased': async () => void ok(await cloud.as('anna').call('member.erase', { confirm: '删除' })),
  }
  const saveAnna = (change: { teamId?: string; active?: boolean; rev?: number }) =>
    cloud.as('staff').call('service.saveSpecialist', {
      ...{ memberId: 'm-anna', teamId: 'team-01', rev: 1, title: anna.title, intro: '', topics: ['tax'] },
      ...change,
    })
  const offered = async (n: number) =>
    ok(
      await cloud.as(`contact-${n}`).call('consultation.offer', { enterpriseId: `enterprise-0${n}`, topic: 'tax' }),
    ).items.map(({ specialist }) => specialist.id)

  test.each(Object.keys(left))('and %s: what is open falls to the leader, meetings are chosen anew', async (how) => {
    const meeting = await booked(2, slotAt('anna', '11:00'))
    const going = await followedUp(1)
    await left[how]?.()
    await sweep(new Date(atMeeting('09:30').getTime() + 2 * MINUTE))
    expect(stands(going)).toMatchObject({ ownerId: 'm-leader', state: 'open' })
    expect(stands(meeting)).toMatchObject({ ownerId: 'm-leader', state: 'unplaced', slotId: null })
    expect(told('consultationHandedToYou', 'meetingLost', 'ownerChanged')).toEqual([
      'consultationHandedToYou m-leader',
      'consultationHandedToYou m-leader',
      'meetingLost m-contact-2',
      'ownerChanged m-contact-1',
      'ownerChanged m-contact-2',
    ])
    expect(await offered(3)).toEqual(['m-bert'])
    const wanted = { slotId: slotAt('anna', '10:00'), enterpriseId: 'enterprise-03' }
    expect(await cloud.as('contact-3').call('service.hold', wanted)).toMatchObject(refused('slotWithdrawn'))
    expect(
      stored.slots({ specialistId: 'm-anna', startsAt: { $gt: atMeeting('09:40') } }).map(({ state }) => state),
    ).toEqual(Array(4).fill('withdrawn'))
    // Anybody of the team can be chosen instead.
    await holdFor(2, slotAt('bert', '11:30'))
    const elsewhere = { consultationId: meeting, slotId: slotAt('bert', '11:30') }
    ok(await cloud.as('contact-2').call('consultation.reschedule', elsewhere))
    expect(stands(meeting)).toMatchObject({ ownerId: 'm-bert', state: 'booked' })
  })

  test('where nobody leads the team it is the staff’s to give to somebody', async () => {
    const going = await followedUp(1)
    const leading = { memberId: 'm-leader', role: 'teamLeader', scope: 'team', scopeId: 'team-01' } as const
    ok(await cloud.as('staff').call('member.revoke', leading))
    await left['lost the role']?.()
    expect(stands(going)).toMatchObject({ ownerId: '', state: 'open' })
    expect(told('consultationHandedToYou')).toEqual(['consultationHandedToYou m-staff'])
  })

  test('is followed by the timer when the call dies; who serves again can be booked again', async () => {
    const going = await followedUp(1)
    const { removeGrant } = await import('../../cloudfunctions/kernel/actor')
    const { newFact } = await import('../../cloudfunctions/kernel/facts')
    const role = { role: 'specialist', scope: 'team', scopeId: 'team-01' } as const
    await removeGrant('m-anna', role, newFact('servingChanged', { memberId: 'm-anna' }, atMeeting('09:30')))
    const { timers } = await import('../../cloudfunctions/member/timers')
    for (let turn = 0; turn < 2; turn++) await timers['settle']?.(new Date(atMeeting('09:30').getTime() + 2 * MINUTE))
    expect([stands(going).ownerId, allOfAnna()]).toEqual(['m-leader', ['booked', 'free', 'withdrawn']])
    expect(intervalsOf('m-anna')).toEqual([])
    const day = () => stored.day()?.tables.map(({ specialistId, gone }) => [specialistId, gone])
    expect(day()).toEqual([
      ['m-anna', true],
      ['m-bert', false],
    ])
    ok(await cloud.as('staff').call('member.grant', { memberId: 'm-anna', ...role }))
    ok(await saveAnna({ rev: 2 }))
    expect([allOfAnna(), intervalsOf('m-anna')]).toEqual([['booked', 'free'], [`day~${DAY_ID}~1`]])
    expect(day()?.[0]).toEqual(['m-anna', false])
    expect(await offered(3)).toEqual(['m-anna', 'm-bert'])
  })
})

describe('who is away', () => {
  const away = async (openid: string, from: number, to: number) =>
    ok(await cloud.as(openid).call('service.addAbsence', { requestId: 'request-away', from, to }))
  const saturday = () => away('anna', atMeeting('08:00').getTime(), atMeeting('18:00').getTime())

  test('is not waited for: on the day before the leader is reminded, and the enterprise may choose another person', async () => {
    const id = await booked(1, slotAt('anna', '09:30'))
    await booked(2, slotAt('bert', '09:30'))
    await saturday()
    for (const minutes of [0, 1]) await sweep(new Date(atWallClock('2026-11-27', '16:00').getTime() + minutes * MINUTE))
    expect(told('meetingSoon')).toEqual(['meetingSoon m-bert', 'meetingSoon m-contact-2'])
    expect(told('bookingWithoutPerson')).toEqual(['bookingWithoutPerson m-leader', 'bookingWithoutPerson m-leader'])
    const asked = { enterpriseId: 'enterprise-01', topic: 'tax' as const, consultationId: id }
    const { items } = ok(await cloud.as('contact-1').call('consultation.offer', asked))
    expect(items.map(({ specialist }) => specialist.id)).toEqual(['m-bert'])
    await holdFor(1, slotAt('bert', '10:00'))
    const elsewhere = { consultationId: id, slotId: slotAt('bert', '10:00') }
    ok(await cloud.as('contact-1').call('consultation.reschedule', elsewhere))
    expect(stands(id)).toMatchObject({ ownerId: 'm-bert', startsAt: atMeeting('10:00') })
    expect(told('bookingCancelled')).toEqual(['bookingCancelled m-anna'])
  })

  test('from a guidance’s meeting: the leader hears of it, once for each', async () => {
    const id = await begun()
    ok(
      await cloud
        .as('anna')
        .call('guidance.planMeeting', { consultationId: id, requestId: request(), ...hour('10:00') }),
    )
    ok(
      await cloud
        .as('anna')
        .call('guidance.planMeeting', { consultationId: id, requestId: request(), ...hour('16:00') }),
    )
    expect(await away('anna', at('09:00'), at('12:00'))).toMatchObject({ booked: 1, withdrawn: 0 })
    await sweepAll(new Date(NOW.getTime() + 2 * MINUTE))
    expect(told('bookingWithoutPerson')).toEqual(['bookingWithoutPerson m-leader'])
  })
})
