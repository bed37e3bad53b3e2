import type { Grant } from '@/domain/kit'
import type { Topic } from '@/domain/service/rules'
import { buildBooking } from '../support/bookings'
import { cloud } from '../support/cloud'
import { NOW, raise, staff } from '../support/park'

const leader: Grant = { role: 'teamLeader', scope: 'team', scopeId: 'team-01' }
const at = (day: string, time = '10:00') => new Date(`${day}T${time}:00+08:00`)
let next = 0
type Overrides = Parameters<typeof buildBooking>[2]
/** `n` bookings of a day and topic, all alike. */
const book = async (n: number, day: string, topic: Topic = 'tax', overrides: Overrides = {}) => {
  for (let i = 0; i < n; i++) {
    next += 1
    const id = `booking-${String(next).padStart(5, '0')}`
    await cloud.put('consultations', buildBooking(id, at(day), { topic, ...overrides }))
  }
}

beforeEach(async () => {
  cloud.setNow(NOW)
  await raise('staff', [staff])
  await raise('leader', [leader])
  await raise('member')
})

const data = <T>(answer: { ok: true; data: T } | { ok: false; error: { code: string } }): T => {
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.data
}
const november = { fromMonth: '2026-11', toMonth: '2026-11' }
const ask = async (who: string, by: 'topic' | 'day' | 'month', period = november) =>
  data(await cloud.as(who).call('figure.service', { ...period, by }))
const group = async (who: string, by: 'topic' | 'day' | 'month', key: string, period = november) =>
  (await ask(who, by, period)).groups.find((one) => one.key === key)?.figures
const records = async (who: string, input: object) =>
  cloud.as(who).call('figure.records', { ...november, by: 'topic', figure: 'bookings', ...input } as never)
const ids = async (who: string, input: object) => data(await records(who, input)).items.map(({ id }) => id)

test('staff see every figure as it is, by topic, with the total', async () => {
  await book(2, '2026-11-03', 'tax', { state: 'closed', verdict: 'solved', firstAnswerAt: at('2026-11-03', '11:30') })
  await book(1, '2026-11-04', 'tax', { state: 'open', verdict: 'notSolved', firstAnswerAt: at('2026-11-05', '10:00') })
  await book(1, '2026-11-05', 'tax', { state: 'noShow' })
  await book(3, '2026-11-05', 'policy')
  await book(4, '2026-11-05', 'policy', { state: 'cancelled' })
  await book(1, '2026-11-05', 'policy', { mode: 'oneToOne' })
  const answer = await ask('staff', 'topic')
  expect(answer).toMatchObject({ of: 'zone', exact: true, from: '2026-11', to: '2026-11' })
  expect(answer.total).toEqual({
    ...{ bookings: 7, noShows: 1, judged: 3, solved: 2, answered: 3, firstAnswerMinutes: 90, hidden: [] },
  })
  expect(answer.groups.filter(({ figures }) => figures.bookings !== 0)).toEqual([
    { key: 'policy', figures: { ...none, bookings: 3 } },
    {
      key: 'tax',
      figures: { bookings: 4, noShows: 1, judged: 3, solved: 2, answered: 3, firstAnswerMinutes: 90, hidden: [] },
    },
  ])
})
const none = { bookings: 0, noShows: 0, judged: 0, solved: 0, answered: 0, firstAnswerMinutes: null, hidden: [] }

test('the first answer is measured in office hours: nights, weekends and holidays do not count', async () => {
  // Friday 16:30 to Monday 9:30: one hour and one hour.
  await book(1, '2026-11-13', 'tax', { bookedAt: at('2026-11-13', '16:30'), firstAnswerAt: at('2026-11-16', '09:30') })
  expect((await ask('staff', 'month')).total.firstAnswerMinutes).toBe(120)
})

test('by day and by month it is the park’s day: an evening in UTC is the next morning here', async () => {
  await book(1, '2026-11-30', 'tax', { bookedAt: new Date('2026-10-31T16:30:00Z') })
  expect(await group('staff', 'month', '2026-11')).toMatchObject({ bookings: 1 })
  expect(await group('staff', 'day', '2026-11-01')).toMatchObject({ bookings: 1 })
})

test('days that have not come yet do not stand there', async () => {
  const days = (await ask('staff', 'day')).groups.map(({ key }) => key)
  expect([days[0], days.at(-1), days.length]).toEqual(['2026-11-01', '2026-11-21', 21])
})

test('a leader sees the own team’s figures as they are, and nothing of others', async () => {
  await book(2, '2026-11-03')
  await book(7, '2026-11-03', 'tax', { teamId: 'team-02' })
  expect(await ask('leader', 'topic')).toMatchObject({ of: 'teams', exact: true, total: { bookings: 2 } })
  expect(await ask('staff', 'topic')).toMatchObject({ of: 'zone', exact: true, total: { bookings: 9 } })
})

describe('everyone else', () => {
  const summer = { fromMonth: '2026-07', toMonth: '2026-09' }
  const asMember = (by: 'topic' | 'day' | 'month' = 'topic', period = summer) => ask('member', by, period)
  const shown = async (by: 'topic' | 'day' | 'month' = 'topic', period = summer) =>
    Object.fromEntries((await asMember(by, period)).groups.map(({ key, figures }) => [key, figures.bookings]))

  test('sees whole published quarters without small groups and what they would follow from', async () => {
    await book(6, '2026-07-08', 'policy')
    await book(3, '2026-08-03', 'tax')
    await book(20, '2026-09-09', 'finance')
    const answer = await asMember('topic', { fromMonth: '2026-08', toMonth: '2026-08' })
    expect(answer).toMatchObject({ of: 'zone', exact: false, from: '2026-07', to: '2026-09', total: { bookings: 29 } })
    expect(await shown()).toMatchObject({ finance: 20, talent: 0, policy: null, tax: null })
    const tax = answer.groups.find(({ key }) => key === 'tax')?.figures
    expect(tax?.hidden).toEqual(['bookings', 'noShows', 'firstAnswer', 'solved'])
  })

  test('sees nothing of a quarter before it is published, thirty days after its end', async () => {
    await book(20, '2026-08-03')
    await book(20, '2026-11-03')
    const year = { fromMonth: '2025-12', toMonth: '2026-11' }
    expect(await asMember('month', year)).toMatchObject({ from: '2025-10', to: '2026-09', total: { bookings: 20 } })
    const refused = await cloud.as('member').call('figure.service', { ...november, by: 'topic' })
    expect(refused).toMatchObject({ ok: false, error: { code: 'notPublished' } })
    cloud.setNow(new Date('2026-10-30T15:59:00Z'))
    expect(await asMember('month', year)).toMatchObject({ to: '2026-06', total: { bookings: 0 } })
    cloud.setNow(new Date('2026-10-30T16:00:00Z'))
    expect(await asMember('month', year)).toMatchObject({ to: '2026-09', total: { bookings: 20 } })
  })

  test('sees a published quarter unchanged whatever is changed or added later, and holders of records the change', async () => {
    await book(9, '2026-08-03')
    const before = [await asMember('topic'), await asMember('month'), await asMember('day')]
    const one = `booking-${String(next).padStart(5, '0')}`
    await book(1, '2026-08-04', 'policy')
    const { default: sdk } = await import('wx-server-sdk')
    await sdk
      .database()
      .collection('consultations')
      .where({ _id: one })
      .update({ data: { state: 'cancelled' } })
    cloud.setNow(new Date(NOW.getTime() + 86_400_000))
    const after = [await asMember('topic'), await asMember('month'), await asMember('day')]
    expect(after.map((answer) => ({ ...answer, now: 0 }))).toEqual(before.map((answer) => ({ ...answer, now: 0 })))
    expect((await ask('staff', 'topic', summer)).groups.filter(({ figures }) => figures.bookings)).toMatchObject([
      { key: 'policy', figures: { bookings: 1 } },
      { key: 'tax', figures: { bookings: 8 } },
    ])
  })

  test('sees what stood there on the day of publishing, though nobody asked then: a timer fixes it once', async () => {
    cloud.setNow(new Date('2026-10-30T16:10:00Z'))
    await book(9, '2026-08-03')
    await Promise.all([cloud.local.runTimer('figure', 'fix'), cloud.local.runTimer('figure', 'fix'), asMember()])
    cloud.setNow(NOW)
    await book(9, '2026-08-03')
    expect((await asMember()).total.bookings).toBe(9)
    const kept = await cloud.all<{ _id: string }>('figureQuarters')
    expect(kept.map(({ _id }) => _id)).toEqual(['2026-07'])
  })

  test('sees topics, months and days that add up to the same', async () => {
    await book(10, '2026-07-06', 'policy')
    await book(12, '2026-08-03', 'tax')
    await book(15, '2026-09-07', 'finance')
    for (const by of ['topic', 'month', 'day'] as const) {
      const counts = Object.values(await shown(by)).map((count) => count ?? NaN)
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(37)
    }
  })

  test('is not told a median under five answers or a share with a small rest', async () => {
    const answered = { firstAnswerAt: at('2026-08-03', '10:40') }
    await book(4, '2026-08-03', 'tax', { ...answered, verdict: 'solved', state: 'closed' })
    await book(16, '2026-08-03', 'tax')
    await book(5, '2026-05-06', 'tax', { firstAnswerAt: at('2026-05-06', '10:40'), verdict: 'solved', state: 'closed' })
    expect((await asMember('month')).total).toEqual({
      ...{ bookings: 20, noShows: 0, judged: null, solved: null, answered: null, firstAnswerMinutes: null },
      hidden: ['firstAnswer', 'solved'],
    })
    // Told in half hours.
    expect((await asMember('month', { fromMonth: '2026-04', toMonth: '2026-06' })).total).toMatchObject({
      judged: 5,
      solved: 5,
      firstAnswerMinutes: 30,
      hidden: [],
    })
  })
})

test('every figure of every group opens as many records as it counts', async () => {
  const fates: Overrides[] = [
    { state: 'noShow' },
    { state: 'closed', verdict: 'solved', firstAnswerAt: at('2026-11-10') },
    { state: 'open', verdict: 'notSolved', firstAnswerAt: at('2026-11-11') },
    { state: 'answered', firstAnswerAt: at('2026-11-12') },
    { state: 'cancelled' },
    { teamId: 'team-02' },
    { mode: 'oneToOne' },
    {},
  ]
  const days = ['2026-10-31', '2026-11-02', '2026-11-03', '2026-11-30', '2026-12-01']
  const topics = ['tax', 'policy', 'other'] as const
  for (const [nth, fate] of fates.entries())
    for (const [of, topic] of topics.entries())
      await book(1 + ((nth + of) % 2), days[(nth + 2 * of) % days.length] ?? '', topic, fate)
  cloud.setNow(at('2026-11-30', '20:00'))
  const quarter = { fromMonth: '2026-10', toMonth: '2026-12' }
  for (const who of ['staff', 'leader'])
    for (const by of ['topic', 'month'] as const) {
      const { total, groups } = await ask(who, by, quarter)
      const some = groups.filter(({ figures }) => figures.bookings !== 0)
      expect(some.length).toBeGreaterThan(1)
      for (const { key, figures } of [{ key: null, figures: total }, ...some]) {
        const opened = async (figure: string) => (await ids(who, { ...quarter, by, group: key, figure })).length
        const counts = [figures.bookings, figures.noShows, figures.answered, figures.judged]
        const records = await Promise.all(['bookings', 'noShows', 'firstAnswer', 'solved'].map(opened))
        expect([who, by, key, ...records]).toEqual([who, by, key, ...counts])
      }
    }
})

test('a figure opens exactly the records that it counts, newest first, without the question', async () => {
  await book(2, '2026-11-03', 'tax')
  await book(1, '2026-11-04', 'tax', { state: 'noShow' })
  await book(1, '2026-11-05', 'policy', { verdict: 'partly', state: 'open', firstAnswerAt: at('2026-11-06') })
  await book(1, '2026-11-05', 'policy', { state: 'cancelled' })
  await book(1, '2026-10-31', 'tax')
  const [a, b, noShow, judged] = [next - 5, next - 4, next - 3, next - 2].map(
    (n) => `booking-${String(n).padStart(5, '0')}`,
  )
  expect(await ids('staff', {})).toEqual([judged, noShow, b, a])
  expect(await ids('staff', { group: 'tax' })).toEqual([noShow, b, a])
  expect(await ids('staff', { figure: 'noShows' })).toEqual([noShow])
  expect(await ids('staff', { figure: 'solved' })).toEqual([judged])
  expect(await ids('staff', { figure: 'firstAnswer' })).toEqual([judged])
  expect(await ids('staff', { by: 'day', group: '2026-11-03' })).toEqual([b, a])
  expect(await ids('staff', { by: 'month', group: '2026-11' })).toEqual([judged, noShow, b, a])
  expect(JSON.stringify(data(await records('staff', {})))).not.toContain('演示问题')
})

test('records come page by page, each once', async () => {
  await book(35, '2026-11-03')
  const first = data(await records('staff', {}))
  const second = data(await records('staff', { cursor: first.nextCursor }))
  expect([first.items.length, second.items.length, second.nextCursor]).toEqual([30, 5, null])
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(35)
})

test('a leader opens records of the own team alone; a member opens none', async () => {
  await book(1, '2026-11-03')
  const own = `booking-${String(next).padStart(5, '0')}`
  await book(1, '2026-11-03', 'tax', { teamId: 'team-02' })
  expect(await ids('leader', {})).toEqual([own])
  expect(await records('member', {})).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
})

test('opening records is logged for the people in them', async () => {
  await book(1, '2026-11-03')
  await records('staff', { group: 'tax' })
  const [line] = await cloud.all<{ what: string; object: string; subjects: string[] }>('operations')
  expect(line).toMatchObject({ what: 'figure.records', object: 'topic:tax:2026-11:2026-11' })
  expect(line?.subjects).toEqual(['m-specialist-01', 'm-contact-01'])
})

test.each([
  ['periodWrong', { fromMonth: '2026-11', toMonth: '2026-10', by: 'month' }],
  ['periodTooLong', { fromMonth: '2025-11', toMonth: '2026-11', by: 'month' }],
  ['periodTooLong', { fromMonth: '2026-08', toMonth: '2026-11', by: 'day' }],
] as const)('%s', async (code, input) => {
  expect(await cloud.as('member').call('figure.service', input)).toMatchObject({ ok: false, error: { code } })
  expect(await records('staff', input)).toMatchObject({ ok: false, error: { code } })
})

test.each(['2026-10', 'nothing', '2026-11-31'])('%s is no group of November’s days', async (key) => {
  expect(await records('staff', { by: 'day', group: key })).toMatchObject({ ok: false, error: { code: 'notFound' } })
})

test('a year of many bookings is two round trips, who asks included', async () => {
  await book(40, '2026-03-03')
  await book(40, '2026-11-03', 'policy')
  const year = { fromMonth: '2025-12', toMonth: '2026-11' }
  for (const by of ['topic', 'month'] as const) expect(await cloud.roundTrips(() => ask('staff', by, year))).toBe(2)
  const published = { fromMonth: '2025-10', toMonth: '2026-09' }
  await ask('member', 'month', published)
  expect(await cloud.roundTrips(() => ask('member', 'month', published))).toBe(2)
})
