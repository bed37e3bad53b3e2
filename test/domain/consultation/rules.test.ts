import fc from 'fast-check'
import {
  changeDecision,
  concludeDecision,
  CONSULTATION_STATES,
  followDecision,
  markDecision,
  MARKS,
  mayMove,
  MOVES,
  sightOf,
  turnOf,
} from '@/domain/consultation/rules'
import type { Grant } from '@/domain/kit'
import { atWallClock, DAY, HOUR, MINUTE } from '@/domain/time'

const at = (day: string, time: string) => atWallClock(day, time)
const START = at('2026-11-24', '10:00').getTime()
const meeting = { startsAt: START, endsAt: START + 20 * MINUTE }

describe('what follows what', () => {
  test('nothing leads out of cancelled, only opening again out of closed, and every state but booked can be reached', () => {
    expect([MOVES.closed, MOVES.cancelled]).toEqual([['open'], []])
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
    ['arrived', 'noShow', START + 10 * MINUTE - 1, 'tooEarly'],
    ['arrived', 'noShow', START + HOUR, null],
    ['started', 'noShow', START + HOUR, null],
    ['started', 'arrived', START + HOUR, 'notBooked'],
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
    ['unplaced', START - 9 * DAY, null],
  ] as const)('the outcome of a %s meeting at %s → %s', (state, now, refusal) => {
    expect(concludeDecision({ ...meeting, state }, now)).toBe(refusal)
  })
})

test('the next step and the answer are written of what is open, and not of a guidance', () => {
  const of = (state: 'open' | 'answered', mode: 'slot' | 'oneToOne') => followDecision({ state, mode })
  expect([of('open', 'slot'), of('open', 'oneToOne'), of('answered', 'oneToOne')]).toEqual([null, 'guided', 'notOpen'])
})

test('whose turn it is: choosing another slot is the enterprise’s, whoever was asked for what', () => {
  const since = new Date(START)
  const turns = (state: (typeof CONSULTATION_STATES)[number]) => [turnOf(state, null), turnOf(state, since)]
  expect(turns('unplaced')).toEqual(['enterprise', 'enterprise'])
  expect(turns('answered')).toEqual(['enterprise', 'enterprise'])
  expect(turns('open')).toEqual(['team', 'enterprise'])
  expect(turns('booked')).toEqual(['team', 'team'])
  expect(turns('noShow')).toEqual(['nobody', 'nobody'])
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
