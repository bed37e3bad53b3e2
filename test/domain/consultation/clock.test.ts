import fc from 'fast-check'
import {
  daysWaited,
  lapseDecision,
  latenessOf,
  levelsToTell,
  mayRemind,
  nextLevelAt,
  nextSilence,
  nextSilenceAt,
  NO_SILENCE,
  outcomeDue,
  reopenDecision,
  reopenUntil,
  resumed,
  toldAfterMove,
  type Lateness,
  type Silence,
  type Waiting,
} from '@/domain/consultation-clock'
import { CONSULTATION_STATES } from '@/domain/consultation/rules'
import { atWallClock, dayKey, HOUR, isNight, sayTime } from '@/domain/time'
import { dueAfter, workingDaysBetween } from '@/domain/working-time'
import { isWorkingDay } from '../../../cloudfunctions/kernel/working-days'

const weekdaysOnly = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
const at = (day: string, time: string) => atWallClock(day, time)
const NOON = at('2026-11-24', '12:00').getTime()

describe('the clock of the team', () => {
  const due = at('2026-11-25', '17:30')

  test('an outcome is due at the end of the next working day', () => {
    expect(outcomeDue(at('2026-11-27', '11:00'), weekdaysOnly)).toEqual(at('2026-11-30', '17:30'))
  })

  test.each([
    ['inTime', at('2026-11-24', '17:29')],
    ['soon', at('2026-11-24', '17:30')],
    ['soon', due],
    ['overdue', at('2026-11-25', '17:31')],
    ['escalated', at('2026-11-26', '00:00')],
    ['escalated', at('2026-11-29', '23:59')],
    ['farOverdue', at('2026-11-30', '00:00')],
  ] as const)('is %s at %s', (lateness, now) => {
    expect(latenessOf({ state: 'open', dueAt: due, waitingSince: null }, now, weekdaysOnly)).toBe(lateness)
  })

  test('stands while the enterprise is waited for, and goes on by the working days that it stood', () => {
    const waiting = { state: 'open' as const, dueAt: due, waitingSince: at('2026-11-24', '09:00') }
    expect(latenessOf(waiting, at('2026-12-24', '09:00'), weekdaysOnly)).toBe('inTime')
    expect(resumed(waiting, at('2026-11-24', '18:00'), weekdaysOnly)).toEqual({ dueAt: due, waitingSince: null })
    const after = resumed(waiting, at('2026-11-30', '09:00'), weekdaysOnly)
    expect(after).toEqual({ dueAt: at('2026-12-01', '17:30'), waitingSince: null })
  })

  test('goes on around a meeting, whether or not what was asked for beforehand has come', () => {
    const asked = { dueAt: due, waitingSince: at('2026-11-20', '09:00') }
    const late = (['booked', 'arrived', 'started'] as const).map((state) =>
      latenessOf({ ...asked, state }, at('2026-11-30', '09:00'), weekdaysOnly),
    )
    expect(late).toEqual(['farOverdue', 'farOverdue', 'farOverdue'])
    expect(nextLevelAt({ ...asked, state: 'booked' }, 'inTime', weekdaysOnly)).toEqual(at('2026-11-25', '09:00'))
  })

  test('what is due after a day off is due soon from the working day before, over a holiday too', () => {
    const clock = (day: string) => ({ state: 'open' as const, dueAt: at(day, '17:30'), waitingSince: null })
    const soonFrom = (day: string) => nextLevelAt(clock(day), 'inTime', isWorkingDay)
    expect(soonFrom('2026-11-30')).toEqual(at('2026-11-27', '17:30'))
    expect(soonFrom('2026-10-08')).toEqual(at('2026-09-30', '17:30'))
    expect(latenessOf(clock('2026-11-30'), at('2026-11-27', '17:29'), isWorkingDay)).toBe('inTime')
    expect(latenessOf(clock('2026-11-30'), at('2026-11-27', '17:30'), isWorkingDay)).toBe('soon')
  })

  test('every level that was passed over is told, but not that something late is due soon', () => {
    expect(levelsToTell('inTime', 'soon')).toEqual(['soon'])
    expect(levelsToTell('inTime', 'farOverdue')).toEqual(['overdue', 'escalated', 'farOverdue'])
    expect(levelsToTell('overdue', 'escalated')).toEqual(['escalated'])
    expect([levelsToTell('soon', 'soon'), levelsToTell('escalated', 'soon')]).toEqual([[], []])
  })

  test('what was told counts after a move as far as the item is late then', () => {
    const open = { state: 'open' as const, dueAt: due, waitingSince: null }
    const after = (told: Lateness, now: Date) => toldAfterMove(told, open, now, weekdaysOnly)
    expect(after('farOverdue', at('2026-11-23', '12:00'))).toBe('inTime')
    expect(after('farOverdue', at('2026-11-26', '12:00'))).toBe('escalated')
    expect(after('overdue', at('2026-12-10', '12:00'))).toBe('overdue')
  })

  test('waiting never brings a due time forward, and resuming twice is resuming once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 * 24 }), (hours) => {
        const since = at('2026-11-24', '09:00')
        const now = since.getTime() + hours * HOUR
        const once = resumed({ dueAt: due, waitingSince: since }, now, weekdaysOnly)
        expect(Number(once.dueAt)).toBeGreaterThanOrEqual(due.getTime())
        expect(resumed(once, now, weekdaysOnly)).toEqual(once)
      }),
    )
  })

  test('without a due time nothing is ever late', () => {
    expect(latenessOf({ state: 'open', dueAt: null, waitingSince: null }, NOON, weekdaysOnly)).toBe('inTime')
    expect(dueAfter(NOON, 1, weekdaysOnly).getTime()).toBeGreaterThan(NOON)
  })
})

const NOVEMBER = atWallClock('2026-11-02', '10:00')
/** An answer that waits for the enterprise's word. */
const waiting = (waitingSince: Date, overrides: Partial<Waiting> = {}): Waiting => ({
  ...{ state: 'answered', mode: 'slot', dueAt: null, startsAt: null, waitingSince },
  ...overrides,
})
/** Every level to its end, told on the stroke. */
const courseOf = (of: Waiting): [level: string, at: Date][] => {
  const told: [string, Date][] = []
  let silence: Silence = NO_SILENCE
  for (let next = nextSilenceAt(of, silence, isWorkingDay); next; next = nextSilenceAt(of, silence, isWorkingDay)) {
    silence = nextSilence(of, silence, next, isWorkingDay)
    told.push([silence.level, next])
  }
  return told
}

describe('the clock of the enterprise', () => {
  test('over National Day of 2026: its holidays do not count, its exchanged Saturday does', () => {
    // Working days after it: 29 and 30 September, 8, 9 and 10 (a Saturday) October, 12 …
    expect(courseOf(waiting(at('2026-09-28', '16:00')))).toEqual([
      ['reminded', at('2026-10-08', '09:00')],
      ['warned', at('2026-10-12', '09:00')],
      ['silent', at('2026-10-14', '09:00')],
      ['lapsed', at('2026-10-26', '09:00')],
    ])
    expect(daysWaited(waiting(at('2026-09-28', '16:00')), at('2026-10-10', '09:00'), isWorkingDay)).toBe(5)
  })

  test('the day from which it may be closed stands once it was named, and is ten working days away', () => {
    const of = waiting(at('2026-11-02', '10:00'))
    const reminded = nextSilence(of, NO_SILENCE, at('2026-11-05', '09:00'), isWorkingDay)
    // The timer came a day late.
    const warned = nextSilence(of, reminded, at('2026-11-11', '09:01'), isWorkingDay)
    expect([reminded.lapsesAt, warned.lapsesAt]).toEqual([null, at('2026-11-25', '09:00')])
    const silent = nextSilence(of, warned, at('2026-11-20', '09:00'), isWorkingDay)
    expect(silent.lapsesAt).toEqual(warned.lapsesAt)
    expect(lapseDecision(of, silent, at('2026-11-25', '09:00').getTime() - 1)).toBe('notSilent')
    expect(lapseDecision(of, silent, at('2026-11-25', '09:00'))).toBe(null)
  })

  test.each(CONSULTATION_STATES)(
    '%s: what may be closed without an answer waits for one, and was warned of it',
    (state) => {
      const silence: Silence = { level: 'silent', at: at('2026-11-10', '09:00'), lapsesAt: at('2026-11-20', '09:00') }
      const closes = (mode: 'slot' | 'oneToOne', since: Date | null) =>
        lapseDecision(
          { ...waiting(NOVEMBER), state, mode, waitingSince: since },
          silence,
          at('2026-12-01', '09:00'),
        ) === null
      expect(closes('slot', NOVEMBER)).toBe(state === 'answered' || state === 'open' || state === 'unplaced')
      expect(closes('oneToOne', NOVEMBER)).toBe(state === 'answered')
      expect(closes('slot', null)).toBe(false)
      expect(lapseDecision(waiting(NOVEMBER), NO_SILENCE, at('2027-12-01', '09:00'))).toBe('notSilent')
    },
  )

  test('guidance counts from the day that was agreed on, and never threatens to close', () => {
    const of = waiting(NOVEMBER, { mode: 'oneToOne', state: 'open', dueAt: at('2026-11-12', '17:30') })
    expect(daysWaited(of, at('2026-11-12', '20:00'), isWorkingDay)).toBe(0)
    expect(courseOf(of)).toEqual([
      ['reminded', at('2026-11-17', '09:00')],
      ['warned', at('2026-11-20', '09:00')],
      ['silent', at('2026-11-24', '09:00')],
    ])
  })

  test('before a meeting there are two reminders at most, and none once it is on', () => {
    const asked = waiting(at('2026-11-23', '10:00'), { state: 'booked', startsAt: at('2026-11-30', '09:30') })
    expect(courseOf(asked)).toEqual([
      ['reminded', at('2026-11-24', '09:00')],
      ['warned', at('2026-11-27', '09:00')],
    ])
    expect(courseOf({ ...asked, startsAt: at('2026-11-25', '09:30') }).map(([level]) => level)).toEqual(['reminded'])
    expect(courseOf({ ...asked, startsAt: at('2026-11-24', '09:00') })).toEqual([])
    expect(courseOf({ ...asked, state: 'arrived' })).toEqual([])
  })

  test('one that lost its slot is brought up like an answer until another is chosen, and the team’s clock stands', () => {
    const lost = waiting(at('2026-09-28', '16:00'), { state: 'unplaced' })
    expect(courseOf(lost)).toEqual(courseOf(waiting(at('2026-09-28', '16:00'))))
    expect(latenessOf({ ...lost, dueAt: at('2026-09-29', '17:30') }, at('2026-12-01', '09:00'), isWorkingDay)).toBe(
      'inTime',
    )
  })

  test('nobody is waited for who has answered, nor after the end', () => {
    expect(courseOf({ ...waiting(NOVEMBER), waitingSince: null })).toEqual([])
    expect(
      (['closed', 'cancelled', 'noShow'] as const).flatMap((state) => courseOf(waiting(NOVEMBER, { state }))),
    ).toEqual([])
  })

  test('in every year, at whatever hour it begins: four levels, on working mornings, in this order and this far apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 * 24 }), (hours) => {
        const since = new Date(at('2026-01-01', '00:00').getTime() + hours * HOUR)
        const told = courseOf(waiting(since))
        expect(told.map(([level]) => level)).toEqual(['reminded', 'warned', 'silent', 'lapsed'])
        const apart = told.map(([, time], nth) => workingDaysBetween(told[nth - 1]?.[1] ?? since, time, isWorkingDay))
        expect(apart).toEqual([3, 3, 2, 8])
        const good = told.every(
          ([, time]) => isWorkingDay(dayKey(time)) && sayTime(time) === '9:00' && mayRemind(time, isWorkingDay),
        )
        expect(good).toBe(true)
      }),
    )
  })

  test('nobody is reminded at night or on a day off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 * 48 }), (halves) => {
        const now = new Date(at('2026-01-01', '00:00').getTime() + (halves * HOUR) / 2)
        expect(mayRemind(now, isWorkingDay)).toBe(isWorkingDay(dayKey(now)) && !isNight(now))
      }),
    )
    expect(mayRemind(at('2026-10-10', '09:00'), isWorkingDay)).toBe(true)
    expect(mayRemind(at('2026-10-07', '09:00'), isWorkingDay)).toBe(false)
  })

  test('may be opened again for twenty working days, and only what was closed for want of an answer', () => {
    const until = reopenUntil(at('2026-09-10', '10:00'), isWorkingDay)
    // 11, 14–18, 20 (a Sunday), 21–24, 28–30 September, 8–10 and 12–14 October.
    expect(until).toEqual(at('2026-10-14', '17:30'))
    const closed = { state: 'closed' as const, reopenUntil: until }
    expect(reopenDecision(closed, until)).toBe(null)
    expect(reopenDecision(closed, until.getTime() + 1)).toBe('notReopenable')
    expect(reopenDecision({ ...closed, reopenUntil: null }, NOON)).toBe('notReopenable')
    expect(reopenDecision({ ...closed, state: 'open' }, NOON)).toBe('notReopenable')
  })
})
