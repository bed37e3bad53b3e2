import { nextTime, parseCron } from '../../config/local-cloud/functions/cron'

/** The next times of a timer after a moment, all as wall clock in Beijing. */
function nextTimes(expression: string, after: string, count: number): string[] {
  const cron = parseCron(expression)
  const times: string[] = []
  let at: number | undefined = Date.parse(`${after}+08:00`)
  while (times.length < count) {
    at = nextTime(cron, at)
    if (at === undefined) break
    times.push(new Date(at + 8 * 3_600_000).toISOString().slice(0, 19))
  }
  return times
}

it.each([
  ['*/5 * * * * * *', '2026-11-21T10:00:03', ['2026-11-21T10:00:05', '2026-11-21T10:00:10']],
  ['0 */10 * * * * *', '2026-11-21T10:00:00', ['2026-11-21T10:10:00', '2026-11-21T10:20:00']],
  ['0 1/10 * * * * *', '2026-11-21T10:00:00', ['2026-11-21T10:01:00', '2026-11-21T10:11:00']],
  ['0 30 2 * * * *', '2026-11-21T02:30:00', ['2026-11-22T02:30:00', '2026-11-23T02:30:00']],
  ['0 0 2 1 * * *', '2026-11-21T10:00:00', ['2026-12-01T02:00:00', '2027-01-01T02:00:00']],
  ['0 15 10 * * MON-FRI *', '2026-11-20T11:00:00', ['2026-11-23T10:15:00', '2026-11-24T10:15:00']],
  ['0 0 10,14,16 * * * *', '2026-11-21T15:00:00', ['2026-11-21T16:00:00', '2026-11-22T10:00:00']],
  ['0 */30 9-17 * * * *', '2026-11-21T17:15:00', ['2026-11-21T17:30:00', '2026-11-22T09:00:00']],
  ['0 0 12 * * WED *', '2026-11-21T10:00:00', ['2026-11-25T12:00:00', '2026-12-02T12:00:00']],
  ['0 0 0 29 2 * *', '2026-11-21T10:00:00', ['2028-02-29T00:00:00', '2032-02-29T00:00:00']],
  ['0 0 0 31 * * *', '2026-11-21T10:00:00', ['2026-12-31T00:00:00', '2027-01-31T00:00:00', '2027-03-31T00:00:00']],
  ['59 59 23 31 DEC * 2026-2027', '2026-11-21T10:00:00', ['2026-12-31T23:59:59', '2027-12-31T23:59:59']],
])('%s fires at the right times after %s', (expression, after, expected) => {
  expect(nextTimes(expression, after, expected.length)).toEqual(expected)
})

it('takes either day field when both are given', () => {
  expect(nextTimes('0 0 8 1 * SUN *', '2026-11-21T10:00:00', 4)).toEqual([
    '2026-11-22T08:00:00',
    '2026-11-29T08:00:00',
    '2026-12-01T08:00:00',
    '2026-12-06T08:00:00',
  ])
})

it('ends with its last year', () => {
  expect(nextTimes('0 0 0 1 1 * 2027', '2026-11-21T10:00:00', 5)).toEqual(['2027-01-01T00:00:00'])
  expect(nextTimes('0 0 0 1 1 * 2020', '2026-11-21T10:00:00', 5)).toEqual([])
  expect(nextTimes('0 0 0 31 2 * *', '2026-11-21T10:00:00', 5)).toEqual([])
})

it.each([
  ['* * * * * *', 'seven fields'],
  ['60 * * * * * *', 'second'],
  ['* * 24 * * * *', 'hour'],
  ['* * * 0 * * *', 'day'],
  ['* * * * FOO * *', 'month'],
  ['* * * * * 7 *', 'weekday'],
  ['* 5-1 * * * * *', 'minute'],
  ['*/0 * * * * * *', 'second'],
  ['1,,2 * * * * * *', 'second'],
])('refuses %s by naming the %s', (expression, name) => {
  expect(() => parseCron(expression)).toThrow(name)
})
