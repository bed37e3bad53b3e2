import { buildEvent, buildRegistration } from '../../config/seed/builders'
import { buildVisit, buildVisitSlot } from '../../config/seed/centre-builders'
import { formatDeskCode, parseDeskCode } from '@/domain/desk-code'
import { cloud } from '../support/cloud'
import { branch, HOUR, MINUTE, raise, raiseMembers, secretaryOf, tally } from '../support/park'
import { doorCode, editor, MONDAY, mondaySlot, openCentre, SLOT } from '../support/visiting'

let person = ''
beforeEach(async () => {
  await openCentre()
  ;[person = ''] = await raiseMembers(2)
  at(0)
})

const at = (ms: number) => cloud.setNow(new Date(MONDAY.getTime() + ms))
const refused = (code: string, detail?: object) => ({ ok: false, error: { code, ...(detail && { detail }) } })
const visit = (overrides = {}, who = person) => buildVisit(mondaySlot(), `m-${who}`, overrides)
const later = () => buildVisitSlot(new Date(MONDAY.getTime() + HOUR))
const book = (...visits: object[]) => cloud.put('visits', ...visits)
const scan = (code: string, openid = person) => cloud.as(openid).call('centre.arrive', { code })
const type = (digits: string, openid = person) => cloud.as(openid).call('centre.arrive', { digits })
const scanDoor = async (openid = person) => scan((await doorCode()).text, openid)
const trips = async (work: () => Promise<unknown>) => {
  let answer: unknown
  const count = await cloud.roundTrips(async () => void (answer = await work()))
  return { count, answer }
}

describe('the code at the door', () => {
  test('is made of the centre’s own key, changes every 20 seconds, and no answer carries the key', async () => {
    const first = await doorCode()
    expect(first.text).toMatch(/^HTTPS:\/\/HLT\.EXAMPLE\/C\/CENTRE-DOOR\.[0-9A-Z]+\.[0-9A-F]{16}$/)
    expect(first.digits).toMatch(/^\d{8}$/)
    at(20_000)
    expect(await doorCode()).not.toEqual(first)
    await book(visit())
    const [{ secret = '' } = {}] = await cloud.all<{ secret: string }>('centres')
    const answers = await Promise.all([
      cloud.as('editor').call('centre.door', {}),
      cloud.as('editor').call('centre.edit', {}),
      cloud.as('editor').call('centre.visitsOn', { day: '2026-11-23' }),
      cloud.as(person).call('centre.get', {}),
      cloud.as(person).call('centre.slots', {}),
      cloud.as(person).call('centre.myVisits', {}),
      scanDoor(),
    ])
    expect(answers.map(({ ok }) => ok)).toEqual(answers.map(() => true))
    expect(JSON.stringify(answers)).toContain(SLOT)
    expect(JSON.stringify(answers)).not.toContain(secret.slice(0, 20))
  })

  test('differs from one centre to another: a new environment makes its own key, once', async () => {
    const first = await doorCode()
    await cloud.local.reset()
    await raise('editor', [editor])
    const answers = await Promise.all(Array.from({ length: 5 }, () => doorCode()))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(answers[0]).not.toEqual(first)
  })
})

describe('arriving', () => {
  test('records the arrival in three round trips; again says when the first was', async () => {
    await cloud.put('visitSlots', mondaySlot({ taken: 1 }))
    await book(visit())
    const { text } = await doorCode()
    at(5000)
    expect(await trips(() => scan(text))).toMatchObject({
      count: 3,
      answer: {
        ok: true,
        data: {
          at: MONDAY.getTime() + 5000,
          again: false,
          visit: { id: `${SLOT}:m-${person}`, arrivedAt: MONDAY.getTime() + 5000, state: 'booked' },
        },
      },
    })
    at(9000)
    expect(await scan(text)).toMatchObject({ ok: true, data: { at: MONDAY.getTime() + 5000, again: true } })
    at(5 * HOUR)
    expect(await scan(text)).toMatchObject({ ok: true, data: { again: true } })
  })

  test('opens half an hour before the slot and closes with it', async () => {
    await book(visit())
    at(-30 * MINUTE - 1)
    expect(await scanDoor()).toMatchObject(
      refused('tooEarly', { at: MONDAY.getTime() - 30 * MINUTE, now: MONDAY.getTime() - 30 * MINUTE - 1 }),
    )
    at(-30 * MINUTE)
    expect(await scanDoor()).toMatchObject({ ok: true })
    await book(visit({ startsAt: MONDAY }, 'person-002'))
    at(HOUR)
    expect(await scanDoor('person-002')).toMatchObject(refused('visitOver'))
  })

  test('means the visit that runs now, also when the next one is open already', async () => {
    await book(visit(), buildVisit(later(), `m-${person}`))
    at(40 * MINUTE)
    expect(await scanDoor()).toMatchObject({ ok: true, data: { visit: { slotId: SLOT }, again: false } })
    expect(await scanDoor()).toMatchObject({ ok: true, data: { visit: { slotId: SLOT }, again: true } })
    at(HOUR)
    expect(await scanDoor()).toMatchObject({ ok: true, data: { visit: { slotId: later()._id }, again: false } })
  })

  test.each([
    ['noVisitToday', () => []],
    ['noVisitToday', () => [buildVisit(buildVisitSlot(new Date(MONDAY.getTime() + 24 * HOUR)), 'm-person-001')]],
    ['noVisitToday', () => [visit({}, 'person-002')]],
    ['visitCancelled', () => [visit({ state: 'cancelled' })]],
    ['tooEarly', () => [buildVisit(later(), 'm-person-001')]],
    ['visitOver', () => [buildVisit(buildVisitSlot(new Date(MONDAY.getTime() - HOUR)), 'm-person-001')]],
  ])('is refused with %s', async (code, visits) => {
    const found = visits()
    if (found.length > 0) await book(...found)
    at(5 * MINUTE)
    expect(await scanDoor()).toMatchObject(refused(code))
  })

  test('takes the step before the current one and nothing older, and no forged code', async () => {
    await book(visit())
    const { text } = await doorCode()
    at(40_000)
    expect(await scan(text)).toMatchObject(refused('codeExpired'))
    const code = parseDeskCode(text)
    if (!code) throw new Error('the door shows no code')
    expect(await scan(formatDeskCode('', { ...code, step: code.step + 2 }))).toMatchObject(refused('codeInvalid'))
    expect(await scan('https://example.com/menu')).toMatchObject(refused('codeInvalid'))
    at(39_999)
    expect(await scan(text)).toMatchObject({ ok: true })
  })

  test('refuses the code of an event, and an event refuses the code of the door', async () => {
    await raise('secretary', [secretaryOf(branch)])
    await book(visit())
    const event = buildEvent('EV0001', branch, MONDAY, { taken: 1 })
    await cloud.put('events', event)
    await cloud.put('registrations', buildRegistration(event, `m-${person}`))
    const desk = await cloud.as('secretary').call('event.desk', { eventId: 'EV0001' })
    expect(await scan((desk.ok && desk.data.code?.text) || '')).toMatchObject(refused('codeOfAnEvent'))
    const { text } = await doorCode()
    expect(await cloud.as(person).call('event.checkIn', { code: text })).toMatchObject(refused('codeOfAnotherEvent'))
    expect(await cloud.as(person).call('event.checkIn', { code: text, eventId: 'EV0001' })).toMatchObject(
      refused('codeOfAnotherEvent'),
    )
    expect(await cloud.all('visits')).toMatchObject([{ arrivedAt: null }])
    expect(await cloud.all('registrations')).toMatchObject([{ attendedAt: null }])
  })

  test('many scans of one person at once record one arrival', async () => {
    await book(visit())
    const { text } = await doorCode()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => cloud.over(person).call('centre.arrive', { code: text })),
    )
    expect(tally(answers)).toEqual({ ok: 10 })
    expect(answers.filter((answer) => answer.ok && !answer.data.again)).toHaveLength(1)
    expect(new Set(answers.map((answer) => answer.ok && answer.data.at)).size).toBe(1)
  })

  test('and cancelling at the same moment leave one of the two whole', async () => {
    await cloud.local.reset()
    await openCentre()
    const openids = await raiseMembers(12)
    at(0)
    await cloud.put('visitSlots', mondaySlot({ taken: 12 }))
    await book(...openids.map((openid) => visit({}, openid)))
    const { text } = await doorCode()
    const answers = await Promise.all(
      openids.flatMap((openid) => [
        cloud.over(openid).call('centre.arrive', { code: text }),
        cloud.over(openid).call('centre.cancelVisit', { visitId: `${SLOT}:m-${openid}` }),
      ]),
    )
    const rows = await cloud.all<{ state: string; arrivedAt: Date | null; placeId: string | null }>('visits')
    const arrived = rows.filter(({ arrivedAt }) => arrivedAt !== null)
    expect(arrived.map(({ state }) => state)).toEqual(arrived.map(() => 'booked'))
    expect(rows.filter(({ state }) => state === 'cancelled').length + arrived.length).toBe(12)
    expect(answers.filter(({ ok }) => ok)).toHaveLength(12)
    expect(await cloud.all('visitSlots')).toMatchObject([{ taken: arrived.length }])
  })
})

describe('typing the digits', () => {
  test('lets in, spaces forgiven, and costs no try', async () => {
    await book(visit())
    const { digits } = await doorCode()
    expect(await type(`${digits.slice(0, 4)} ${digits.slice(4)}`)).toMatchObject({ ok: true, data: { again: false } })
    expect(await cloud.all('codeTries')).toMatchObject([{ count: 0 }])
    expect(await cloud.all('visits')).toMatchObject([{ arrivedBy: 'digits' }])
  })

  test('is closed for the rest of ten minutes after five wrong tries; scanning is not', async () => {
    await book(visit())
    const wrong = async () => ((await doorCode()).digits === '00000000' ? '11111111' : '00000000')
    for (let left = 4; left >= 0; left--)
      expect(await type(await wrong())).toMatchObject(refused('digitsWrong', { left }))
    expect(await type((await doorCode()).digits)).toMatchObject(refused('tooManyTries', { minutes: 10 }))
    expect(await scanDoor()).toMatchObject({ ok: true })
  })

  test('what is not eight digits is no try', async () => {
    await book(visit())
    expect(await type('1234')).toMatchObject(refused('digitsWrong'))
    expect(await cloud.as(person).call('centre.arrive', {})).toMatchObject(refused('digitsWrong'))
    expect(await cloud.all('codeTries')).toEqual([])
  })
})

describe('the screen at the door', () => {
  test('shows how many are expected and have come, and who came last; who looked is logged', async () => {
    const arrived = (minutes: number) => ({
      arrivedAt: new Date(MONDAY.getTime() + minutes * MINUTE),
      arrivedBy: 'scan' as const,
    })
    await book(
      visit({ ...arrived(1), size: 12, groupName: '演示企业参观团' }),
      visit(arrived(2), 'person-002'),
      visit({}, 'person-003'),
      visit({ state: 'cancelled' }, 'person-004'),
      buildVisit(buildVisitSlot(new Date(MONDAY.getTime() - 24 * HOUR)), 'm-person-005', arrived(0)),
    )
    at(3 * MINUTE)
    expect(await cloud.as('editor').call('centre.door', {})).toMatchObject({
      ok: true,
      data: {
        expected: 3,
        arrived: 2,
        arrivals: [
          { name: '演示person-002', size: 1, groupName: '' },
          { name: '演示person-001', size: 12, groupName: '演示企业参观团' },
        ],
      },
    })
    expect(await cloud.all('operations')).toMatchObject([
      { what: 'centre.door', object: '2026-11-23', by: 'm-editor', subjects: ['m-person-002', 'm-person-001'] },
    ])
    at(4 * MINUTE)
    expect((await trips(() => cloud.as('editor').call('centre.door', {}))).count).toBe(5)
  })
})

describe('the visits of a day', () => {
  test('stand by slot with their counts; reading them is logged for everyone in them', async () => {
    await cloud.put(
      'visitSlots',
      mondaySlot({ taken: 13, guided: 1 }),
      buildVisitSlot(new Date(MONDAY.getTime() + HOUR / 2)),
    )
    await book(
      visit({ size: 12, guide: true, arrivedAt: MONDAY, arrivedBy: 'scan' }),
      visit({}, 'person-002'),
      visit({ state: 'cancelled' }, 'gone'),
    )
    const answer = await cloud.as('editor').call('centre.visitsOn', { day: '2026-11-23' })
    expect(answer).toMatchObject({
      ok: true,
      data: {
        day: '2026-11-23',
        counts: { visits: 2, persons: 13, arrived: 1 },
        visits: [
          { memberId: 'm-gone', name: '', state: 'cancelled' },
          {
            memberId: 'm-person-001',
            name: '演示person-001',
            branchName: branch.name,
            confirmed: true,
            arrivedBy: 'scan',
          },
          { memberId: 'm-person-002', confirmed: true, arrivedBy: null },
        ],
      },
    })
    // The slot at half past stems from other hours; it stands in its place.
    const ids = answer.ok ? answer.data.slots.map(({ id }) => id) : []
    expect(ids.slice(0, 3)).toEqual([SLOT, '20261123-0930', '20261123-1000'])
    expect(await cloud.all('operations')).toMatchObject([
      { what: 'centre.visitsOn', object: '2026-11-23', subjects: ['m-gone', 'm-person-001', 'm-person-002'] },
    ])
    const seen = await cloud.as(person).call('member.accesses', {})
    expect(seen).toMatchObject({ ok: true, data: { items: [{ by: '演示editor', what: '查看了含有您的参观名单' }] } })
  })

  test('cost the same with one visit and with thirty', async () => {
    await book(visit())
    const look = () => cloud.as('editor').call('centre.visitsOn', { day: '2026-11-23' })
    await look()
    at(1000)
    const few = await trips(look)
    at(2000)
    await book(...Array.from({ length: 29 }, (_, n) => visit({}, `more-${n}`)))
    const many = await trips(look)
    expect([few.count, many.count]).toEqual([6, 6])
  })
})

describe('recording an arrival by hand', () => {
  const record = (visitId = `${SLOT}:m-${person}`, by = 'editor') =>
    cloud.as(by).call('centre.recordArrival', { visitId, reason: '手机没电' })

  test('stands with its reason beside the visit, and is logged once however often it is repeated', async () => {
    await book(visit())
    expect(await record()).toMatchObject({
      ok: true,
      data: { arrivedAt: MONDAY.getTime(), arrivedBy: 'manual', reason: '手机没电', name: '演示person-001' },
    })
    at(HOUR)
    expect(await record()).toMatchObject({ ok: true, data: { arrivedAt: MONDAY.getTime() } })
    expect(await cloud.all('operations')).toMatchObject([
      { what: 'centre.recordArrival', object: `${SLOT}:m-${person}`, subjects: [`m-${person}`], by: 'm-editor' },
    ])
    expect(await scanDoor()).toMatchObject({ ok: true, data: { again: true } })
  })

  test('leaves an arrival by scan as it was', async () => {
    await book(visit({ arrivedAt: MONDAY, arrivedBy: 'scan' }))
    expect(await record()).toMatchObject({ ok: true, data: { arrivedBy: 'scan', reason: '' } })
    expect(await cloud.all('operations')).toEqual([])
  })

  test.each([
    ['visitCancelled', { state: 'cancelled' }, 0],
    ['tooEarly', {}, -30 * MINUTE - 1],
    ['tooLateToRecord', {}, HOUR + 7 * 24 * HOUR + 1],
  ])('is refused with %s', async (code, overrides, after) => {
    await book(visit(overrides))
    at(after)
    expect(await record()).toMatchObject(refused(code))
    expect(await cloud.all('visits')).toMatchObject([{ arrivedAt: null }])
  })

  test('finds no visit that is not there', async () => {
    expect(await record(`${SLOT}:m-nobody`)).toMatchObject(refused('notFound'))
  })
})
