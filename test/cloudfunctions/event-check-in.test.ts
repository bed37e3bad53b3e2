import { buildEvent, buildRegistration } from '../../config/seed/builders'
import { cloud } from '../support/cloud'
import {
  branch,
  eventIn,
  HOUR,
  MINUTE,
  NOW,
  otherBranch,
  places,
  raise,
  raiseMembers,
  secretaryOf,
  tally,
} from '../support/park'

const MEMBER = 'm-person-001'
let person = ''

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
  ;[person = ''] = await raiseMembers(1)
  await raise('secretary', [secretaryOf(branch)])
})

const at = (ms: number) => cloud.setNow(new Date(NOW.getTime() + ms))
const refused = (code: string) => ({ ok: false, error: { code } })

/** An event whose window stands open: it starts in ten minutes. */
const open = (overrides = {}) => eventIn(1 / 6, overrides)
const withRegistration = async (event = open(), overrides = {}) => {
  await cloud.put('events', { ...event, taken: 1 })
  await cloud.put('registrations', buildRegistration(event, MEMBER, overrides))
}

const codeNow = async (eventId = 'EV0001') => {
  const answer = await cloud.as('secretary').call('event.desk', { eventId })
  if (!answer.ok || !answer.data.code) throw new Error('the desk shows no code')
  return answer.data.code
}
const scan = (code: string, openid = person) => cloud.as(openid).call('event.checkIn', { code })
const type = (digits: string, openid = person) => cloud.as(openid).call('event.checkIn', { eventId: 'EV0001', digits })

describe('the code on the desk', () => {
  test('is an address with event, step and 64 bits, in an alphabet that keeps the QR code sparse', async () => {
    await withRegistration()
    const { text, digits, changesAt } = await codeNow()
    expect(text).toMatch(/^[A-Z0-9 $%*+\-./:]+$/)
    expect(text).toMatch(/\/EV0001\.[0-9A-Z]+\.[0-9A-F]{16}$/)
    expect(digits).toMatch(/^\d{8}$/)
    expect(changesAt % 20_000).toBe(0)
  })

  test('changes every 20 seconds and never leaves outside the window', async () => {
    await withRegistration()
    const first = await codeNow()
    at(20_000)
    expect(await codeNow()).not.toEqual(first)
    at(5 * HOUR)
    expect(await cloud.as('secretary').call('event.desk', { eventId: 'EV0001' })).toMatchObject({
      ok: true,
      data: { code: null },
    })
  })

  test('no answer carries the key behind it', async () => {
    await withRegistration()
    const answers = await Promise.all([
      cloud.as('secretary').call('event.desk', { eventId: 'EV0001' }),
      cloud.as('secretary').call('event.get', { eventId: 'EV0001' }),
      cloud.as('secretary').call('event.managed', {}),
      cloud.as(person).call('event.list', {}),
      cloud.as(person).call('event.mine', {}),
      cloud.as(person).call('home.today', {}),
    ])
    expect(answers.map(({ ok }) => ok)).toEqual(answers.map(() => true))
    expect(JSON.stringify(answers)).toContain('EV0001')
    expect(JSON.stringify(answers)).not.toContain(open().secret.slice(0, 20))
  })
})

describe('checking in by scan', () => {
  test('records the attendance in three round trips; again says when the first was', async () => {
    await withRegistration()
    const { text } = await codeNow()
    at(5000)
    let first: unknown
    expect(await cloud.roundTrips(async () => void (first = await scan(text)))).toBe(3)
    expect(first).toMatchObject({ ok: true, data: { at: NOW.getTime() + 5000, again: false, walkIn: false } })
    at(9000)
    expect(await scan(text)).toMatchObject({ ok: true, data: { at: NOW.getTime() + 5000, again: true } })
    at(HOUR)
    expect(await scan(text)).toMatchObject({ ok: true, data: { again: true } })
  })

  test('takes the step before the current one and nothing older', async () => {
    await withRegistration()
    const { text } = await codeNow()
    at(40_000)
    expect(await scan(text)).toMatchObject(refused('codeExpired'))
    at(39_999)
    expect(await scan(text)).toMatchObject({ ok: true })
  })

  test('refuses a forged code, a code of a later step, and what is no code', async () => {
    await withRegistration()
    const { text } = await codeNow()
    const forged = text.slice(0, -1) + (text.endsWith('0') ? '1' : '0')
    expect(await scan(forged)).toMatchObject(refused('codeInvalid'))
    const [, step = '', mac = ''] = text.split('.').slice(-3)
    const later = (parseInt(step, 36) + 1).toString(36).toUpperCase()
    expect(await scan(`EV0001.${later}.${mac}`)).toMatchObject(refused('codeInvalid'))
    expect(await scan('https://example.com/menu')).toMatchObject(refused('codeInvalid'))
    expect(await scan('NOEVENT.ABC.0123456789ABCDEF')).toMatchObject(refused('codeInvalid'))
  })

  test("refuses another event's code on this event's page, and its HMAC under this event's name", async () => {
    await withRegistration()
    await cloud.put('events', buildEvent('EV0002', branch, open().startsAt))
    const { text } = await codeNow('EV0002')
    expect(await cloud.as(person).call('event.checkIn', { code: text, eventId: 'EV0001' })).toMatchObject(
      refused('codeOfAnotherEvent'),
    )
    expect(await scan(text.replace('EV0002', 'EV0001'))).toMatchObject(refused('codeInvalid'))
  })

  test.each([
    [
      'notOpenYet',
      { checkIn: { opensAt: new Date(NOW.getTime() + 4 * MINUTE), closesAt: new Date(NOW.getTime() + HOUR) } },
    ],
    ['closed', { checkIn: { opensAt: new Date(NOW.getTime() - HOUR), closesAt: new Date(NOW.getTime() - 1) } }],
    ['eventCancelled', { state: 'cancelled' as const }],
    ['notPublished', { state: 'draft' as const }],
  ])('outside the window is refused with %s', async (code, overrides) => {
    await withRegistration()
    const { text } = await codeNow()
    await cloud.local.reset()
    await raiseMembers(1)
    await withRegistration(open(overrides))
    expect(await scan(text)).toMatchObject(refused(code))
  })

  test.each([
    ['notSignedUp', null, {}],
    ['waitlisted', { state: 'waitlisted' as const }, {}],
    ['signUpCancelled', { state: 'cancelled' as const }, {}],
    ['full', null, { walkIns: true, capacity: 1, taken: 1 }],
  ])('without a place it is refused with %s', async (code, registration, overrides) => {
    await cloud.put('events', open({ walkIns: false, ...overrides }))
    if (registration) await cloud.put('registrations', buildRegistration(open(), MEMBER, registration))
    expect(await scan((await codeNow()).text)).toMatchObject(refused(code))
  })

  test('a stranger is asked to bind and keeps the code', async () => {
    await withRegistration()
    expect(await scan((await codeNow()).text, 'stranger')).toMatchObject(refused('notBound'))
  })

  test('many scans of one person at once record one attendance', async () => {
    await withRegistration()
    const { text } = await codeNow()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => cloud.over(person).call('event.checkIn', { code: text })),
    )
    expect(tally(answers)).toEqual({ ok: 10 })
    expect(answers.filter((answer) => answer.ok && !answer.data.again)).toHaveLength(1)
    expect(new Set(answers.map((answer) => answer.ok && answer.data.at)).size).toBe(1)
  })
})

describe('walking in', () => {
  test('registers and checks in with one scan, within five round trips', async () => {
    await cloud.put('events', open())
    const { text } = await codeNow()
    let answer: unknown
    expect(await cloud.roundTrips(async () => void (answer = await scan(text)))).toBe(4)
    expect(answer).toMatchObject({ ok: true, data: { again: false, walkIn: true } })
    expect(await places()).toMatchObject({ taken: 1, registered: 1, holding: 1 })
  })

  test('gives a place to who waited or had cancelled, when one is free', async () => {
    const waiting = await raise('waiting')
    await cloud.put('events', open({ capacity: 2, queueing: true }))
    await cloud.put(
      'registrations',
      buildRegistration(open(), MEMBER, { state: 'cancelled' }),
      buildRegistration(open(), 'm-waiting', { state: 'waitlisted' }),
    )
    const { text } = await codeNow()
    expect(await scan(text)).toMatchObject({ ok: true, data: { walkIn: true } })
    expect(await scan(text, waiting)).toMatchObject({ ok: true, data: { walkIn: true } })
    expect(await places()).toMatchObject({ taken: 2, registered: 2, holding: 2 })
  })

  test.each([
    ['scanning', () => codeNow().then(({ text }) => scan(text))],
    ['typing', () => codeNow().then(({ digits }) => type(digits))],
  ])('after a cancellation that died half-way gets the own place back, %s', async (_how, comeIn) => {
    await withRegistration(open({ capacity: 1, cancelUntil: new Date(NOW.getTime() + MINUTE) }))
    cloud.local.faults({ kind: 'fail', collection: 'events', request: 'database.modifyDocument' })
    expect(await cloud.as(person).call('event.cancelSignUp', { eventId: 'EV0001' })).toMatchObject(refused('failed'))
    takeErrors()
    expect(await places()).toMatchObject({ taken: 1, registered: 0, releasing: 1 })
    expect(await comeIn()).toMatchObject({ ok: true, data: { again: false, walkIn: true } })
    at(2 * MINUTE)
    await cloud.local.runTimer('event', 'sweep')
    expect(await places()).toMatchObject({ taken: 1, registered: 1, holding: 1, releasing: 0 })
  })

  test('60 people at once for 25 places: 25 come in, 35 are told that it is full', async () => {
    await cloud.local.reset()
    cloud.setNow(NOW)
    const openids = await raiseMembers(60)
    await raise('secretary', [secretaryOf(branch)])
    await cloud.put('events', open({ capacity: 25, waitlist: false }))
    const { text } = await codeNow()
    const answers = await Promise.all(openids.map((openid) => cloud.over(openid).call('event.checkIn', { code: text })))
    expect(tally(answers)).toEqual({ ok: 25, full: 35 })
    expect(await places()).toMatchObject({ taken: 25, registered: 25, holding: 25 })
  })
})

describe('typing the digits', () => {
  test('checks in, spaces forgiven, and costs no try', async () => {
    await withRegistration()
    const { digits } = await codeNow()
    expect(await type(`${digits.slice(0, 4)} ${digits.slice(4)}`)).toMatchObject({ ok: true, data: { again: false } })
    expect(await cloud.all('codeTries')).toMatchObject([{ count: 0 }])
  })

  test('is closed for the rest of ten minutes after five wrong tries, even for the right digits', async () => {
    await withRegistration()
    const wrong = async () => ((await codeNow()).digits === '00000000' ? '11111111' : '00000000')
    for (let left = 4; left >= 0; left--)
      expect(await type(await wrong())).toMatchObject({ error: { code: 'digitsWrong', detail: { left } } })
    expect(await type((await codeNow()).digits)).toMatchObject({
      error: { code: 'tooManyTries', detail: { minutes: 10 } },
    })
    at(10 * MINUTE)
    expect(await type((await codeNow()).digits)).toMatchObject({ ok: true })
  })

  test('a hundred guesses at once get five tries', async () => {
    await withRegistration()
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, guess) =>
        cloud.over(person).call('event.checkIn', { eventId: 'EV0001', digits: String(10_000_000 + guess) }),
      ),
    )
    expect(tally(answers)).toEqual({ digitsWrong: 5, tooManyTries: 95 })
  })

  test('what is not eight digits is no try', async () => {
    await withRegistration()
    expect(await type('1234')).toMatchObject(refused('digitsWrong'))
    expect(await cloud.all('codeTries')).toEqual([])
  })
})

test('attendance by hand is refused for an event that was cancelled', async () => {
  await withRegistration(open({ state: 'cancelled' as const }))
  const record = { eventId: 'EV0001', memberId: MEMBER, reason: '手机没电' }
  expect(await cloud.as('secretary').call('event.recordAttendance', record)).toMatchObject(refused('eventCancelled'))
  expect(await cloud.all('registrations')).toMatchObject([{ attendedAt: null }])
})
