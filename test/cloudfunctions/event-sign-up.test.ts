import { cloud } from '../support/cloud'
import { buildRegistration } from '../../config/seed/builders'
import { branch, eventIn, HOUR, MINUTE, NOW, places, raise, raiseMembers, secretaryOf, tally } from '../support/park'

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch)
})

const at = (ms: number) => cloud.setNow(new Date(NOW.getTime() + ms))
const signUp = (openid: string, eventId = 'EV0001') => cloud.as(openid).call('event.signUp', { eventId })
const cancel = (openid: string) => cloud.as(openid).call('event.cancelSignUp', { eventId: 'EV0001' })
const refused = (code: string) => ({ ok: false, error: { code } })
const runSweep = () => cloud.local.runTimer('event', 'sweep')

describe('signing up', () => {
  test('takes a place in four round trips, and repeating it changes nothing', async () => {
    const [openid = ''] = await raiseMembers(1)
    await cloud.put('events', eventIn(24))
    let first: unknown
    expect(await cloud.roundTrips(async () => void (first = await signUp(openid)))).toBe(4)
    expect(first).toMatchObject({ ok: true, data: { eventId: 'EV0001', state: 'registered', attendedAt: null } })
    expect(await signUp(openid)).toEqual(first)
    expect(await places()).toMatchObject({ taken: 1, registered: 1, holding: 1 })
  })

  test.each([
    [
      'signUpNotOpen',
      { signUp: { opensAt: new Date(NOW.getTime() + HOUR), closesAt: new Date(NOW.getTime() + 2 * HOUR) } },
    ],
    ['signUpClosed', { signUp: { opensAt: new Date(NOW.getTime() - HOUR), closesAt: NOW } }],
    ['eventCancelled', { state: 'cancelled' as const }],
    ['full', { capacity: 5, taken: 5, waitlist: false }],
  ])('is refused with %s', async (code, overrides) => {
    const [openid = ''] = await raiseMembers(1)
    await cloud.put('events', eventIn(24, overrides))
    expect(await signUp(openid)).toMatchObject(refused(code))
    expect(await cloud.all('registrations')).toEqual([])
  })

  test('a draft does not exist for members', async () => {
    const [openid = ''] = await raiseMembers(1)
    await cloud.put('events', eventIn(24, { state: 'draft' }))
    expect(await signUp(openid)).toMatchObject(refused('notFound'))
  })

  test('its organiser sees a draft, but cannot sign up before it is published', async () => {
    await raise('secretary', [secretaryOf(branch)])
    await cloud.put('events', eventIn(24, { state: 'draft' }))
    expect(await signUp('secretary')).toMatchObject(refused('notPublished'))
  })

  test('an earlier try that is not settled yet is waited for, and then made good', async () => {
    const [openid = ''] = await raiseMembers(1)
    const died = { memberId: `m-${openid}`, placeId: 'place-1', at: new Date(NOW.getTime() - 30_000) }
    await cloud.put('events', eventIn(24, { capacity: 2, taken: 1, takes: [died] }))
    expect(await signUp(openid)).toMatchObject(refused('busy'))
    expect(await cloud.all('registrations')).toEqual([])
    at(2 * MINUTE)
    await runSweep()
    expect(await signUp(openid)).toMatchObject({ data: { state: 'registered' } })
    expect(await places()).toMatchObject({ taken: 1, registered: 1, holding: 1 })
  })

  test('a person who is not bound is asked to bind', async () => {
    await cloud.put('events', eventIn(24))
    expect(await signUp('stranger')).toMatchObject(refused('notBound'))
  })

  test('when full, the next joins the waiting list in order and moves up when a place is given back', async () => {
    const [a = '', b = '', c = ''] = await raiseMembers(3)
    await cloud.put('events', eventIn(24, { capacity: 1, cancelUntil: new Date(NOW.getTime() + 20 * HOUR) }))
    expect(await signUp(a)).toMatchObject({ data: { state: 'registered' } })
    at(MINUTE)
    expect(await signUp(b)).toMatchObject({ data: { state: 'waitlisted' } })
    at(2 * MINUTE)
    expect(await signUp(c)).toMatchObject({ data: { state: 'waitlisted' } })
    expect(await cancel(a)).toMatchObject({ ok: true, data: { state: 'cancelled' } })
    expect(await signUp(b)).toMatchObject({ data: { state: 'registered' } })
    expect(await signUp(a)).toMatchObject({ data: { state: 'waitlisted' } })
    expect(await places()).toEqual({ taken: 1, registered: 1, waitlisted: 2, holding: 1, releasing: 0, queueing: true })
  })

  test('once the event has begun a free place goes to who asks, not behind those whom nobody moves up any more', async () => {
    const [late = '', later = ''] = await raiseMembers(2)
    const signUpWindow = { opensAt: new Date(NOW.getTime() - HOUR), closesAt: new Date(NOW.getTime() + HOUR) }
    const begun = eventIn(-1 / 6, { capacity: 1, queueing: true, signUp: signUpWindow })
    await cloud.put('events', begun)
    await cloud.put('registrations', buildRegistration(begun, 'm-waited', { state: 'waitlisted' }))
    expect(await signUp(late)).toMatchObject({ data: { state: 'registered' } })
    expect(await signUp(later)).toMatchObject({ data: { state: 'waitlisted' } })
    expect(await places()).toMatchObject({ taken: 1, registered: 1, waitlisted: 2, holding: 1 })
  })

  test('before it begins a free place is for those who wait', async () => {
    const [openid = ''] = await raiseMembers(1)
    const soon = eventIn(1, { capacity: 1, queueing: true })
    await cloud.put('events', soon)
    await cloud.put('registrations', buildRegistration(soon, 'm-waited', { state: 'waitlisted' }))
    expect(await signUp(openid)).toMatchObject({ data: { state: 'waitlisted' } })
  })

  test('a person who cancelled can come back', async () => {
    const [openid = ''] = await raiseMembers(1)
    await cloud.put('events', eventIn(48))
    await signUp(openid)
    await cancel(openid)
    expect(await places()).toMatchObject({ taken: 0, registered: 0 })
    expect(await signUp(openid)).toMatchObject({ data: { state: 'registered' } })
    expect(await places()).toMatchObject({ taken: 1, registered: 1, holding: 1 })
  })
})

describe('cancelling', () => {
  test('is refused after the deadline, after check-in, and to who never signed up', async () => {
    const [openid = '', other = ''] = await raiseMembers(2)
    await cloud.put('events', eventIn(25))
    await signUp(openid)
    expect(await cancel(other)).toMatchObject(refused('notSignedUp'))
    at(2 * HOUR)
    expect(await cancel(openid)).toMatchObject(refused('cancelTooLate'))
  })

  test('is refused to who was checked in, and their place stays theirs', async () => {
    const [openid = ''] = await raiseMembers(1)
    const event = eventIn(48, { taken: 1 })
    await cloud.put('events', event)
    await cloud.put('registrations', buildRegistration(event, `m-${openid}`, { attendedAt: NOW, attendedBy: 'manual' }))
    expect(await cancel(openid)).toMatchObject(refused('alreadyCheckedIn'))
    expect(await places()).toMatchObject({ taken: 1, registered: 1, holding: 1 })
  })

  test('twice is harmless and gives back one place', async () => {
    const [openid = '', other = ''] = await raiseMembers(2)
    await cloud.put('events', eventIn(48))
    await signUp(openid)
    await signUp(other)
    const first = await cancel(openid)
    expect(await cancel(openid)).toEqual(first)
    expect(await places()).toMatchObject({ taken: 1, registered: 1 })
  })
})

describe('under load', () => {
  test('200 people at once for 20 places: 20 get one, 180 wait, and the count is right', async () => {
    const openids = await raiseMembers(200)
    await cloud.put('events', eventIn(24, { capacity: 20 }))
    const answers = await Promise.all(
      openids.map((openid) => cloud.over(openid).call('event.signUp', { eventId: 'EV0001' })),
    )
    expect(tally(answers)).toEqual({ ok: 200 })
    expect(answers.filter((answer) => answer.ok && answer.data.state === 'registered')).toHaveLength(20)
    expect(await places()).toEqual({
      taken: 20,
      registered: 20,
      waitlisted: 180,
      holding: 20,
      releasing: 0,
      queueing: true,
    })
  })

  test('one person from twelve phones holds one place', async () => {
    const [openid = ''] = await raiseMembers(1)
    await cloud.put('events', eventIn(24, { capacity: 5 }))
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => cloud.over(openid).call('event.signUp', { eventId: 'EV0001' })),
    )
    expect(tally(answers)).toEqual({ ok: 12 })
    expect(await places()).toMatchObject({ taken: 1, registered: 1, holding: 1 })
  })

  test('people who sign up and cancel at random leave a count that is theirs', async () => {
    const openids = await raiseMembers(30)
    await cloud.put('events', eventIn(48, { capacity: 10 }))
    const moves = openids.flatMap((openid, index) => [
      () => cloud.over(openid).call('event.signUp', { eventId: 'EV0001' }),
      ...(index % 2 === 0 ? [() => cloud.over(openid).call('event.cancelSignUp', { eventId: 'EV0001' })] : []),
      ...(index % 4 === 0 ? [() => cloud.over(openid).call('event.signUp', { eventId: 'EV0001' })] : []),
    ])
    const answers = await Promise.all(moves.map((move) => move()))
    expect(Object.keys(tally(answers)).filter((kind) => !['ok', 'notSignedUp'].includes(kind))).toEqual([])
    at(2 * MINUTE)
    await runSweep()
    await runSweep()
    const standing = await places()
    expect(standing.taken).toBe(standing.registered)
    expect(standing.holding).toBe(standing.registered)
    expect(standing.releasing).toBe(0)
    expect(standing.registered).toBe(Math.min(10, (standing.registered ?? 0) + (standing.waitlisted ?? 0)))
  })
})
