import fc from 'fast-check'
import { atWallClock, DAY, dayKey, isNight } from '@/domain/time'
import { dueAfter, nextWorkingDay, notAtNight, workingDaysBetween, workingTimeBetween } from '@/domain/working-time'
import { isWorkingDay } from '../../cloudfunctions/kernel/working-days'

/**
 * 2026 as the General Office of the State Council announced it (国办发明电〔2025〕7号): days off by which weekdays are
 * free, and the working days exchanged for them.
 */
const OFF_2026 = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
] as const
const EXCHANGED_2026 = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']

const daysOf2026 = Array.from({ length: 365 }, (_unused, at) => dayKey(Date.UTC(2026, 0, 1, 4) + at * DAY))
const works = (day: string): boolean => {
  if (EXCHANGED_2026.includes(day)) return true
  if (OFF_2026.some(([from, to]) => from <= day && day <= to)) return false
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

describe('the calendar of 2026', () => {
  test('knows every public holiday and every working day exchanged for one', () => {
    expect(daysOf2026.filter(isWorkingDay)).toEqual(daysOf2026.filter(works))
  })

  test('counts Monday to Friday in a year that nobody has announced yet', () => {
    expect(isWorkingDay('2030-10-01')).toBe(true)
    expect(isWorkingDay('2030-10-05')).toBe(false)
  })
})

describe('what is due in working days', () => {
  const at = (day: string, time: string) => atWallClock(day, time)

  test.each([
    ['a plain week', '2026-11-23', '10:00', 3, '2026-11-26'],
    ['over a weekend', '2026-11-27', '10:00', 1, '2026-11-30'],
    ['on a Saturday for the same day: the next working day', '2026-11-21', '10:00', 0, '2026-11-23'],
    ['over the National Day holiday', '2026-09-30', '16:00', 1, '2026-10-08'],
    ['into the Saturday that is worked in exchange', '2026-10-09', '16:00', 1, '2026-10-10'],
    ['over the Spring Festival, its working Saturday before it', '2026-02-13', '09:00', 2, '2026-02-24'],
  ])('%s', (_name, day, time, days, due) => {
    expect(dueAfter(at(day, time), days, isWorkingDay)).toEqual(at(due, '17:30'))
  })

  test('working days between two instants are those after the first day up to the last', () => {
    expect(workingDaysBetween(at('2026-09-30', '23:59'), at('2026-10-10', '00:00'), isWorkingDay)).toBe(3)
    expect(workingDaysBetween(at('2026-10-10', '00:00'), at('2026-09-30', '23:59'), isWorkingDay)).toBe(0)
  })

  const instant = fc.integer({ min: Date.UTC(2026, 0, 2), max: Date.UTC(2026, 10, 1) }).map((ms) => new Date(ms))

  test('so many working days lie between an instant and what is due after so many', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 20 }), (from, days) => {
        const due = dueAfter(from, days, isWorkingDay)
        expect(workingDaysBetween(from, due, isWorkingDay)).toBe(days)
        expect(isWorkingDay(dayKey(due))).toBe(true)
      }),
    )
  })

  test('office hours of two stretches in a row are those of both together', () => {
    fc.assert(
      fc.property(instant, instant, instant, (one, two, three) => {
        const [a, b, c] = [one, two, three].sort((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date]
        const hours = (from: Date, to: Date) => workingTimeBetween(from, to, isWorkingDay)
        expect(hours(a, b) + hours(b, c)).toBe(hours(a, c))
      }),
      { numRuns: 40 },
    )
  })

  test('a working day has nine office hours, a holiday none', () => {
    expect(workingTimeBetween(at('2026-11-23', '00:00'), at('2026-11-24', '00:00'), isWorkingDay)).toBe(9 * 3600_000)
    expect(workingTimeBetween(at('2026-10-01', '00:00'), at('2026-10-08', '00:00'), isWorkingDay)).toBe(0)
  })

  test('a calendar without a working day does not go on for ever', () => {
    expect(nextWorkingDay('2026-11-21', () => false)).toBe('2027-01-21')
  })
})

describe('the night', () => {
  test('waits until eight, the day goes on at once', () => {
    expect(notAtNight(atWallClock('2026-11-21', '21:00'))).toEqual(atWallClock('2026-11-22', '08:00'))
    expect(notAtNight(atWallClock('2026-11-21', '03:10'))).toEqual(atWallClock('2026-11-21', '08:00'))
    expect(notAtNight(atWallClock('2026-11-21', '20:59'))).toEqual(atWallClock('2026-11-21', '20:59'))
  })

  test('never ends at night', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }), (ms) => {
        const when = notAtNight(ms)
        expect(isNight(when)).toBe(false)
        expect(when.getTime()).toBeGreaterThanOrEqual(ms)
      }),
    )
  })
})
