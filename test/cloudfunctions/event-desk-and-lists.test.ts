import type { EventDoc } from '../../cloudfunctions/event/store/events'
import { buildEvent, buildRegistration } from '../../config/seed/builders'
import type { InputFor } from '@/domain/contracts'
import { cloud } from '../support/cloud'
import { branch, eventIn, HOUR, NOW, otherBranch, raise, raiseMembers, secretaryOf } from '../support/park'

const at = (hours: number) => NOW.getTime() + hours * HOUR

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
  await raise('secretary', [secretaryOf(branch)])
  await raise('partner', [secretaryOf(otherBranch)], otherBranch)
})

const desk = () => cloud.as('secretary')
const refused = (code: string) => ({ ok: false, error: { code } })
const ok = <T>(answer: { ok: true; data: T } | { ok: false; error: { code: string } }): T => {
  if (!answer.ok) throw new Error(`refused: ${answer.error.code}`)
  return answer.data
}

describe('the desk', () => {
  const running = () => eventIn(1 / 6)

  test('shows the live count and who came last', async () => {
    await raiseMembers(3)
    const event = { ...running(), taken: 3 }
    await cloud.put('events', event)
    await cloud.put(
      'registrations',
      buildRegistration(event, 'm-person-001', { attendedAt: new Date(NOW.getTime() - 1000), attendedBy: 'scan' }),
      buildRegistration(event, 'm-person-002', { attendedAt: NOW, attendedBy: 'scan' }),
      buildRegistration(event, 'm-person-003'),
    )
    expect(ok(await desk().call('event.desk', { eventId: 'EV0001' }))).toMatchObject({
      registered: 3,
      attended: 2,
      waitlisted: 0,
      arrivals: [{ name: '演示person-002', confirmed: true }, { name: '演示person-001' }],
    })
  })

  test('the roster goes by state, marks the unconfirmed, and is logged for everyone in it', async () => {
    await raiseMembers(1)
    await raise('newcomer', [], branch, { state: 'unconfirmed' })
    const event = { ...running(), taken: 2 }
    await cloud.put('events', event)
    await cloud.put(
      'registrations',
      buildRegistration(event, 'm-person-001', { attendedAt: NOW, attendedBy: 'scan' }),
      buildRegistration(event, 'm-newcomer'),
    )
    const names = async (state?: 'attended' | 'absent' | 'waitlisted' | 'cancelled') =>
      ok(await desk().call('event.roster', { eventId: 'EV0001', state })).items.map(({ name, confirmed }) => ({
        name,
        confirmed,
      }))
    expect(await names('attended')).toEqual([{ name: '演示person-001', confirmed: true }])
    expect(await names('absent')).toEqual([{ name: '演示newcomer', confirmed: false }])
    expect(await names('cancelled')).toEqual([])
    expect(ok(await desk().call('event.roster', { eventId: 'EV0001' })).counts).toEqual({
      registered: 2,
      attended: 1,
      waitlisted: 0,
      cancelled: 0,
    })
    expect(ok(await cloud.as('newcomer').call('member.accesses', {})).items).toMatchObject([
      { by: '演示secretary', what: '查看了含有您的活动名单' },
    ])
  })

  test('attendance by hand keeps its reason and is refused where it makes no sense', async () => {
    await raiseMembers(2)
    const event = { ...running(), taken: 1 }
    await cloud.put('events', event)
    await cloud.put(
      'registrations',
      buildRegistration(event, 'm-person-001'),
      buildRegistration(event, 'm-person-002', { state: 'cancelled' }),
    )
    const record = (memberId: string) =>
      desk().call('event.recordAttendance', { eventId: 'EV0001', memberId, reason: '手机没电' })
    expect(await record('m-person-001')).toMatchObject({
      data: { attendedBy: 'manual', reason: '手机没电', attendedAt: NOW.getTime() },
    })
    expect(await record('m-person-002')).toMatchObject(refused('notSignedUp'))
    expect(await record('m-nobody')).toMatchObject(refused('notSignedUp'))
    cloud.setNow(new Date(at(24 * 8)))
    expect(await record('m-person-001')).toMatchObject(refused('tooLateToRecord'))
    cloud.setNow(new Date(at(-3)))
    expect(await record('m-person-001')).toMatchObject(refused('notOpenYet'))
  })
})

describe('lists', () => {
  const make = (id: string, hours: number, overrides: Partial<EventDoc> = {}) =>
    buildEvent(id, branch, new Date(at(hours)), overrides)
  const ids = async (openid: string, filter: InputFor<'event.list'> = {}) =>
    ok(await cloud.as(openid).call('event.list', filter)).items.map(({ id }) => id)

  beforeEach(() =>
    cloud.put(
      'events',
      make('UPCOMING', 24, { title: '党史讲座', kind: 'lecture' }),
      make('RUNNING', -1),
      make('PAST', -100),
      make('OTHER', 30, { hosts: [{ id: otherBranch._id, name: otherBranch.name }], hostBranchIds: [otherBranch._id] }),
      make('MEMBERS', 40, { audience: 'members' }),
      make('HOSTS', 50, { audience: 'hosts' }),
      make('NEXTMONTH', 24 * 20),
    ),
  )

  test('go by time, kind, branch, words and month', async () => {
    expect(await ids('visitor')).toEqual(['RUNNING', 'UPCOMING', 'OTHER', 'NEXTMONTH'])
    expect(await ids('visitor', { when: 'past' })).toEqual(['PAST'])
    expect(await ids('visitor', { kind: 'lecture' })).toEqual(['UPCOMING'])
    expect(await ids('visitor', { branchId: otherBranch._id })).toEqual(['OTHER'])
    expect(await ids('visitor', { words: '党史' })).toEqual(['UPCOMING'])
    expect(await ids('visitor', { words: '史党' })).toEqual([])
    expect(await ids('visitor', { month: '2026-12' })).toEqual(['NEXTMONTH'])
    expect(await ids('visitor', { month: '2026-11' })).toEqual(['PAST', 'RUNNING', 'UPCOMING', 'OTHER'])
  })

  test('show each person what is for them, and reading by id agrees', async () => {
    await raiseMembers(1)
    await raise('outsider', [], otherBranch)
    await raise('newcomer', [], branch, { state: 'unconfirmed' })
    const seen = {
      visitor: ['RUNNING', 'UPCOMING', 'OTHER', 'NEXTMONTH'],
      newcomer: ['RUNNING', 'UPCOMING', 'OTHER', 'NEXTMONTH'],
      outsider: ['RUNNING', 'UPCOMING', 'OTHER', 'MEMBERS', 'NEXTMONTH'],
      'person-001': ['RUNNING', 'UPCOMING', 'OTHER', 'MEMBERS', 'HOSTS', 'NEXTMONTH'],
    }
    for (const [openid, expected] of Object.entries(seen)) {
      expect(await ids(openid)).toEqual(expected)
      for (const eventId of ['MEMBERS', 'HOSTS']) {
        expect((await cloud.as(openid).call('event.get', { eventId })).ok).toBe(expected.includes(eventId))
      }
    }
  })

  test('are paged without gaps or repetitions', async () => {
    await cloud.put('events', ...Array.from({ length: 45 }, (_, n) => make(`P${String(n).padStart(3, '0')}`, 60)))
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } = ok(
        await cloud.as('visitor').call('event.list', { cursor }),
      )
      expect(page.items.length).toBeLessThanOrEqual(20)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toHaveLength(49)
    expect(new Set(seen).size).toBe(49)
  })

  test('home is one call of four round trips, for a secretary too', async () => {
    await raise('newcomer', [], branch, { state: 'unconfirmed' })
    await cloud.put('registrations', buildRegistration(make('RUNNING', -1), 'm-secretary'))
    let today: unknown
    expect(await cloud.roundTrips(async () => void (today = await desk().call('home.today', {})))).toBe(4)
    expect(today).toMatchObject({
      data: {
        name: '演示secretary',
        next: { event: { id: 'RUNNING' }, mine: { state: 'registered' } },
        todos: [{ kind: 'bindingsToConfirm', count: 1 }],
      },
    })
    expect(await cloud.as('visitor').call('home.today', {})).toMatchObject({
      data: { name: null, next: null, todos: [] },
    })
    expect(await cloud.as('newcomer').call('home.today', {})).toMatchObject({
      data: { todos: [{ kind: 'confirmationPending', count: 1 }] },
    })
  })
})
