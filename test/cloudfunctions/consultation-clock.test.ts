/** The clock of an open item: working days with the real exchanged ones of 2026, pauses, and reminders once for each level. */
import { isWorkingDay } from '../../cloudfunctions/kernel/working-days'
import { resumed } from '@/domain/consultation-clock'
import { atWallClock, DAY, dayKey, weekdayOf } from '@/domain/time'
import { dueAfter, workingDaysBetween } from '@/domain/working-time'
import { cloud } from '../support/cloud'
import { booked, followedUp, ok, open, request, slotAt, stands, sweep, told } from '../support/consulting'
import { MINUTE } from '../support/park'

/**
 * Public holidays of 2026 and the working days exchanged for them: General Office of the State Council,
 * 国务院办公厅关于2026年部分节假日安排的通知, 国办发明电〔2025〕7号, 4 November 2025.
 */
const HOLIDAYS: [from: string, to: string][] = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
]
const EXCHANGED = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']

const announced = (day: string): boolean => {
  if (EXCHANGED.includes(day)) return true
  if (HOLIDAYS.some(([from, to]) => from <= day && day <= to)) return false
  return ![0, 6].includes(weekdayOf(day))
}
const days = Array.from({ length: 365 }, (_, at) => dayKey(atWallClock('2026-01-01', '12:00').getTime() + at * DAY))

describe('working days of 2026', () => {
  test('are those of the notice, all year', () => {
    expect(days.filter((day) => isWorkingDay(day) !== announced(day))).toEqual([])
    expect(days.filter(announced)).toHaveLength(248)
  })

  test('every due time lies on one of them, after exactly so many', () => {
    const wrong = days.flatMap((day) =>
      [1, 2, 3, 5].flatMap((n) => {
        const from = atWallClock(day, '16:00')
        const due = dueAfter(from, n, isWorkingDay)
        const counted = days.filter((one) => one > day && one <= dayKey(due) && announced(one)).length
        const inYear = due < atWallClock('2026-12-31', '23:59')
        return inYear && (counted !== n || !announced(dayKey(due))) ? [`${day} +${n}`] : []
      }),
    )
    expect(wrong).toEqual([])
    expect(dayKey(dueAfter(atWallClock('2026-09-30', '16:00'), 3, isWorkingDay))).toBe('2026-10-10')
  })

  test('waiting over a holiday moves what is due by the working days that it stood, not by the holiday', () => {
    const dueAt = atWallClock('2026-09-30', '17:30')
    const waitingSince = atWallClock('2026-09-29', '10:00')
    const after = resumed({ dueAt, waitingSince }, atWallClock('2026-10-09', '10:00'), isWorkingDay)
    // It stood on the 30th, the 8th and the 9th: due again on the 8th, 9th and the exchanged Saturday.
    expect(workingDaysBetween(waitingSince, atWallClock('2026-10-09', '10:00'), isWorkingDay)).toBe(3)
    expect(after).toEqual({ dueAt: atWallClock('2026-10-10', '17:30'), waitingSince: null })
  })
})

describe('reminders', () => {
  const tellings = () => told('dueSoon', 'overdue', 'overdueEscalated')
  beforeEach(open)

  test('go to the owner before and after, to the leader a working day later, to staff after three, each once', async () => {
    const id = await followedUp(1)
    const seen: [string, string[]][] = []
    for (
      let at = atWallClock('2026-11-28', '18:00');
      at < atWallClock('2026-12-08', '00:00');
      at = new Date(at.getTime() + DAY / 4)
    ) {
      const before = tellings()
      await sweep(at)
      const fresh = tellings().slice()
      for (const old of before) fresh.splice(fresh.indexOf(old), 1)
      if (fresh.length > 0) seen.push([dayKey(at), fresh])
    }
    // Due on Tuesday the 1st.
    expect(seen).toEqual([
      ['2026-11-30', ['dueSoon m-anna']],
      ['2026-12-01', ['overdue m-anna']],
      ['2026-12-02', ['overdueEscalated m-leader']],
      ['2026-12-04', ['overdueEscalated m-staff']],
    ])
    expect(stands(id)).toMatchObject({ reminded: 'farOverdue', remindAt: null, facts: [] })
  }, 60_000)

  test('after a standstill of the timer everyone hears what they had missed', async () => {
    await followedUp(1)
    await sweep(atWallClock('2026-12-08', '09:00'))
    expect(tellings()).toEqual(['overdue m-anna', 'overdueEscalated m-leader', 'overdueEscalated m-staff'])
  })

  test('a pause on something far overdue tells nobody of the same lateness again', async () => {
    const id = await followedUp(1)
    await sweep(atWallClock('2026-12-08', '09:00'))
    const ask = { consultationId: id, requestId: request(), text: '请补材料' }
    ok(await cloud.as('anna').call('consultation.ask', ask))
    cloud.setNow(atWallClock('2026-12-10', '09:00'))
    ok(
      await cloud
        .as('contact-1')
        .call('consultation.say', { consultationId: id, requestId: request(), text: '补好了' }),
    )
    for (const day of ['2026-12-10', '2026-12-14', '2026-12-18']) await sweep(atWallClock(day, '12:00'))
    expect(tellings()).toHaveLength(3)
  })

  test('two timers at one moment tell once', async () => {
    await followedUp(1)
    await sweep(atWallClock('2026-11-30', '18:00'))
    cloud.setNow(atWallClock('2026-12-01', '18:00'))
    await Promise.all([cloud.local.runTimer('consultation', 'sweep'), cloud.local.runTimer('consultation', 'sweep')])
    expect(told('overdue')).toEqual(['overdue m-anna'])
  }, 60_000)

  test('nothing is late while the enterprise is waited for; a new due time begins anew', async () => {
    const id = await followedUp(1)
    const ask = { consultationId: id, requestId: request(), text: '请补材料' }
    ok(await cloud.as('anna').call('consultation.ask', ask))
    await sweep(atWallClock('2026-12-20', '12:00'))
    expect(tellings()).toEqual([])
    ok(
      await cloud
        .as('contact-1')
        .call('consultation.say', { consultationId: id, requestId: request(), text: '补好了' }),
    )
    expect(stands(id).remindAt).not.toBe(null)
    await sweep(atWallClock('2026-12-24', '12:00'))
    expect(tellings().length).toBeGreaterThan(0)
    const plan = { consultationId: id, requestId: request(), nextStep: '再核对', dueDays: 5 }
    ok(await cloud.as('anna').call('consultation.plan', plan))
    expect(stands(id)).toMatchObject({ reminded: 'inTime' })
  })

  test('of a meeting go to the enterprise and the person on the day before, once, and not when it was cancelled', async () => {
    await booked(1, slotAt('anna', '09:30'))
    const gone = await booked(2, slotAt('anna', '10:30'))
    ok(await cloud.as('contact-2').call('consultation.cancel', { consultationId: gone }))
    await sweep(atWallClock('2026-11-27', '15:59'))
    expect(told('meetingSoon')).toEqual([])
    const at = atWallClock('2026-11-27', '16:00')
    for (const minutes of [0, 1, 2, 3]) await sweep(new Date(at.getTime() + minutes * MINUTE))
    expect(told('meetingSoon')).toEqual(['meetingSoon m-anna', 'meetingSoon m-contact-1'])
  })

  test('of a meeting are not told once it has begun, however late the timer comes', async () => {
    const id = await booked(1, slotAt('anna', '09:30'))
    await sweep(atWallClock('2026-11-28', '09:30'))
    expect([told('meetingSoon'), stands(id).meetingRemindAt]).toEqual([[], null])
  })
})
