/** Lists of consultations: what stands in them and in which order, by pages, at the same cost with one row and with thirty. */
import type { ActionName, InputFor } from '@/domain/contracts'
import { atWallClock, DAY } from '@/domain/time'
import { buildConsultation, buildLine } from '../../config/seed/consultation-builders'
import { bookedBy, buildServiceDay, buildServiceSlots } from '../../config/seed/service-builders'
import type { ConsultationDoc } from '../../cloudfunctions/consultation/store/document'
import { cloud } from '../support/cloud'
import { ok, open, refused, slotAt } from '../support/consulting'
import { HOUR, NOW } from '../support/park'
import { anna, DAY_ID } from '../support/service'

const at = (hours: number) => new Date(NOW.getTime() + hours * HOUR)
const put = (n: number, overrides: (nth: number) => Partial<ConsultationDoc>) =>
  cloud.put(
    'consultations',
    ...Array.from({ length: n }, (_, nth) =>
      buildConsultation(`c-${String(nth + 1).padStart(4, '0')}`, at(nth - 200), {
        ownerId: 'm-anna',
        owner: { name: '演示安娜', title: '税务志愿者' },
        contactId: 'm-contact-1',
        ...overrides(nth),
      }),
    ),
  )
type Rows = { items: { id: string }[]; nextCursor: string | null }
const list = async (who: string, action: ActionName, input: object): Promise<Rows> =>
  ok(await cloud.as(who).call(action, input as InputFor<typeof action>)) as unknown as Rows
const everyPage = async (who: string, action: ActionName, input: object): Promise<string[]> => {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const page: Rows = await list(who, action, { ...input, cursor })
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor !== null)
  return ids
}

beforeEach(open)

test('an enterprise sees what comes next first, what is over by itself, each once over all pages', async () => {
  await put(50, (nth) =>
    nth % 5 === 4 ? { state: 'cancelled' } : { state: 'open', dueAt: at(1000 - nth * 10), waitingSince: null },
  )
  const input = { enterpriseId: 'enterprise-01' }
  const open = await everyPage('contact-1', 'consultation.mine', input)
  expect(open).toHaveLength(40)
  expect(new Set(open).size).toBe(40)
  // The last one of all is due first.
  expect(open.slice(0, 2)).toEqual(['c-0049', 'c-0048'])
  expect(await everyPage('contact-1', 'consultation.mine', { ...input, closed: true })).toHaveLength(10)
  expect(await cloud.as('contact-2').call('consultation.mine', input)).toMatchObject(refused('notAllowed'))
})

test('the work of a person is told apart by whose turn it is, the most urgent first', async () => {
  await put(
    6,
    (nth) =>
      [
        { state: 'open', dueAt: at(30) },
        { state: 'open', dueAt: at(3) },
        { state: 'open', dueAt: at(1), waitingSince: at(-5) },
        { state: 'answered', waitingSince: at(-9) },
        { state: 'closed', closedAt: at(-20) },
        { state: 'booked', startsAt: at(10), dueAt: at(40) },
      ][nth] as Partial<ConsultationDoc>,
  )
  expect(await everyPage('anna', 'consultation.work', {})).toEqual(['c-0002', 'c-0006', 'c-0001'])
  expect(await everyPage('anna', 'consultation.work', { filter: 'waiting' })).toEqual(['c-0004', 'c-0003'])
  expect(await everyPage('anna', 'consultation.work', { filter: 'done' })).toEqual(['c-0005'])
  expect(await everyPage('bert', 'consultation.work', {})).toEqual([])
})

test('a team’s board shows its own, by state; staff see every team’s', async () => {
  await put(
    5,
    (nth) =>
      [
        { state: 'open', dueAt: at(-30) },
        { state: 'open', dueAt: at(30), teamId: 'team-02' },
        { state: 'booked', startsAt: at(10), dueAt: at(40) },
        { state: 'answered', waitingSince: at(-9) },
        { state: 'closed', closedAt: at(-20) },
      ][nth] as Partial<ConsultationDoc>,
  )
  const boards = async (who: string) => {
    const found: string[][] = []
    for (const filter of ['late', 'open', 'meetings', 'answered', 'closed'] as const)
      found.push(await everyPage(who, 'consultation.board', { filter }))
    return found
  }
  expect(await boards('leader')).toEqual([['c-0001'], ['c-0001'], ['c-0003'], ['c-0004'], ['c-0005']])
  expect(await boards('staff')).toEqual([['c-0001'], ['c-0001', 'c-0002'], ['c-0003'], ['c-0004'], ['c-0005']])
  expect(await boards('foreign-leader')).toEqual([[], ['c-0002'], [], [], []])
})

test('a day’s desk sees the meetings of the day; a specialist those that are theirs', async () => {
  const meeting = (nth: number, more: Partial<ConsultationDoc>) => ({ dayId: DAY_ID, startsAt: at(168 + nth), ...more })
  await put(4, (nth) =>
    meeting(
      nth,
      [
        { state: 'booked' },
        { state: 'noShow', ownerId: 'm-bert' },
        { state: 'cancelled' },
        { state: 'answered', ownerId: 'm-bert', waitingSince: at(0) },
      ][nth] as Partial<ConsultationDoc>,
    ),
  )
  const onDay = (who: string) => cloud.as(who).call('consultation.onDay', { serviceDayId: DAY_ID })
  const desk = ok(await onDay('leader'))
  expect(desk.items.map(({ id }) => id)).toEqual(['c-0001', 'c-0002', 'c-0004'])
  expect(desk.counts).toEqual({ slots: 12, booked: 3, arrived: 1, noShow: 1 })
  expect(ok(await onDay('anna')).items.map(({ id }) => id)).toEqual(['c-0001'])
  expect(await onDay('foreign-leader')).toMatchObject(refused('notAllowed'))
  expect(await cloud.as('leader').call('consultation.onDay', { serviceDayId: 'day-none' })).toMatchObject(
    refused('notFound'),
  )
})

test('who is offered says why: knows the topic, met before, has less to do; nobody who must not', async () => {
  await put(3, () => ({ state: 'open', dueAt: at(99), firstAnswerAt: at(-50), startsAt: at(-50) }))
  const { items } = ok(
    await cloud.as('contact-1').call('consultation.offer', { enterpriseId: 'enterprise-01', topic: 'policy' }),
  )
  expect(items.map(({ specialist, reasons }) => [specialist.id, reasons.map(({ kind }) => kind)])).toEqual([
    ['m-bert', ['knowsTopic', 'lightLoad', 'soonest']],
    ['m-anna', ['onlyGeneral', 'metBefore', 'soonest']],
  ])
  expect(items[0]?.slots[0]?.id).toBe(slotAt('bert', '09:00'))
})

describe('what a list costs', () => {
  const day = buildServiceDay(DAY_ID, '2026-11-28', [anna])
  const [slot] = buildServiceSlots(day).map((one) => ({
    ...one,
    ...bookedBy('enterprise-01', 'c-0001', 'm-contact-1'),
  }))
  const cases: [action: ActionName, who: string, input: object, trips: number][] = [
    ['consultation.mine', 'contact-1', { enterpriseId: 'enterprise-01' }, 2],
    ['consultation.work', 'anna', {}, 2],
    ['consultation.board', 'leader', {}, 2],
    ['consultation.today', 'anna', { day: '2026-11-28' }, 3],
    ['consultation.onDay', 'leader', { serviceDayId: DAY_ID }, 3],
    ['consultation.get', 'anna', { consultationId: 'c-0001' }, 3],
    ['consultation.lines', 'anna', { consultationId: 'c-0001' }, 3],
  ]
  const furnishWith = async (n: number) => {
    await put(n, (nth) => ({
      state: nth % 2 === 0 ? 'open' : 'booked',
      dayId: DAY_ID,
      slotId: slot?._id ?? null,
      startsAt: atWallClock('2026-11-28', '09:00'),
      dueAt: new Date(NOW.getTime() + 9 * DAY),
      said: n,
    }))
    const doc = { _id: 'c-0001', ownerId: 'm-anna', owner: { name: '演示安娜', title: '' } }
    const said = (nth: number) => buildLine(doc, nth, { at: at(nth), kind: 'words', side: 'team', text: `第${nth}句` })
    await cloud.put('lines', ...Array.from({ length: n }, (_, nth) => said(nth)))
  }

  test.each(cases)('%s: the same with 1 row and with 30', async (action, who, input, trips) => {
    const cost = async (n: number) => {
      await cloud.local.reset()
      await open()
      await furnishWith(n)
      return cloud.roundTrips(async () => ok(await cloud.as(who).call(action, input as InputFor<typeof action>)))
    }
    expect([await cost(1), await cost(30)]).toEqual([trips, trips])
  })
})
