/** What of the chain service the home page tells each side: the next meeting, what waits, what is kept; and what it costs. */
import type { ConsultationDoc } from '../../cloudfunctions/consultation/store/document'
import { buildConsultation } from '../../config/seed/consultation-builders'
import { buildWait } from '../../config/seed/service-builders'
import { buildGuidance, buildMeeting } from '../../config/seed/guidance-builders'
import { cloud } from '../support/cloud'
import { ok, open, refused } from '../support/consulting'
import { HOUR, NOW, raise } from '../support/park'
import { contactOf, teamOf } from '../support/service'

const at = (hours: number) => new Date(NOW.getTime() + hours * HOUR)
const ofAnna = { ownerId: 'm-anna', owner: { name: '演示安娜', title: '税务志愿者' } }

const put = (id: string, overrides: Partial<ConsultationDoc> = {}) =>
  cloud.put('consultations', buildConsultation(id, at(-90), { ...ofAnna, ...overrides }))
const keep = (n: number, until: Date) =>
  cloud.put(
    'waits',
    buildWait(`enterprise-0${n}`, 'tax', at(-9), {
      ...{ state: 'offered', slotId: 'slot-1', holdId: 'hold-1', startsAt: at(30), until },
    }),
  )
const asks = async (who: string) => ok(await cloud.as(who).call('home.service', {}))
const todos = async (who: string) =>
  (await asks(who)).todos.map(({ kind, count, only }) => [kind, count, only?.id ?? null])

beforeEach(open)

test('a contact sees the soonest meeting of their enterprises, with whom and where, and nobody else’s', async () => {
  await put('later', { startsAt: at(50) })
  await put('sooner', { startsAt: at(3) })
  await put('past', { startsAt: at(-3) })
  await put('given-up', { startsAt: at(1), state: 'cancelled' })
  await put('another’s', { startsAt: at(1), enterpriseId: 'enterprise-02' })
  expect((await asks('contact-1')).next).toMatchObject({
    id: 'sooner',
    side: 'enterprise',
    owner: { name: '演示安娜' },
    meeting: { startsAt: at(3).getTime(), placeName: '天安智谷一楼大厅' },
  })
  expect(await asks('contact-3')).toMatchObject({ next: null, today: 0, kept: [], todos: [] })
})

test('a meeting that lasts longer than planned stands until the day is over; a guidance’s own next meeting counts too', async () => {
  await put('lasts', { startsAt: at(-2), state: 'started' })
  await put('guided', { mode: 'oneToOne', state: 'open', topic: 'projectApplication' })
  const guided = buildConsultation('guided', NOW, { ...ofAnna, mode: 'oneToOne' })
  const meetings = [buildMeeting('meeting-1', at(20)), buildMeeting('meeting-0', at(2), { state: 'cancelled' })]
  await cloud.put('guidances', buildGuidance(guided, NOW, { meetings }))
  expect((await asks('contact-1')).next?.id).toBe('lasts')
  cloud.setNow(at(15))
  expect((await asks('contact-1')).next).toMatchObject({
    id: 'guided',
    meeting: { startsAt: at(20).getTime(), placeName: '多功能服务室' },
  })
})

test('what waits for an enterprise is told by kind, and which it is when it is one', async () => {
  await put('asks', { state: 'open', dueAt: at(9), waitingSince: at(-5) })
  await put('answer-1', { state: 'answered', waitingSince: at(-5) })
  await put('answer-2', { state: 'answered', waitingSince: at(-4) })
  await put('lost', { state: 'unplaced', dueAt: at(9) })
  await put('at-work', { state: 'open', dueAt: at(9) })
  await put('done', { state: 'closed', closedAt: at(-2) })
  expect(await todos('contact-1')).toEqual([
    ['materialAsked', 1, 'asks'],
    ['answerToConfirm', 2, null],
    ['slotLost', 1, 'lost'],
  ])
})

test('a kept slot is shown until it lapses, to the enterprise that it is kept for', async () => {
  await keep(1, at(2))
  expect((await asks('contact-1')).kept).toEqual([
    {
      ...{ enterpriseId: 'enterprise-01', topic: 'tax', since: at(-9).getTime() },
      offer: { slotId: 'slot-1', startsAt: at(30).getTime(), until: at(2).getTime() },
    },
  ])
  expect((await asks('contact-2')).kept).toEqual([])
  cloud.setNow(at(2))
  expect((await asks('contact-1')).kept).toEqual([])
})

test('a specialist sees how many meetings today still has, the next one, what is late and what they are asked to take over', async () => {
  await put('first', { startsAt: at(1) })
  await put('second', { startsAt: at(2), waitingSince: at(-1) })
  await put('held', { startsAt: at(-5), state: 'answered', waitingSince: at(-4) })
  await put('tomorrow', { startsAt: at(25) })
  await put('late', { state: 'open', dueAt: at(-30) })
  const to = { id: 'm-anna', name: '演示安娜', title: '税务志愿者' }
  const transfer = {
    to,
    from: { id: 'm-bert', name: '演示伯特', title: '' },
    by: 'm-bert',
    reason: '出差',
    override: false,
  }
  await put('offered', { state: 'open', ownerId: 'm-bert', dueAt: at(-30), transfer: { ...transfer, at: at(-1) } })
  const own = await asks('anna')
  expect([own.next?.side, own.next?.id, own.today]).toEqual(['team', 'first', 2])
  expect(await todos('anna')).toEqual([
    ['toTakeOver', 1, 'offered'],
    ['itemsLate', 1, 'late'],
  ])
  // Who leads the team sees that others are late, theirs as well as what they are asked for.
  expect(await todos('leader')).toEqual([['teamLate', 2, null]])
  expect(await todos('foreign-leader')).toEqual([])
})

test('who stands on both sides of one question is told of each; whose grant has ended, of nothing', async () => {
  await raise('both', [contactOf('enterprise-01'), teamOf('specialist')])
  await put('own-one', { startsAt: at(1), ownerId: 'm-both' })
  expect(await asks('both')).toMatchObject({ next: { id: 'own-one' }, today: 1 })
  await raise('former', [teamOf('specialist', 'team-02')])
  await put('left-behind', { startsAt: at(1), ownerId: 'm-former' })
  expect(await asks('former')).toMatchObject({ next: null, today: 0, todos: [] })
})

test('nobody else asks for it', async () => {
  await raise('plain')
  expect(await cloud.as('plain').call('home.service', {})).toMatchObject(refused('notAllowed'))
  expect(await cloud.as('nobody').call('home.service', {})).toMatchObject(refused('notBound'))
  expect(await cloud.as('staff').call('home.service', {})).toMatchObject(refused('notAllowed'))
})

test.each([
  ['contact-1', 3],
  ['anna', 3],
  ['leader', 4],
])('%s: %i round trips, with 1 row and with 30', async (who, trips) => {
  const cost = async (n: number) => {
    await cloud.local.reset()
    await open()
    for (let nth = 0; nth < n; nth++) await put(`c-${nth}`, { startsAt: at(nth + 1), dueAt: at(99) })
    return cloud.roundTrips(() => asks(who))
  }
  expect([await cost(1), await cost(30)]).toEqual([trips, trips])
})
