import { STEP_MS } from '@/domain/desk-code'
import { beatOf, deskPhase, type DeskAnswer } from '@/features/event/components/desk/desk-phase'
import {
  AFTER_BEAT_MS,
  betterClock,
  clockSample,
  codeFace,
  COUNT_EVERY_MS,
  GRACE_MS,
  nextReading,
} from '@/features/live-clock'

const BEAT = 1_795_000_000_000
const answer = (overrides: Partial<DeskAnswer> = {}): DeskAnswer => ({
  eventId: 'EVENT1',
  title: '主题党日',
  state: 'published',
  now: BEAT - 12_000,
  checkIn: { opensAt: BEAT - 600_000, closesAt: BEAT + 600_000 },
  code: { text: 'HL/EVENT1.A.0123456789ABCDEF', digits: '12345678', changesAt: BEAT },
  registered: 40,
  waitlisted: 0,
  attended: 3,
  capacity: 40,
  arrivals: [],
  ...overrides,
})

test('the offset to the server takes the answer as made halfway between asking and hearing', () => {
  expect(clockSample(10_000, 4_000, 4_200)).toEqual({ offset: 5_900, took: 200 })
})

test('a quick answer is trusted over a later slow one, until it has aged', () => {
  const quick = { offset: 5_900, took: 200 }
  const slow = { offset: 3_000, took: 6_000 }
  expect(betterClock(null, slow)).toEqual(slow)
  expect(betterClock(slow, quick)).toEqual(quick)
  expect(betterClock(quick, slow)).toEqual({ offset: 5_900, took: 205 })
  expect(betterClock({ offset: 5_900, took: 200 }, { offset: 5_950, took: 204 })).toEqual({ offset: 5_950, took: 204 })
})

test('the face shows the digits in two groups and counts whole seconds down to the change', () => {
  expect(codeFace(answer(), BEAT - 12_001, true)).toEqual({
    text: 'HL/EVENT1.A.0123456789ABCDEF',
    digits: '1234 5678',
    seconds: 13,
    remaining: 12_001 / STEP_MS,
    stale: false,
  })
})

test('a code past its step is covered at once without network, and after the grace with it', () => {
  const staleAt = (now: number, reachable: boolean) => codeFace(answer(), now, reachable)?.stale
  expect([staleAt(BEAT - 1, false), staleAt(BEAT, false)]).toEqual([false, true])
  expect([staleAt(BEAT + GRACE_MS - 1, true), staleAt(BEAT + GRACE_MS, true)]).toEqual([false, true])
})

test('there is no face outside the window', () => {
  expect(codeFace(answer({ code: null }), BEAT, true)).toBeNull()
})

test('the next reading is at the beat when that is nearer than the next count, and soon after a failure', () => {
  expect(nextReading(beatOf(answer()), BEAT - 15_000)).toBe(COUNT_EVERY_MS)
  expect(nextReading(beatOf(answer()), BEAT - 1_000)).toBe(1_000 + AFTER_BEAT_MS)
  expect(nextReading(null, BEAT)).toBe(2_000)
})

test('before the window opens, the reading falls on its opening', () => {
  const early = answer({ code: null, checkIn: { opensAt: BEAT, closesAt: BEAT + 600_000 } })
  expect(nextReading(beatOf(early), BEAT - 500)).toBe(500 + AFTER_BEAT_MS)
})

test('the desk is early, open and over by the window, and draft or cancelled by the state', () => {
  const at = (now: number) => deskPhase(answer(), now)
  expect([at(BEAT - 600_001), at(BEAT - 600_000), at(BEAT + 600_000), at(BEAT + 600_001)]).toEqual([
    'early',
    'open',
    'open',
    'over',
  ])
  expect([deskPhase(answer({ state: 'draft' }), BEAT), deskPhase(answer({ state: 'cancelled' }), BEAT)]).toEqual([
    'draft',
    'cancelled',
  ])
})
