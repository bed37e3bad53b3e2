/** The service team of the demo holds together at whatever hour it is made. */
import { dayProblems, overlaps, slotTimes } from '@/domain/service/rules'
import { serviceAround } from '../../config/seed/services'

const MOMENTS = ['2026-11-21T02:00:00Z', '2026-11-21T15:30:00Z', '2026-11-21T16:10:00Z', '2026-12-31T23:00:00Z']
const around = (moment: string) => serviceAround(new Date(moment), (id) => `演示${id}`)

describe.each(MOMENTS)('at %s', (moment) => {
  const now = new Date(moment)
  const all = around(moment)

  test('one day runs at this hour, one is behind, and there is something left to book', () => {
    const day = (id: string) => all.serviceDays.find(({ _id }) => _id === `service-day-${id}`)
    expect(day('today')?.startsAt.getTime()).toBeLessThanOrEqual(now.getTime())
    expect(day('today')?.endsAt.getTime()).toBeGreaterThan(now.getTime())
    expect(day('past')?.endsAt.getTime()).toBeLessThan(now.getTime())
    const free = all.serviceSlots.filter(({ state, startsAt }) => state === 'free' && startsAt > now)
    expect(free.length).toBeGreaterThan(30)
  })

  test('every published day could be published, and has the slots that it counts', () => {
    for (const day of all.serviceDays.filter(({ state }) => state === 'published')) {
      expect(dayProblems(day, new Date(day.startsAt.getTime() - 1))).toEqual([])
      expect(day.slots).toBe(slotTimes(day).length * day.tables.length)
      expect(all.serviceSlots.filter(({ dayId }) => dayId === day._id)).toHaveLength(day.slots)
    }
  })

  test('nobody is at two places at one time, and nobody advises whom they must not', () => {
    for (const { intervals } of all.daySheets)
      for (const [at, one] of intervals.entries())
        expect(intervals.slice(at + 1).filter((other) => overlaps(one, other))).toEqual([])
    expect(new Set(all.daySheets.map(({ _id }) => _id)).size).toBe(all.daySheets.length)
    const conflicts = new Map(all.specialists.map(({ _id, conflicts: names }) => [_id, names]))
    const wrong = all.serviceSlots.filter((slot) => conflicts.get(slot.specialistId)?.includes(slot.enterpriseId ?? ''))
    expect(wrong).toEqual([])
  })
})
