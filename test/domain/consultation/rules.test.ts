import fc from 'fast-check'
import {
  changeDecision,
  concludeDecision,
  CONSULTATION_STATES,
  latenessOf,
  markDecision,
  MARKS,
  mayMove,
  MOVES,
  outcomeDue,
  resumed,
  sightOf,
} from '@/domain/consultation/rules'
import type { Grant } from '@/domain/kit'
import { atWallClock, DAY, HOUR, MINUTE } from '@/domain/time'
import { dueAfter } from '@/domain/working-time'

const weekdaysOnly = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
const at = (day: string, time: string) => atWallClock(day, time)
const START = at('2026-11-24', '10:00').getTime()
const meeting = { startsAt: START, endsAt: START + 20 * MINUTE }

describe('what follows what', () => {
  test('nothing leads out of closed and cancelled, and every state but booked can be reached', () => {
    expect([MOVES.closed, MOVES.cancelled]).toEqual([[], []])
    const reached = new Set(CONSULTATION_STATES.flatMap((state) => MOVES[state]))
    expect(CONSULTATION_STATES.filter((state) => !reached.has(state))).toEqual([])
  })

  test('from every state but the last ones the end can be reached', () => {
    const ends = (state: (typeof CONSULTATION_STATES)[number], seen: string[] = []): boolean =>
      state === 'closed' ||
      state === 'cancelled' ||
      MOVES[state].some((next) => !seen.includes(next) && ends(next, [...seen, state]))
    expect(CONSULTATION_STATES.filter((state) => !ends(state))).toEqual([])
  })

  test.each([
    ['booked', START - 1, null],
    ['booked', START, 'meetingBegun'],
    ['unplaced', START + DAY, null],
    ['arrived', START - 1, 'notBooked'],
    ['cancelled', START - 1, 'notBooked'],
  ] as const)('a %s meeting can be moved or given up: %s → %s', (state, now, refusal) => {
    expect(changeDecision({ ...meeting, state }, now)).toBe(refusal)
  })

  test.each([
    ['booked', 'arrived', START - 2 * HOUR - 1, 'tooEarly'],
    ['booked', 'arrived', START - 2 * HOUR, null],
    ['booked', 'noShow', START + 10 * MINUTE - 1, 'tooEarly'],
    ['booked', 'noShow', START + 10 * MINUTE, null],
    ['arrived', 'noShow', START + HOUR, 'notBooked'],
    ['noShow', 'arrived', START + HOUR, null],
    ['closed', 'arrived', START + HOUR, 'notBooked'],
  ] as const)('a %s meeting is marked %s at %s → %s', (state, mark, now, refusal) => {
    expect(markDecision({ ...meeting, state }, mark, now)).toBe(refusal)
  })

  test('a mark is allowed exactly where its state may follow and its time has come', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CONSULTATION_STATES), fc.constantFrom(...MARKS), (state, mark) => {
        expect(markDecision({ ...meeting, state }, mark, START + HOUR) === null).toBe(mayMove(state, mark))
      }),
    )
  })

  test.each([
    ['booked', START, null],
    ['noShow', START + DAY, null],
    ['booked', START - 3 * HOUR, 'tooEarly'],
    ['open', START, 'alreadyConcluded'],
    ['cancelled', START, 'notBooked'],
  ] as const)('the outcome of a %s meeting at %s → %s', (state, now, refusal) => {
    expect(concludeDecision({ ...meeting, state }, now)).toBe(refusal)
  })
})

describe('who sees what', () => {
  const item = { enterpriseId: 'enterprise-01', teamId: 'team-01', ownerId: 'm-owner' }
  const holder = (memberId: string, ...grants: Grant[]) => ({ memberId, grants })
  const contact: Grant = { role: 'contact', scope: 'enterprise', scopeId: 'enterprise-01' }
  const specialist: Grant = { role: 'specialist', scope: 'team', scopeId: 'team-01' }
  const leader: Grant = { role: 'teamLeader', scope: 'team', scopeId: 'team-01' }
  const staff: Grant = { role: 'staff', scope: 'zone', scopeId: '' }

  test.each([
    ['a contact of the enterprise', holder('m-1', contact), 'full'],
    ['a contact of another', holder('m-1', { ...contact, scopeId: 'enterprise-02' }), 'none'],
    ['who is responsible', holder('m-owner', specialist), 'full'],
    ['who was responsible and left the team', holder('m-owner'), 'none'],
    ['another of the same team', holder('m-2', specialist), 'none'],
    ['the team’s leader', holder('m-3', leader), 'full'],
    ['another team’s leader', holder('m-3', { ...leader, scopeId: 'team-02' }), 'none'],
    ['staff', holder('m-4', staff), 'outline'],
    ['staff who also speak for the enterprise', holder('m-4', staff, contact), 'full'],
    ['an editor of the whole zone', holder('m-5', { role: 'editor', scope: 'zone', scopeId: '' }), 'none'],
    ['a visitor', { memberId: null, grants: [] }, 'none'],
  ] as const)('%s: %s', (_who, who, sight) => {
    expect(sightOf(who, item)).toBe(sight)
  })
})

describe('the clock', () => {
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
    expect(latenessOf({ dueAt: due, waitingSince: null }, now, weekdaysOnly)).toBe(lateness)
  })

  test('stands while the enterprise is waited for, and goes on by the working days that it stood', () => {
    const waiting = { dueAt: due, waitingSince: at('2026-11-24', '09:00') }
    expect(latenessOf(waiting, at('2026-12-24', '09:00'), weekdaysOnly)).toBe('inTime')
    expect(resumed(waiting, at('2026-11-24', '18:00'), weekdaysOnly)).toEqual({ dueAt: due, waitingSince: null })
    const after = resumed(waiting, at('2026-11-30', '09:00'), weekdaysOnly)
    expect(after).toEqual({ dueAt: at('2026-12-01', '17:30'), waitingSince: null })
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
    expect(latenessOf({ dueAt: null, waitingSince: null }, START, weekdaysOnly)).toBe('inTime')
    expect(dueAfter(START, 1, weekdaysOnly).getTime()).toBeGreaterThan(START)
  })
})
