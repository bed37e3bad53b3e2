import fc from 'fast-check'
import { defaultTimes, draftProblems, shiftTimes, type DraftProblem, type DraftTimes } from '@/domain/event/rules'
import { DAY, HOUR, MINUTE } from '@/domain/time'

const START = Date.parse('2026-11-21T06:30:00Z')
const END = START + 2 * HOUR
const instants = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2090, 0, 1) })
const lengths = fc.integer({ min: 1, max: 31 * DAY })

type Numbers = {
  [K in keyof DraftTimes]: DraftTimes[K] extends object ? { opensAt: number; closesAt: number } : number
}
const draftWith = (overrides: Partial<DraftTimes> = {}): DraftTimes => ({
  startsAt: START,
  endsAt: END,
  signUp: { opensAt: START - DAY, closesAt: START },
  cancelUntil: START,
  checkIn: { opensAt: START - HOUR, closesAt: END },
  ...overrides,
})
const numbers = (times: DraftTimes): number[] =>
  [
    times.startsAt,
    times.endsAt,
    times.signUp.opensAt,
    times.signUp.closesAt,
    times.cancelUntil,
    times.checkIn.opensAt,
    times.checkIn.closesAt,
  ].map(Number)

describe('the times an organiser starts from', () => {
  test('have no problem, whatever the start, the length and the moment of planning', () => {
    fc.assert(
      fc.property(instants, lengths, instants, (startsAt, length, now) => {
        expect(draftProblems(defaultTimes(startsAt, startsAt + length, now))).toEqual([])
      }),
    )
  })

  test('let people sign up at once, or two days before at the latest', () => {
    expect(defaultTimes(START, END, START - 10 * DAY).signUp).toEqual({ opensAt: START - 10 * DAY, closesAt: START })
    expect(defaultTimes(START, END, START - HOUR).signUp).toEqual({ opensAt: START - 2 * DAY, closesAt: START })
    expect(defaultTimes(START, END, START).checkIn).toEqual({ opensAt: START - 30 * MINUTE, closesAt: END })
  })
})

describe('what is wrong with a draft', () => {
  test.each<[DraftProblem, Partial<DraftTimes>, Partial<DraftTimes>]>([
    [
      'endsBeforeStart',
      { endsAt: START + 1, signUp: { opensAt: 0, closesAt: START }, checkIn: { opensAt: START, closesAt: END } },
      { endsAt: START },
    ],
    ['tooLong', { endsAt: START + 31 * DAY }, { endsAt: START + 31 * DAY + 1 }],
    [
      'signUpWindowEmpty',
      { signUp: { opensAt: START - 1, closesAt: START } },
      { signUp: { opensAt: START, closesAt: START } },
    ],
    [
      'signUpAfterEnd',
      { signUp: { opensAt: START, closesAt: END } },
      { signUp: { opensAt: START, closesAt: END + 1 } },
    ],
    ['cancelAfterStart', { cancelUntil: START }, { cancelUntil: START + 1 }],
    [
      'checkInWindowEmpty',
      { checkIn: { opensAt: END - 1, closesAt: END } },
      { checkIn: { opensAt: END, closesAt: END } },
    ],
    [
      'checkInOutside',
      { checkIn: { opensAt: START - DAY, closesAt: END } },
      { checkIn: { opensAt: START - DAY - 1, closesAt: END } },
    ],
    [
      'checkInOutside',
      { checkIn: { opensAt: START, closesAt: END + DAY } },
      { checkIn: { opensAt: START, closesAt: END + DAY + 1 } },
    ],
  ])('%s begins at its millisecond', (problem, good, bad) => {
    expect(draftProblems(draftWith(good))).not.toContain(problem)
    expect(draftProblems(draftWith(bad))).toContain(problem)
  })

  test('is told in the order of the form', () => {
    const wrong = draftWith({ endsAt: START - HOUR, signUp: { opensAt: START, closesAt: START }, cancelUntil: END })
    expect(draftProblems(wrong)).toEqual(['endsBeforeStart', 'signUpWindowEmpty', 'signUpAfterEnd', 'cancelAfterStart'])
  })
})

describe('moving an event to another day', () => {
  const drafts = fc
    .tuple(instants, fc.array(fc.integer({ min: -40 * DAY, max: 40 * DAY }), { minLength: 6, maxLength: 6 }))
    .map(([start, [end = 0, opens = 0, closes = 0, cancel = 0, from = 0, to = 0]]): Numbers => ({
      startsAt: start,
      endsAt: start + end,
      signUp: { opensAt: start + opens, closesAt: start + closes },
      cancelUntil: start + cancel,
      checkIn: { opensAt: start + from, closesAt: start + to },
    }))

  test('keeps every distance, and so every problem and every virtue', () => {
    fc.assert(
      fc.property(drafts, fc.integer({ min: -3650 * DAY, max: 3650 * DAY }), (times, by) => {
        const moved = shiftTimes(times, by)
        expect(numbers(moved)).toEqual(numbers(times).map((ms) => ms + by))
        expect(draftProblems(moved)).toEqual(draftProblems(times))
        expect(numbers(shiftTimes(moved, -by))).toEqual(numbers(times))
      }),
    )
  })
})
