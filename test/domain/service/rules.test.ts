import fc from 'fast-check'
import {
  BOOK_BEFORE_MINUTES,
  dayProblems,
  isBookable,
  isFree,
  MAX_SLOTS,
  OFFER_MS,
  offerUntil,
  overlaps,
  partsOfSlotId,
  serviceSlotIdOf,
  sheetIdOf,
  SLOT_LENGTHS,
  slotTimes,
  type DayDraft,
} from '@/domain/service/rules'
import { atWallClock, HOUR, isNight, MINUTE } from '@/domain/time'

const DAY = '2026-11-28'
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const minuteOfDay = fc.integer({ min: 0, max: 24 * 60 - 1 })
const stretch = fc
  .tuple(minuteOfDay, minuteOfDay)
  .map(([a, b]) => ({ from: clock(Math.min(a, b)), to: clock(Math.max(a, b)) }))
const times = fc.record({
  day: fc.constant(DAY),
  from: minuteOfDay.map(clock),
  to: minuteOfDay.map(clock),
  breaks: fc.array(stretch, { maxLength: 4 }),
  slotMinutes: fc.constantFrom(...SLOT_LENGTHS),
})
const at = (time: string) => atWallClock(DAY, time).getTime()

describe('the slots of a table', () => {
  test('lie in order within the day, each as long as it should be, none in a break or over another', () => {
    fc.assert(
      fc.property(times, (day) => {
        const slots = slotTimes(day)
        for (const [n, { startsAt, endsAt }] of slots.entries()) {
          expect(endsAt.getTime() - startsAt.getTime()).toBe(day.slotMinutes * MINUTE)
          expect(startsAt.getTime()).toBeGreaterThanOrEqual(n === 0 ? at(day.from) : Number(slots[n - 1]?.endsAt))
          expect(endsAt.getTime()).toBeLessThanOrEqual(at(day.to))
          const pauses = day.breaks.filter((pause) =>
            overlaps({ from: startsAt, to: endsAt }, { from: at(pause.from), to: at(pause.to) }),
          )
          expect(pauses).toEqual([])
        }
      }),
    )
  })

  test('leave no room for one more', () => {
    fc.assert(
      fc.property(times, (day) => {
        const slots = slotTimes(day)
        const length = day.slotMinutes * MINUTE
        const taken = [
          ...slots.map(({ startsAt, endsAt }) => ({ from: startsAt.getTime(), to: endsAt.getTime() })),
          ...day.breaks.map((pause) => ({ from: at(pause.from), to: at(pause.to) })),
        ]
        const starts = [at(day.from), ...taken.map(({ to }) => to)].filter((start) => start >= at(day.from))
        const room = starts.filter(
          (start) =>
            start + length <= at(day.to) && !taken.some((one) => overlaps(one, { from: start, to: start + length })),
        )
        expect(room).toEqual([])
      }),
    )
  })

  test('go on after a break where it ends', () => {
    const day = { day: DAY, from: '09:00', to: '11:00', breaks: [{ from: '09:40', to: '10:10' }], slotMinutes: 30 }
    expect(slotTimes(day).map(({ startsAt }) => (startsAt.getTime() - at('09:00')) / MINUTE)).toEqual([0, 70])
  })
})

test('a slot’s key says what it is made of', () => {
  const startsAt = atWallClock(DAY, '09:20')
  const id = serviceSlotIdOf('day-01', 'm-anna', startsAt)
  expect(partsOfSlotId(id)).toEqual({ dayId: 'day-01', specialistId: 'm-anna', startsAt })
  for (const other of ['', 'day-01:m-anna', 'day-01:m-anna:soon', 'day-01::29930460'])
    expect(partsOfSlotId(other)).toBeNull()
  expect(sheetIdOf('enterprise', 'enterprise-01', startsAt)).toBe(`enterprise:enterprise-01:${DAY}`)
})

describe('what keeps a draft from being published', () => {
  const NOW = atWallClock('2026-11-21', '10:00')
  const good: DayDraft = {
    title: '链上服务日',
    place: { name: '一楼大厅' },
    tables: [{ specialistId: 'm-anna' }],
    ...{ day: DAY, from: '09:00', to: '12:00', breaks: [], slotMinutes: 30 },
  }
  const five = ['a', 'b', 'c', 'd', 'e'].map((specialistId) => ({ specialistId }))

  test.each<[string[], Partial<DayDraft>]>([
    [[], {}],
    [['titleMissing'], { title: ' ' }],
    [['placeMissing'], { place: { name: '' } }],
    [['timesWrong'], { to: '09:00' }],
    [['breakWrong'], { breaks: [{ from: '11:00', to: '11:00' }] }],
    [['breakWrong'], { breaks: [{ from: '08:59', to: '09:30' }] }],
    [['breakWrong'], { breaks: [{ from: '11:30', to: '12:01' }] }],
    [[], { breaks: [{ from: '09:00', to: '09:30' }] }],
    [['noSlot'], { to: '09:29' }],
    [[], { to: '09:30' }],
    [['tooManySlots'], { from: '00:00', to: '10:15', slotMinutes: 15, tables: five }],
    [[], { from: '00:00', to: '10:00', slotMinutes: 15, tables: five }],
    [['nobodySits'], { tables: [] }],
    [['personTwice'], { tables: [{ specialistId: 'a' }, { specialistId: 'a' }] }],
    [['dayPassed'], { day: '2026-11-21', from: '09:59' }],
    [['dayPassed'], { day: '2026-11-21', from: '10:00' }],
    [[], { day: '2026-11-21', from: '10:01' }],
    [
      ['titleMissing', 'placeMissing', 'timesWrong', 'nobodySits'],
      { title: '', place: { name: '' }, to: '08:00', tables: [] },
    ],
  ])('%j', (problems, overrides) => {
    expect(dayProblems({ ...good, ...overrides }, NOW)).toEqual(problems)
    expect(MAX_SLOTS).toBe(200)
  })
})

describe('a slot', () => {
  const NOW = atWallClock(DAY, '09:00').getTime()

  test.each([
    ['free', null, true],
    ['held', NOW + 1, false],
    ['held', NOW, true],
    ['held', NOW - 1, true],
    ['held', null, false],
    ['booked', null, false],
    ['withdrawn', null, false],
  ] as const)('that is %s until %s is free: %s', (state, until, free) => {
    expect(isFree({ state, until, startsAt: NOW + HOUR }, NOW)).toBe(free)
  })

  test('can be booked until a quarter of an hour before it starts', () => {
    expect(isBookable({ startsAt: NOW + BOOK_BEFORE_MINUTES * MINUTE }, NOW)).toBe(true)
    expect(isBookable({ startsAt: NOW + BOOK_BEFORE_MINUTES * MINUTE - 1 }, NOW)).toBe(false)
  })

  test('overlaps what begins before it ends, and not what only touches it', () => {
    const stretches = fc
      .tuple(fc.nat(100), fc.integer({ min: 1, max: 50 }))
      .map(([from, long]) => ({ from, to: from + long }))
    fc.assert(
      fc.property(stretches, stretches, (a, b) => {
        const shared = Array.from({ length: 200 }, (_, minute) => minute).some(
          (minute) => a.from <= minute && minute < a.to && b.from <= minute && minute < b.to,
        )
        expect([overlaps(a, b), overlaps(b, a)]).toEqual([shared, shared])
      }),
    )
  })
})

describe('an offer', () => {
  const on = (day: string, time: string) => atWallClock(day, time)
  const far = { startsAt: on('2026-12-05', '10:00') }

  test.each([
    ['by day', on(DAY, '10:00'), on(DAY, '12:00')],
    ['in the evening', on(DAY, '20:00'), on('2026-11-29', '08:00')],
    ['at night', on(DAY, '23:00'), on('2026-11-29', '10:00')],
    ['before dawn', on(DAY, '03:00'), on(DAY, '10:00')],
  ])('that is made %s stands until %s', (_name, now, until) => {
    expect(offerUntil(far, now)).toEqual(until)
  })

  test('never stands beyond the last moment for booking, nor is made after it', () => {
    const startsAt = on(DAY, '11:00')
    expect(offerUntil({ startsAt }, on(DAY, '10:00'))).toEqual(on(DAY, '10:45'))
    expect(offerUntil({ startsAt }, on(DAY, '10:45'))).toBeNull()
    expect(offerUntil({ startsAt: on(DAY, '08:10') }, on(DAY, '07:00'))).toBeNull()
  })

  test('ends by day, or when its slot can be booked no more, and leaves two hours unless that comes first', () => {
    const minutes = fc.integer({ min: 0, max: 7 * 24 * 60 })
    fc.assert(
      fc.property(minutes, minutes, (start, ahead) => {
        const now = on(DAY, '00:00').getTime() + start * MINUTE
        const startsAt = now + ahead * MINUTE
        const last = startsAt - BOOK_BEFORE_MINUTES * MINUTE
        const until = offerUntil({ startsAt }, now)?.getTime()
        if (until === undefined) return
        expect(until).toBeGreaterThan(now)
        expect(until).toBeLessThanOrEqual(last)
        if (until < last) expect([isNight(until), until - now >= OFFER_MS]).toEqual([false, true])
      }),
    )
  })
})
