import {
  cancelDecision,
  checkInStep,
  checkInWindow,
  EVENT_MOVES,
  EVENT_STATES,
  isFull,
  isLive,
  MANUAL_DAYS,
  manualDecision,
  maySee,
  phaseOf,
  placesLeft,
  signUpDecision,
  type EventFacts,
  type RegistrationFacts,
} from '@/domain/event/rules'
import type { Grant } from '@/domain/kit'
import { DAY, HOUR, MINUTE } from '@/domain/time'

const START = Date.parse('2026-11-21T06:30:00Z')
const END = START + 2 * HOUR

const eventWith = (overrides: Partial<EventFacts> = {}): EventFacts => ({
  state: 'published',
  startsAt: START,
  endsAt: END,
  signUp: { opensAt: START - 2 * DAY, closesAt: START },
  cancelUntil: START - DAY,
  checkIn: { opensAt: START - 30 * MINUTE, closesAt: END },
  capacity: 30,
  taken: 0,
  waitlist: true,
  walkIns: true,
  ...overrides,
})
const registered: RegistrationFacts = { state: 'registered', attendedAt: null }
const waitlisted: RegistrationFacts = { state: 'waitlisted', attendedAt: null }
const cancelled: RegistrationFacts = { state: 'cancelled', attendedAt: null }
const attended: RegistrationFacts = { state: 'registered', attendedAt: START }

/** The decision in the millisecond before an edge, at it, and after it. */
const around = <T>(edge: number, decide: (now: number) => T): T[] => [edge - 1, edge, edge + 1].map(decide)

describe('states of an event', () => {
  test('cancelled is final, nothing returns to draft, no state moves to itself', () => {
    expect(EVENT_MOVES.cancelled).toEqual([])
    for (const state of EVENT_STATES) {
      expect(EVENT_MOVES[state]).not.toContain('draft')
      expect(EVENT_MOVES[state]).not.toContain(state)
    }
  })

  test('a published one is coming, running and over by its times; others are what they are', () => {
    const phase = (now: number) => phaseOf(eventWith(), now)
    expect(around(START, phase)).toEqual(['upcoming', 'running', 'running'])
    expect(around(END, phase)).toEqual(['running', 'running', 'ended'])
    for (const state of ['draft', 'cancelled'] as const) {
      expect([START - DAY, START, END + DAY].map((now) => phaseOf(eventWith({ state }), now))).toEqual([
        state,
        state,
        state,
      ])
    }
  })

  test('dates and milliseconds are decided alike', () => {
    const asDates = eventWith({
      startsAt: new Date(START),
      endsAt: new Date(END),
      signUp: { opensAt: new Date(START - 2 * DAY), closesAt: new Date(START) },
    })
    for (const now of [START - 2 * DAY - 1, START - 1, START, END + 1]) {
      expect(signUpDecision(asDates, new Date(now))).toBe(signUpDecision(eventWith(), now))
      expect(phaseOf(asDates, new Date(now))).toBe(phaseOf(eventWith(), now))
    }
  })
})

describe('places', () => {
  test.each([
    [null, 0, null],
    [null, 10_000, null],
    [30, 0, 30],
    [30, 29, 1],
    [30, 30, 0],
    [30, 31, 0],
  ])('of %s with %s taken %s are left', (capacity, taken, left) => {
    expect(placesLeft({ capacity, taken })).toBe(left)
    expect(isFull({ capacity, taken })).toBe(left === 0)
  })
})

describe('signing up', () => {
  const decide = (now: number) => signUpDecision(eventWith(), now)

  test('is possible from its first to its last millisecond', () => {
    expect(around(START - 2 * DAY, decide)).toEqual(['signUpNotOpen', null, null])
    expect(around(START, decide)).toEqual([null, 'signUpClosed', 'signUpClosed'])
  })

  test('to a full event means waiting, or is refused without a waiting list', () => {
    expect(signUpDecision(eventWith({ taken: 30 }), START - 1)).toBeNull()
    expect(signUpDecision(eventWith({ taken: 30, waitlist: false }), START - 1)).toBe('full')
    expect(signUpDecision(eventWith({ taken: 29, waitlist: false }), START - 1)).toBeNull()
    expect(signUpDecision(eventWith({ capacity: null, taken: 9999, waitlist: false }), START - 1)).toBeNull()
  })

  test('the state comes before the window, the window before the places', () => {
    const full = { taken: 30, waitlist: false }
    expect(signUpDecision(eventWith({ state: 'cancelled', ...full }), END)).toBe('eventCancelled')
    expect(signUpDecision(eventWith({ state: 'draft', ...full }), END)).toBe('notPublished')
    expect(signUpDecision(eventWith(full), START - 3 * DAY)).toBe('signUpNotOpen')
    expect(signUpDecision(eventWith(full), END)).toBe('signUpClosed')
  })

  test('again only repeats what is live', () => {
    expect([null, registered, waitlisted, attended, cancelled].map(isLive)).toEqual([false, true, true, true, false])
  })
})

describe('cancelling', () => {
  test('is possible until its last millisecond', () => {
    expect(around(START - DAY, (now) => cancelDecision(eventWith(), registered, now))).toEqual([
      null,
      'cancelTooLate',
      'cancelTooLate',
    ])
  })

  test.each([
    ['who never signed up', null, 'notSignedUp'],
    ['who cancelled before', cancelled, 'notSignedUp'],
    ['who was checked in', attended, 'alreadyCheckedIn'],
    ['who only waits', waitlisted, null],
  ])('long after that: %s', (_who, mine, expected) => {
    expect(cancelDecision(eventWith(), mine, END)).toBe(expected)
  })

  test('is never too late when the event itself is cancelled', () => {
    expect(cancelDecision(eventWith({ state: 'cancelled' }), registered, END)).toBeNull()
    expect(cancelDecision(eventWith({ state: 'cancelled' }), attended, END)).toBe('alreadyCheckedIn')
  })
})

describe('the check-in window', () => {
  const decide = (now: number) => checkInWindow(eventWith(), now)

  test('stands open from its first to its last millisecond, both included', () => {
    expect(around(START - 30 * MINUTE, decide)).toEqual(['notOpenYet', null, null])
    expect(around(END, decide)).toEqual([null, null, 'closed'])
  })

  test('does not exist for drafts and cancelled events', () => {
    expect(checkInWindow(eventWith({ state: 'draft' }), START)).toBe('notPublished')
    expect(checkInWindow(eventWith({ state: 'cancelled' }), START)).toBe('eventCancelled')
  })
})

describe('a valid code', () => {
  test.each([
    ['again', attended, {}],
    ['attend', registered, {}],
    ['attend', registered, { taken: 30, walkIns: false }],
    ['walkIn', null, {}],
    ['walkIn', cancelled, {}],
    ['walkIn', waitlisted, {}],
    ['full', null, { taken: 30 }],
    ['full', waitlisted, { taken: 30 }],
    ['full', cancelled, { taken: 30 }],
    ['notSignedUp', null, { walkIns: false }],
    ['waitlisted', waitlisted, { walkIns: false }],
    ['signUpCancelled', cancelled, { walkIns: false }],
    ['again', { state: 'cancelled', attendedAt: START }, {}],
  ] as const)('means %s for %j with %j', (step, mine, overrides) => {
    expect(checkInStep(eventWith(overrides), mine)).toBe(step)
  })
})

describe('recording attendance by hand', () => {
  const decide = (now: number) => manualDecision(eventWith(), now)
  const last = END + MANUAL_DAYS * DAY

  test('is possible from when check-in opens until seven days after the end', () => {
    expect(around(START - 30 * MINUTE, decide)).toEqual(['notOpenYet', null, null])
    expect(around(last, decide)).toEqual([null, null, 'tooLateToRecord'])
  })

  test('is not possible for drafts and cancelled events', () => {
    expect(manualDecision(eventWith({ state: 'draft' }), START)).toBe('notOpenYet')
    expect(manualDecision(eventWith({ state: 'cancelled' }), START)).toBe('eventCancelled')
  })
})

describe('who an event is for', () => {
  const of = (role: Grant['role'], scope: Grant['scope'], scopeId = ''): Grant[] => [{ role, scope, scopeId }]
  const people: Record<string, readonly Grant[]> = {
    visitor: [],
    member: of('member', 'branch', 'branch-01'),
    outsider: of('member', 'branch', 'branch-02'),
    secretary: of('secretary', 'branch', 'branch-01'),
    staff: of('staff', 'zone'),
    editor: of('editor', 'zone'),
    contact: of('contact', 'enterprise', 'branch-01'),
  }
  const seers = (audience: 'public' | 'members' | 'hosts') =>
    Object.keys(people).filter((who) =>
      maySee({ audience, hostBranchIds: ['branch-09', 'branch-01'] }, people[who] ?? []),
    )

  test('everyone, every confirmed member, or the hosts’ own and zone-wide staff', () => {
    expect(seers('public')).toEqual(Object.keys(people))
    expect(seers('members')).toEqual(Object.keys(people).filter((who) => who !== 'visitor'))
    expect(seers('hosts')).toEqual(['member', 'secretary', 'staff'])
  })
})
