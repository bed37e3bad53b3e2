/**
 * The park's clock stands at +08:00 all year. This file gives the same answers in every zone: `npm test` runs it in UTC and
 * in New York, whose clocks jump twice a year.
 */
import fc from 'fast-check'
import {
  atWallClock,
  DAY,
  dayKey,
  HOUR,
  isNight,
  MINUTE,
  monthKey,
  monthRange,
  sayDay,
  saySpan,
  sayTime,
  sayWhen,
  startOfDay,
} from '@/domain/time'

const utc = (text: string) => new Date(`${text}Z`)
const park = (text: string) => new Date(`${text}+08:00`)

/** Every instant of the century that the contracts let in, the American clock changes well among them. */
const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 11, 31) })
/** What the park's clock shows, worked out without the code under test. */
const shown = (ms: number) => new Date(ms + 8 * HOUR).toISOString()

describe('days and months', () => {
  test.each([
    ['2026-11-21T15:59:59.999', '2026-11-21', '2026-11'],
    ['2026-11-21T16:00:00.000', '2026-11-22', '2026-11'],
    ['2026-11-30T15:59:59.999', '2026-11-30', '2026-11'],
    ['2026-11-30T16:00:00.000', '2026-12-01', '2026-12'],
    ['2026-12-31T15:59:59.999', '2026-12-31', '2026-12'],
    ['2026-12-31T16:00:00.000', '2027-01-01', '2027-01'],
    ['2028-02-28T16:00:00.000', '2028-02-29', '2028-02'],
    ['2028-02-29T16:00:00.000', '2028-03-01', '2028-03'],
    ['2026-03-08T07:30:00.000', '2026-03-08', '2026-03'],
    ['2026-11-01T05:30:00.000', '2026-11-01', '2026-11'],
  ])('%s UTC is %s at the park', (at, day, month) => {
    expect([dayKey(utc(at)), monthKey(utc(at)), dayKey(utc(at).getTime())]).toEqual([day, month, day])
  })

  test('agree with a clock eight hours ahead, always', () => {
    fc.assert(
      fc.property(instants, (ms) => {
        expect(dayKey(ms)).toBe(shown(ms).slice(0, 10))
        expect(monthKey(ms)).toBe(shown(ms).slice(0, 7))
        expect(sayTime(ms).padStart(5, '0')).toBe(shown(ms).slice(11, 16))
        expect(startOfDay(ms)).toEqual(new Date(Math.floor((ms + 8 * HOUR) / DAY) * DAY - 8 * HOUR))
      }),
    )
  })

  test('a wall clock is read back as it was set', () => {
    fc.assert(
      fc.property(instants, (ms) => {
        const minute = Math.floor(ms / MINUTE) * MINUTE
        expect(atWallClock(dayKey(minute), sayTime(minute).padStart(5, '0'))).toEqual(new Date(minute))
      }),
    )
    expect(atWallClock('2026-11-21', '14:30')).toEqual(utc('2026-11-21T06:30:00'))
    expect(atWallClock('2027-01-01', '00:00')).toEqual(utc('2026-12-31T16:00:00'))
  })
})

describe('the range of a month', () => {
  test.each([
    ['2026-11', '2026-10-31T16:00:00', '2026-11-30T16:00:00'],
    ['2026-12', '2026-11-30T16:00:00', '2026-12-31T16:00:00'],
    ['2026-02', '2026-01-31T16:00:00', '2026-02-28T16:00:00'],
    ['2028-02', '2028-01-31T16:00:00', '2028-02-29T16:00:00'],
    ['2026-03', '2026-02-28T16:00:00', '2026-03-31T16:00:00'],
  ])('%s', (month, from, to) => {
    expect(monthRange(month)).toEqual({ from: utc(from), to: utc(to) })
  })

  test('tiles the time line: each month begins where the last one ended', () => {
    const months = Array.from(
      { length: 1200 },
      (_, n) => `${2000 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
    )
    const ranges = months.map(monthRange)
    expect(ranges.slice(1).map(({ from }) => from)).toEqual(ranges.slice(0, -1).map(({ to }) => to))
    expect(ranges.map(({ from }) => monthKey(from))).toEqual(months)
    expect(ranges.map(({ to }) => monthKey(to.getTime() - 1))).toEqual(months)
  })

  test('holds exactly the instants that are said to be in it', () => {
    fc.assert(
      fc.property(instants, (ms) => {
        const { from, to } = monthRange(monthKey(ms))
        expect(from.getTime() <= ms && ms < to.getTime()).toBe(true)
      }),
    )
  })
})

test.each([
  ['07:59:59.999', true],
  ['08:00:00.000', false],
  ['12:00:00.000', false],
  ['20:59:59.999', false],
  ['21:00:00.000', true],
  ['00:00:00.000', true],
])('nobody is disturbed at %s: %s', (time, night) => {
  expect(isNight(park(`2026-11-21T${time}`))).toBe(night)
  expect(isNight(park(`2026-03-08T${time}`))).toBe(night)
})

describe('as people say it', () => {
  const now = park('2026-11-21T14:00:00')

  test.each([
    ['2026-11-21T00:00:00', '今天'],
    ['2026-11-21T23:59:59.999', '今天'],
    ['2026-11-22T00:00:00', '明天'],
    ['2026-11-20T23:59:59.999', '昨天'],
    ['2026-11-23T09:00:00', '周一'],
    ['2026-11-27T23:59:59', '周五'],
    ['2026-11-28T00:00:00', '11月28日'],
    ['2026-11-19T09:00:00', '11月19日'],
    ['2026-12-03T15:00:00', '12月3日'],
    ['2026-01-01T00:00:00', '1月1日'],
    ['2025-12-31T23:59:59', '2025年12月31日'],
    ['2027-01-01T00:00:00', '2027年1月1日'],
  ])('%s is %s', (at, words) => {
    expect(sayDay(park(at), now)).toBe(words)
  })

  test('tomorrow is tomorrow over the year’s end, also just before midnight', () => {
    const lastMinute = park('2026-12-31T23:59:59.999')
    expect(sayDay(park('2027-01-01T00:00:00'), lastMinute)).toBe('明天')
    expect(sayDay(park('2027-01-02T00:00:00'), lastMinute)).toBe('周六')
    expect(sayDay(lastMinute, park('2027-01-01T00:00:00'))).toBe('昨天')
  })

  test('the day depends on the calendar alone, not on the hours between', () => {
    fc.assert(
      fc.property(instants, instants, (at, seen) => {
        expect(sayDay(at, seen)).toBe(sayDay(startOfDay(at), startOfDay(seen)))
      }),
    )
    fc.assert(
      fc.property(instants, fc.integer({ min: -8, max: 8 }), (seen, days) => {
        const words = sayDay(startOfDay(seen).getTime() + days * DAY, seen)
        if (days === 0) expect(words).toBe('今天')
        else if (days === 1) expect(words).toBe('明天')
        else if (days === -1) expect(words).toBe('昨天')
        else expect(words).toMatch(days > 1 && days < 7 ? /^周[日一二三四五六]$/ : /^(\d{4}年)?\d{1,2}月\d{1,2}日$/)
      }),
    )
  })

  test('hours have no leading zero, minutes have', () => {
    expect(sayWhen(park('2026-11-21T14:30:00'), now)).toBe('今天 14:30')
    expect(sayWhen(park('2026-11-27T09:05:00'), now)).toBe('周五 9:05')
    expect(sayWhen(park('2026-12-03T00:00:00'), now)).toBe('12月3日 0:00')
  })

  test('a span names its day once, and both days when there are two', () => {
    expect(saySpan(park('2026-11-21T14:30:00'), park('2026-11-21T16:00:00'))).toBe('11月21日 周六 14:30–16:00')
    expect(saySpan(park('2026-11-21T22:00:00'), park('2026-11-22T00:00:00'))).toBe(
      '11月21日 周六 22:00–11月22日 周日 0:00',
    )
    expect(saySpan(park('2026-12-31T20:00:00'), park('2027-01-01T01:00:00'))).toBe(
      '12月31日 周四 20:00–1月1日 周五 1:00',
    )
  })
})
