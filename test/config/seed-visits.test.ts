import * as v from 'valibot'
import { countedIn } from '../../config/seed/centre-builders'
import { castOf } from '../../config/seed/people'
import { centreAround, visitsAround } from '../../config/seed/visits'
import { centreInput } from '@/domain/centre/contract'
import {
  arriveDecision,
  centreProblems,
  isOpenVisit,
  MAX_OPEN_VISITS,
  openState,
  visitAtDoor,
} from '@/domain/centre/rules'
import { dayKey } from '@/domain/time'

/** Moments of a week at the park: a weekday at noon, its night, before opening, a Saturday evening, a Sunday. */
const MOMENTS = [
  '2026-11-18T12:10:00+08:00',
  '2026-11-18T23:50:00+08:00',
  '2026-11-19T06:30:00+08:00',
  '2026-11-21T20:50:00+08:00',
  '2026-11-22T10:00:00+08:00',
].map((moment) => new Date(moment))

describe.each(MOMENTS)('the centre and its visits, seeded at %s', (now) => {
  const centre = centreAround(now)
  const { slots, visits } = visitsAround(centre, now)

  test('an editor could save the centre as it is', () => {
    const { _id, secret, rev, history, ...fields } = centre
    expect([_id, secret.length, rev, history.length]).toEqual(['centre', 64, 1, 1])
    const notices = fields.notices.map((notice) => ({ ...notice, at: notice.at.getTime() }))
    const { issues } = v.safeParse(centreInput, { ...fields, notices })
    expect(issues?.map(({ message }) => message)).toBeUndefined()
    expect(centreProblems(centre)).toEqual([])
  })

  test('a slot holds as many as booked it, and no more than it can', () => {
    for (const slot of slots) {
      const own = visits.filter(({ slotId }) => slotId === slot._id)
      expect([slot._id, slot.taken, slot.guided]).toEqual([slot._id, ...Object.values(countedIn(own))])
      expect([slot._id, slot.taken <= slot.capacity, slot.guided <= slot.guides]).toEqual([slot._id, true, true])
      expect(own.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual(own.map(() => [slot.startsAt, slot.endsAt]))
    }
    expect(new Set(slots.map(({ _id }) => _id)).size).toBe(slots.length)
  })

  test('a member books a slot once, and holds no more visits than allowed', () => {
    expect(new Set(visits.map(({ _id }) => _id)).size).toBe(visits.length)
    const people = castOf(now).flatMap(({ member }) => (member ? [member._id] : []))
    expect(visits.filter(({ memberId }) => !people.includes(memberId))).toEqual([])
    for (const memberId of people) {
      const open = visits.filter((visit) => visit.memberId === memberId && isOpenVisit(visit, now))
      expect([memberId, open.length <= MAX_OPEN_VISITS]).toEqual([memberId, true])
    }
  })

  test('nobody has come after now, or to a visit that was cancelled', () => {
    const came = visits.filter(({ arrivedAt }) => arrivedAt !== null)
    expect(came.filter(({ arrivedAt, state }) => Number(arrivedAt) > Number(now) || state === 'cancelled')).toEqual([])
    expect(came.length).toBeGreaterThan(3)
  })

  test('one slot is full, and one was closed after somebody had booked it', () => {
    expect(slots.filter(({ taken, capacity }) => taken === capacity)).toHaveLength(1)
    const closed = slots.filter(({ closedReason }) => closedReason !== '')
    expect(closed.map(({ taken }) => taken)).toEqual([5])
  })
})

describe('today’s visit of the first member', () => {
  const atDoor = (moment: string) => {
    const now = new Date(moment)
    const centre = centreAround(now)
    const { visits } = visitsAround(centre, now)
    const own = visits.filter(
      ({ memberId, startsAt }) => memberId === 'm-member-01' && dayKey(startsAt) === dayKey(now),
    )
    const visit = visitAtDoor(own, now)
    return [openState(centre, now).is, visit && (arriveDecision(visit, now) ?? 'welcome')]
  }

  test.each([
    ['2026-11-18T12:10:00+08:00', ['open', 'welcome']],
    ['2026-11-22T10:00:00+08:00', ['open', 'welcome']],
    ['2026-11-19T06:30:00+08:00', ['closed', 'tooEarly']],
    ['2026-11-18T23:50:00+08:00', ['closed', null]],
  ])('at %s: %j', (moment, said) => {
    expect(atDoor(moment)).toEqual(said)
  })
})
