import fc from 'fast-check'
import {
  arriveDecision,
  bookableDays,
  bookDecision,
  cancelVisitDecision,
  centreProblems,
  closureReason,
  dayOfSlot,
  FIRST_CENTRE,
  hoursOn,
  isOpenVisit,
  openState,
  recordDecision,
  slotBehind,
  SLOT_ID,
  slotsOn,
  visitAtDoor,
  type Hours,
  type OpeningFacts,
  type VisitFacts,
  type VisitingFacts,
} from '@/domain/centre/rules'
import { atWallClock, DAY, dayKey, HOUR, MINUTE } from '@/domain/time'

const at = (day: string, time: string) => atWallClock(day, time)
const SATURDAY = '2026-11-21'
const MONDAY = '2026-11-23'
const closing = { from: '2026-11-23', to: '2026-11-24', reason: '布展' }

describe('opening', () => {
  test.each([
    [SATURDAY, '09:00', { is: 'open', until: at(SATURDAY, '12:00') }],
    [SATURDAY, '11:59', { is: 'open', until: at(SATURDAY, '12:00') }],
    [SATURDAY, '12:00', { is: 'closed', next: at(MONDAY, '09:00'), reason: '' }],
    [SATURDAY, '08:59', { is: 'closed', next: at(SATURDAY, '09:00'), reason: '' }],
    ['2026-11-22', '10:00', { is: 'closed', next: at(MONDAY, '09:00'), reason: '' }],
    [MONDAY, '17:29', { is: 'open', until: at(MONDAY, '17:30') }],
    [MONDAY, '23:59', { is: 'closed', next: at('2026-11-24', '09:00'), reason: '' }],
  ])('on %s at %s', (day, time, state) => {
    expect(openState(FIRST_CENTRE, at(day, time))).toEqual(state)
  })

  test('an announced closure goes before the week, both its days included, and says why', () => {
    const facts = { ...FIRST_CENTRE, closures: [closing] }
    expect(openState(facts, at(MONDAY, '10:00'))).toEqual({
      is: 'closed',
      next: at('2026-11-25', '09:00'),
      reason: '布展',
    })
    expect([SATURDAY, MONDAY, '2026-11-24', '2026-11-25'].map((day) => closureReason(facts, day))).toEqual([
      '',
      '布展',
      '布展',
      '',
    ])
    expect(hoursOn(facts, MONDAY)).toBeNull()
  })

  test('one that opens no more within four weeks says so', () => {
    const never: OpeningFacts = { week: Array.from({ length: 7 }, () => null), closures: [] }
    expect(openState(never, at(MONDAY, '10:00'))).toEqual({ is: 'closed', next: null, reason: '' })
  })

  const clock = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((minute) => sayClock(minute))
  const hours: fc.Arbitrary<Hours> = fc.option(
    fc
      .tuple(clock, clock)
      .filter(([a, b]) => a < b)
      .map(([opens, closes]) => ({ opens, closes })),
  )
  const opening: fc.Arbitrary<OpeningFacts> = fc.record({
    week: fc.array(hours, { minLength: 7, maxLength: 7 }),
    closures: fc.array(
      fc.tuple(fc.nat(40), fc.nat(5)).map(([from, days]) => ({
        from: dayKey(at(MONDAY, '00:00').getTime() + from * DAY),
        to: dayKey(at(MONDAY, '00:00').getTime() + (from + days) * DAY),
        reason: '布展',
      })),
      { maxLength: 3 },
    ),
  })
  const moment = fc.nat(30 * 24 * 60).map((minute) => new Date(at(MONDAY, '00:00').getTime() + minute * MINUTE))

  test('is open until it closes, and opens when it says', () => {
    fc.assert(
      fc.property(opening, moment, (facts, now) => {
        const state = openState(facts, now)
        const edge = state.is === 'open' ? state.until : state.next
        if (!edge) return
        expect(edge.getTime()).toBeGreaterThan(now.getTime())
        const before = openState(facts, new Date(edge.getTime() - 1))
        const after = openState(facts, edge)
        expect(before.is).toBe(state.is)
        // A day may close at the very minute at which none opens; it is never open past its edge.
        expect(after.is).toBe(state.is === 'open' ? 'closed' : 'open')
      }),
    )
  })

  const visiting: fc.Arbitrary<VisitingFacts> = fc.record({
    slotMinutes: fc.constantFrom(30, 45, 60, 90),
    capacity: fc.integer({ min: 1, max: 200 }),
    guides: fc.nat(10),
    daysAhead: fc.integer({ min: 1, max: 30 }),
    closesBefore: fc.nat(1440),
  })

  test('its slots lie side by side within the hours, each found again by its id', () => {
    fc.assert(
      fc.property(opening, visiting, moment, fc.nat(30), (facts, rules, now, ahead) => {
        const day = bookableDays(rules, now)[ahead % (rules.daysAhead + 1)] ?? ''
        const slots = slotsOn(facts, rules, day)
        const open = hoursOn(facts, day)
        const length = rules.slotMinutes * MINUTE
        const minutes = open ? at(day, open.closes).getTime() - at(day, open.opens).getTime() : 0
        expect(slots.map(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()])).toEqual(
          Array.from({ length: Math.floor(minutes / length) }, (_, n) => {
            const from = at(day, open?.opens ?? '').getTime() + n * length
            return [from, from + length]
          }),
        )
        expect(slots.filter(({ id }) => !SLOT_ID.test(id) || dayOfSlot(id) !== day)).toEqual([])
        expect(slots.map(({ id }) => slotBehind(facts, rules, id, now))).toEqual(slots)
      }),
    )
  })
})

const sayClock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

describe('a slot', () => {
  test('is known by its id from today on, for as many days as visits can be booked', () => {
    const now = at(SATURDAY, '10:00')
    const known = (id: string) => slotBehind(FIRST_CENTRE, FIRST_CENTRE.visiting, id, now)?.id ?? null
    expect(['20261121-0900', '20261121-1100', '20261205-1100'].map(known)).toEqual([
      '20261121-0900',
      '20261121-1100',
      '20261205-1100',
    ])
    expect(['20261120-0900', '20261207-0900', '20261122-0900', '20261121-1130', '20261399-0900'].map(known)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
  })

  const slot = {
    startsAt: at(MONDAY, '09:00'),
    endsAt: at(MONDAY, '10:00'),
    capacity: 10,
    taken: 8,
    guides: 1,
    guided: 0,
    closedReason: '',
  }
  const before = new Date(slot.startsAt.getTime() - HOUR)
  test.each([
    [{}, { size: 2, guide: true }, before, null],
    [{}, { size: 3, guide: false }, before, 'slotFull'],
    [{ guided: 1 }, { size: 2, guide: true }, before, 'noGuideLeft'],
    [{ guided: 1 }, { size: 2, guide: false }, before, null],
    [{ closedReason: '布展' }, { size: 2, guide: false }, before, 'slotClosed'],
    [{}, { size: 2, guide: false }, new Date(before.getTime() + 1), 'slotPassed'],
    [{ taken: 12 }, { size: 1, guide: false }, before, 'slotFull'],
  ])('%o with a party %o', (overrides, party, now, refusal) => {
    expect(bookDecision({ ...slot, ...overrides }, party, { closesBefore: 60 }, now)).toBe(refusal)
  })
})

const visit = (overrides: Partial<VisitFacts> = {}): VisitFacts => ({
  state: 'booked',
  startsAt: at(MONDAY, '09:00'),
  endsAt: at(MONDAY, '10:00'),
  arrivedAt: null,
  ...overrides,
})
const nine = at(MONDAY, '09:00')
const ten = at(MONDAY, '10:00')
const ms = (instant: Date, by: number) => new Date(instant.getTime() + by)

describe('a visit', () => {
  test.each([
    ['arriving', arriveDecision, visit(), ms(nine, -30 * MINUTE - 1), 'tooEarly'],
    ['arriving', arriveDecision, visit(), ms(nine, -30 * MINUTE), null],
    ['arriving', arriveDecision, visit(), ms(ten, -1), null],
    ['arriving', arriveDecision, visit(), ten, 'visitOver'],
    ['arriving', arriveDecision, visit({ state: 'cancelled' }), nine, 'visitCancelled'],
    ['cancelling', cancelVisitDecision, visit(), ms(ten, -1), null],
    ['cancelling', cancelVisitDecision, visit(), ten, 'visitOver'],
    ['cancelling', cancelVisitDecision, visit({ arrivedAt: nine }), nine, 'alreadyArrived'],
    ['recording', recordDecision, visit(), ms(nine, -30 * MINUTE - 1), 'tooEarly'],
    ['recording', recordDecision, visit(), ms(ten, 7 * DAY), null],
    ['recording', recordDecision, visit(), ms(ten, 7 * DAY + 1), 'tooLateToRecord'],
    ['recording', recordDecision, visit({ state: 'cancelled' }), nine, 'visitCancelled'],
  ])('%s', (_what, decide, facts, now, refusal) => {
    expect(decide(facts, now)).toBe(refusal)
  })

  test('is open until somebody came or it is over', () => {
    expect(isOpenVisit(visit(), ms(ten, -1))).toBe(true)
    expect(isOpenVisit(visit(), ten)).toBe(false)
    expect(isOpenVisit(visit({ arrivedAt: nine }), nine)).toBe(false)
    expect(isOpenVisit(visit({ state: 'cancelled' }), nine)).toBe(false)
  })
})

describe('the code at the door is for', () => {
  const first = visit()
  const second = visit({ startsAt: ten, endsAt: at(MONDAY, '11:00') })
  const afternoon = visit({ startsAt: at(MONDAY, '15:00'), endsAt: at(MONDAY, '16:00') })
  const gone = (facts: VisitFacts): VisitFacts => ({ ...facts, state: 'cancelled' })

  test.each([
    ['nothing, when there is none', [], '09:00', null],
    ['the visit that runs, not the next one', [second, first], '09:40', first],
    ['the one that can be entered already', [afternoon, second], '09:40', second],
    [
      'the same one again after they have come',
      [{ ...first, arrivedAt: nine }, second],
      '09:40',
      { ...first, arrivedAt: nine },
    ],
    ['the nearest to come', [afternoon, second], '09:00', second],
    ['the one to come before the one that is over', [first, afternoon], '12:00', afternoon],
    ['the last one, when all are over', [first, second], '12:00', second],
    ['a cancelled one in its own time, before one to come', [gone(first), afternoon], '09:10', gone(first)],
    ['a booked one before a cancelled one', [gone(first), second], '09:40', second],
    ['a cancelled one, when there is no other', [gone(first)], '12:00', gone(first)],
  ] as const)('%s', (_which, today, time, found) => {
    expect(visitAtDoor<VisitFacts>(today, at(MONDAY, time))).toEqual(found)
  })
})

describe('what an editor sets', () => {
  test.each([
    [[null, { opens: '09:00', closes: '09:00' }], [], ['hoursWrong']],
    [[null, { opens: '09:00', closes: '09:01' }], [], []],
    [[], [{ from: '2026-12-02', to: '2026-12-01', reason: '布展' }], ['closureWrong']],
    [[], [{ from: '2026-12-01', to: '2026-12-01', reason: '布展' }], []],
    [
      [{ opens: '10:00', closes: '09:00' }],
      [{ from: '2026-12-02', to: '2026-12-01', reason: '' }],
      ['hoursWrong', 'closureWrong'],
    ],
  ])('%j with closures %j', (week, closures, problems) => {
    expect(centreProblems({ week, closures })).toEqual(problems)
  })
})
