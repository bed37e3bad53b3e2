/** What happens around a consultation: its day is moved or cancelled, its person is away, a contact leaves, somebody is erased. */
import { buildServiceDay } from '../../config/seed/service-builders'
import { atWallClock, DAY } from '@/domain/time'
import { cloud } from '../support/cloud'
import {
  atMeeting,
  booked,
  followedUp,
  linesIn,
  ok,
  open,
  SECRET,
  slotAt,
  stands,
  sweep,
  told,
} from '../support/consulting'
import { MINUTE, NOW, raise } from '../support/park'
import { anna, contactOf, DAY_ID, putDay, SATURDAY, stored } from '../support/service'
import { buildContact } from '../../config/seed/enterprise-builders'
import { collection } from '../../cloudfunctions/kernel/db'
import { followContactLeft, followDayMoved } from '../../cloudfunctions/consultation/reactions'

const place = { name: '天安智谷一楼大厅', address: '', latitude: null, longitude: null }
const move = (overrides = {}) =>
  cloud.as('leader').call('service.move', {
    serviceDayId: DAY_ID,
    rev: stored.day()?.rev ?? 0,
    day: '2026-11-29',
    from: '14:00',
    to: '17:00',
    breaks: [],
    place,
    reason: '场地检修',
    ...overrides,
  })
const later = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE)
const settle = async () => {
  for (const minutes of [2, 4]) await sweep(later(minutes))
}
const slotsOf = (n: number) => stored.slots({ state: 'booked', enterpriseId: `enterprise-0${n}` }).map(({ _id }) => _id)

beforeEach(open)

describe('a moved day', () => {
  test('takes everyone along, with the same person and the same turn, and tells them', async () => {
    const first = await booked(1, slotAt('anna', '09:30'))
    const second = await booked(2, slotAt('bert', '11:00'))
    ok(await move())
    await settle()
    const at = (time: string) => atWallClock('2026-11-29', time)
    expect(stands(first)).toMatchObject({ state: 'booked', ownerId: 'm-anna', startsAt: at('14:30') })
    expect(stands(second)).toMatchObject({ state: 'booked', ownerId: 'm-bert', startsAt: at('16:00') })
    expect([slotsOf(1), slotsOf(2)]).toEqual([[stands(first).slotId], [stands(second).slotId]])
    expect(told('meetingMoved', 'bookingMoved')).toEqual([
      'bookingMoved m-anna',
      'bookingMoved m-bert',
      'meetingMoved m-contact-1',
      'meetingMoved m-contact-2',
    ])
    expect(linesIn(first)).toHaveLength(1)
    // What has been done is not done again.
    await followDayMoved({ data: { dayId: DAY_ID, from: at('14:00'), to: at('17:00'), reason: '', left: null } })
    expect(linesIn(first)).toHaveLength(1)
  })

  test('with fewer slots leaves nobody out silently: who finds none is told and chooses anew', async () => {
    const ids = [await booked(1, slotAt('anna', '09:00')), await booked(2, slotAt('anna', '11:30'))]
    ok(await move({ from: '14:00', to: '14:30' }))
    await settle()
    const found = ids.map((id) => stands(id)).sort((a, b) => (a.state < b.state ? -1 : 1))
    expect(found.map(({ state, slotId }) => [state, slotId === null])).toEqual([
      ['booked', false],
      ['unplaced', true],
    ])
    expect(told('meetingLost')).toHaveLength(1)
    expect(stored.slots({ state: 'booked' })).toHaveLength(1)
    const [, lost] = found
    // It is the enterprise's turn: nothing of it falls due to the team.
    expect(lost).toMatchObject({ turn: 'enterprise', dueAt: null, silenceAt: atWallClock('2026-11-25', '09:00') })
    const contact = lost?._id === ids[0] ? 'contact-1' : 'contact-2'
    expect(
      ok(await cloud.as(contact).call('consultation.get', { consultationId: lost?._id ?? '' })).full,
    ).toMatchObject({
      question: SECRET,
      meeting: null,
    })
  })

  test('to another place alone keeps every slot and says where', async () => {
    const id = await booked(1, slotAt('anna', '09:30'))
    const elsewhere = { ...place, name: '党群服务中心' }
    ok(await move({ day: SATURDAY, from: '09:00', to: '12:00', place: elsewhere }))
    await settle()
    expect(stands(id)).toMatchObject({ slotId: slotAt('anna', '09:30'), placeName: '党群服务中心' })
    expect(told('meetingMoved')).toEqual(['meetingMoved m-contact-1'])
  })
})

describe('a cancelled day', () => {
  const cancelDay = () =>
    cloud.as('leader').call('service.cancelDay', {
      serviceDayId: DAY_ID,
      rev: stored.day()?.rev ?? 0,
      reason: '台风停课停工',
    })

  test('books with the same person on their next day within thirty, at the nearest time of day', async () => {
    await putDay(buildServiceDay('day-02', '2026-12-05', [anna]))
    const hers = await booked(1, slotAt('anna', '10:30'))
    const his = await booked(2, slotAt('bert', '10:30'))
    ok(await cancelDay())
    await settle()
    expect(stands(hers)).toMatchObject({ state: 'booked', slotId: slotAt('anna', '10:30', 'day-02', '2026-12-05') })
    expect(stands(his)).toMatchObject({ state: 'unplaced', slotId: null, startsAt: null })
    expect(told('meetingLost', 'meetingMoved')).toEqual(['meetingLost m-contact-2', 'meetingMoved m-contact-1'])
    expect(stored.slots({ dayId: DAY_ID, state: 'booked' })).toEqual([])
    // A new day that suits it is told of, once.
    const fresh = buildServiceDay('day-03', '2026-12-06', [anna], { state: 'draft', rev: 1 })
    await cloud.put('serviceDays', fresh)
    ok(await cloud.as('leader').call('service.publish', { serviceDayId: 'day-03', rev: 1 }))
    await sweep(later(6))
    expect(told('timesOpened')).toEqual(['timesOpened m-contact-2'])
    // Whoever lost it takes any slot of the team.
    const other = slotAt('anna', '09:00', 'day-02', '2026-12-05')
    ok(await cloud.as('contact-2').call('service.hold', { slotId: other, enterpriseId: 'enterprise-02' }))
    ok(await cloud.as('contact-2').call('consultation.reschedule', { consultationId: his, slotId: other }))
    expect(stands(his)).toMatchObject({ state: 'booked', ownerId: 'm-anna', slotId: other })
  })
})

describe('what lost its slot', () => {
  const lost = async () => {
    const id = await booked(1, slotAt('anna', '09:30'))
    const rev = stored.day()?.rev ?? 0
    ok(await cloud.as('leader').call('service.cancelDay', { serviceDayId: DAY_ID, rev, reason: '台风停课停工' }))
    await settle()
    expect(stands(id).state).toBe('unplaced')
    return id
  }
  const conclude = (id: string, input: object) =>
    cloud.as('anna').call('consultation.conclude', {
      ...{ consultationId: id, requestId: 'request-by-phone', outcome: 'answered', words: '电话里说清楚了' },
      ...input,
    })

  test.each([
    ['answered', {}, 'answered'],
    ['followUp', { nextStep: '核对后回电' }, 'open'],
  ] as const)('is settled by phone: %s, and nobody counts as met', async (outcome, input, state) => {
    const id = await lost()
    expect(ok(await conclude(id, { outcome, ...input })).outline.state).toBe(state)
    const enterprises = await cloud.all<{ _id: string; lastMetAt: Date | null }>('enterprises')
    const asks = enterprises.find(({ _id }) => _id === 'enterprise-01')
    expect([asks?.lastMetAt, stands(id).said]).toEqual([null, outcome === 'answered' ? 2 : 3])
  })

  test('left alone: the enterprise is reminded twice, speaking begins it anew, and then it can be closed', async () => {
    const id = await lost()
    for (const day of ['2026-11-25', '2026-11-30', '2026-12-02']) await sweep(atWallClock(day, '09:00'))
    expect(told('slotAwaited', 'closingAnnounced', 'enterpriseSilent', 'overdue')).toEqual([
      'closingAnnounced m-contact-1',
      'enterpriseSilent m-anna',
      'enterpriseSilent m-leader',
      'slotAwaited m-contact-1',
    ])
    const say = { consultationId: id, requestId: 'request-words', text: '下周再选' }
    expect(ok(await cloud.as('contact-1').call('consultation.say', say)).outline.waiting?.level).toBe('fresh')
    for (const day of ['2026-12-07', '2026-12-10', '2026-12-14', '2026-12-24']) await sweep(atWallClock(day, '09:00'))
    const close = { consultationId: id, requestId: 'request-close', words: '打过电话，没有人接' }
    expect(ok(await cloud.as('anna').call('consultation.closeUnanswered', close)).outline.state).toBe('closed')
  })
})

test('in a team without a leader it is staff who hear it', async () => {
  await collection('actors').change({ _id: 'leader' }, { grants: [] })
  await booked(1, slotAt('anna', '09:30'))
  const absence = { requestId: 'request-away', from: atMeeting('08:00').getTime(), to: atMeeting('18:00').getTime() }
  ok(await cloud.as('anna').call('service.addAbsence', absence))
  await settle()
  expect(told('bookingWithoutPerson')).toEqual(['bookingWithoutPerson m-staff'])
})

test('somebody is away: the leader hears which meetings have nobody', async () => {
  await booked(1, slotAt('anna', '09:30'))
  const absence = { requestId: 'request-away', from: atMeeting('08:00').getTime(), to: atMeeting('18:00').getTime() }
  ok(await cloud.as('anna').call('service.addAbsence', absence))
  await settle()
  expect(told('bookingWithoutPerson')).toEqual(['bookingWithoutPerson m-leader'])
})

test('a contact leaves: what is open goes to who speaks for the enterprise now', async () => {
  const id = await followedUp(1)
  await raise('newcomer', [contactOf('enterprise-01')])
  await cloud.put('contacts', buildContact('enterprise-01', 'm-newcomer', { name: '演示新联络人' }))
  const data = { enterpriseId: 'enterprise-01', from: 'm-contact-1', fromName: '演示', to: 'm-newcomer' }
  for (let turn = 0; turn < 2; turn++) await followContactLeft({ id: 'left-1', kind: 'left', at: NOW, data })
  expect(stands(id)).toMatchObject({ contactId: 'm-newcomer', contactName: '演示新联络人' })
  expect(told('consultationHandedToYou')).toEqual(['consultationHandedToYou m-newcomer'])
})

describe('an erased person', () => {
  test('who was responsible: it falls to the team’s leader, with the enterprise told', async () => {
    const id = await followedUp(1)
    ok(await cloud.as('anna').call('member.erase', { confirm: '删除' }))
    expect(stands(id)).toMatchObject({ ownerId: 'm-leader', owner: { name: '演示leader' }, state: 'open' })
    expect(told('consultationHandedToYou', 'ownerChanged')).toEqual([
      'consultationHandedToYou m-leader',
      'ownerChanged m-contact-1',
    ])
    expect(JSON.stringify(linesIn(id))).not.toContain('安娜')
    expect(ok(await cloud.as('leader').call('consultation.work', {})).items.map((item) => item.id)).toEqual([id])
  })

  test('who asked: the name goes, the question stays the enterprise’s; before that they can take it out', async () => {
    const id = await followedUp(1)
    expect(JSON.stringify(ok(await cloud.as('contact-1').call('member.myData', {})))).toContain(SECRET)
    ok(await cloud.as('contact-1').call('member.erase', { confirm: '删除' }))
    await sweep(new Date(NOW.getTime() + 8 * DAY))
    expect(stands(id)).toMatchObject({ contactName: '', question: SECRET })
  })
})
