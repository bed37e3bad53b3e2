/**
 * Places against a model: whatever five people, an organiser and the sweeper do to an event with a few places, every
 * answer and everything that stands afterwards is what a list of names on paper would say.
 */
import fc from 'fast-check'
import type { EventDoc } from '../../cloudfunctions/event/store/events'
import type { RegistrationDoc } from '../../cloudfunctions/event/store/registrations'
import { deskCode } from '../../cloudfunctions/kernel/desk-code'
import { timers } from '../../cloudfunctions/event/timers'
import { buildRegistration } from '../../config/seed/builders'
import { formatDeskCode } from '@/domain/desk-code'
import type { Answer } from '@/domain/kit'
import { cloud } from '../support/cloud'
import { branch, eventIn, HOUR, MINUTE, NOW, raise, raiseMembers, secretaryOf } from '../support/park'
import { recordsOf } from '../support/records'

const EVENT = 'EV0001'
const PEOPLE = 5
const SECOND = 1000

/** Paper: who stands where, who waits in which order, how many places there are. */
interface Paper {
  capacity: number
  waitlist: boolean
  walkIns: boolean
  people: Record<string, { state: 'registered' | 'waitlisted' | 'cancelled'; attended: boolean }>
  waiting: string[]
}

type Step =
  { kind: 'signUp' | 'cancel' | 'checkIn'; who: number } | { kind: 'capacity'; to: number } | { kind: 'sweep' }

const taken = ({ people }: Paper) => Object.values(people).filter(({ state }) => state === 'registered').length

const moveUp = (paper: Paper): void => {
  while (taken(paper) < paper.capacity && paper.waiting.length > 0)
    paper.people[paper.waiting.shift() ?? ''] = { state: 'registered', attended: false }
}

/** Each rule of the paper gives the answer that the person gets. */
const rules = {
  signUp(paper: Paper, name: string): string {
    const mine = paper.people[name]
    if (mine && mine.state !== 'cancelled') return mine.state
    const full = taken(paper) >= paper.capacity
    if (full && !paper.waitlist) return 'full'
    paper.people[name] = { state: full ? 'waitlisted' : 'registered', attended: false }
    if (full) paper.waiting.push(name)
    return full ? 'waitlisted' : 'registered'
  },
  cancel(paper: Paper, name: string): string {
    const mine = paper.people[name]
    if (!mine) return 'notSignedUp'
    if (mine.attended) return 'alreadyCheckedIn'
    paper.people[name] = { state: 'cancelled', attended: false }
    paper.waiting = paper.waiting.filter((one) => one !== name)
    moveUp(paper)
    return 'cancelled'
  },
  checkIn(paper: Paper, name: string): string {
    const mine = paper.people[name]
    if (mine?.attended) return 'again'
    if (mine?.state === 'registered') {
      mine.attended = true
      return 'attended'
    }
    if (!paper.walkIns) return !mine ? 'notSignedUp' : mine.state === 'waitlisted' ? 'waitlisted' : 'signUpCancelled'
    if (taken(paper) >= paper.capacity) return 'full'
    paper.people[name] = { state: 'registered', attended: true }
    return 'walkIn'
  },
  capacity(paper: Paper, to: number): string {
    if (taken(paper) > to) return 'capacityBelowTaken'
    paper.capacity = to
    moveUp(paper)
    return 'changed'
  },
}

const onPaper = (paper: Paper, step: Step, names: string[]): string => {
  if (step.kind === 'sweep') return 'swept'
  if (step.kind === 'capacity') return rules.capacity(paper, step.to)
  return rules[step.kind](paper, names[step.who] ?? '')
}

/** The same from what is stored. */
const stored = () => {
  const [event] = recordsOf<EventDoc>(cloud.local, 'events', { _id: EVENT })
  const rows = recordsOf<RegistrationDoc>(cloud.local, 'registrations', { eventId: EVENT })
  const waiting = rows.filter(({ state }) => state === 'waitlisted')
  waiting.sort((a, b) => a.signedUpAt.getTime() - b.signedUpAt.getTime())
  const held = rows.flatMap(({ placeId }) => placeId ?? [])
  return {
    capacity: event?.capacity,
    people: Object.fromEntries(
      rows.map(({ memberId, state, attendedAt }) => [memberId.slice(2), { state, attended: attendedAt !== null }]),
    ),
    waiting: waiting.map(({ memberId }) => memberId.slice(2)),
    taken: event?.taken,
    held: new Set(held).size,
    holders: held.length,
    releasing: rows.filter(({ releasing }) => releasing !== null).length,
  }
}

const expected = (paper: Paper) => ({
  capacity: paper.capacity,
  people: paper.people,
  waiting: paper.waiting,
  taken: taken(paper),
  held: taken(paper),
  holders: taken(paper),
  releasing: 0,
})

const word = <T>(answer: Answer<T>, said: (data: T) => string): string =>
  answer.ok ? said(answer.data) : answer.error.code

const setCapacity = async (to: number): Promise<string> => {
  const [event] = recordsOf<EventDoc>(cloud.local, 'events', { _id: EVENT })
  if (!event) throw new Error('the event is gone')
  const { kind, title, summary, place, hostBranchIds, waitlist, walkIns, audience, rev } = event
  const window = ({ opensAt, closesAt }: EventDoc['signUp']) => ({
    opensAt: Number(opensAt),
    closesAt: Number(closesAt),
  })
  const times = {
    startsAt: Number(event.startsAt),
    endsAt: Number(event.endsAt),
    cancelUntil: Number(event.cancelUntil),
  }
  const windows = { signUp: window(event.signUp), checkIn: window(event.checkIn) }
  const draft = { kind, title, summary, place, hostBranchIds, waitlist, walkIns, audience, agenda: [], capacity: to }
  const input = { eventId: EVENT, rev, draft: { ...draft, ...times, ...windows } }
  return word(await cloud.as('secretary').call('event.change', input), () => 'changed')
}

const inTheCloud = async (step: Step, names: string[], now: Date): Promise<string> => {
  if (step.kind === 'sweep') return timers['sweep']?.(now).then(() => 'swept') ?? 'no sweeper'
  if (step.kind === 'capacity') return setCapacity(step.to)
  const person = cloud.as(names[step.who] ?? '')
  if (step.kind === 'signUp') return word(await person.call('event.signUp', { eventId: EVENT }), ({ state }) => state)
  if (step.kind === 'cancel')
    return word(await person.call('event.cancelSignUp', { eventId: EVENT }), ({ state }) => state)
  const code = formatDeskCode('', deskCode(open(), now).code)
  return word(await person.call('event.checkIn', { code }), ({ again, walkIn }) =>
    again ? 'again' : walkIn ? 'walkIn' : 'attended',
  )
}

/** Everything is possible for the next ten hours. */
const open = (overrides: Partial<EventDoc> = {}) =>
  eventIn(10, {
    capacity: 2,
    cancelUntil: new Date(NOW.getTime() + 10 * HOUR),
    checkIn: { opensAt: new Date(NOW.getTime() - HOUR), closesAt: new Date(NOW.getTime() + 12 * HOUR) },
    ...overrides,
  })

const arrange = async (overrides: Partial<EventDoc>): Promise<string[]> => {
  await cloud.local.reset()
  cloud.setNow(NOW)
  await cloud.put('branches', branch)
  await raise('secretary', [secretaryOf(branch)])
  await cloud.put('events', open(overrides))
  return raiseMembers(PEOPLE)
}

const who = fc.nat({ max: PEOPLE - 1 })
const byPerson = (kind: 'signUp' | 'cancel' | 'checkIn') => fc.record({ kind: fc.constant(kind), who })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: byPerson('signUp') },
  { weight: 5, arbitrary: byPerson('cancel') },
  { weight: 2, arbitrary: byPerson('checkIn') },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('capacity' as const), to: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'sweep' as const }) },
)
const story = fc.record({
  waitlist: fc.boolean(),
  walkIns: fc.boolean(),
  steps: fc.array(step, { minLength: 5, maxLength: 25, size: 'max' }),
})

test('five people, an organiser and the sweeper leave what a list on paper would say, after every step', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ waitlist, walkIns, steps }) => {
      const names = await arrange({ waitlist, walkIns })
      const paper: Paper = { capacity: 2, waitlist, walkIns, people: {}, waiting: [] }
      let now = NOW.getTime()
      for (const next of steps) {
        // The waiting list goes by time; the sweeper settles what is older than a minute.
        now += next.kind === 'sweep' ? 2 * MINUTE : SECOND
        cloud.setNow(new Date(now))
        const answer = await inTheCloud(next, names, new Date(now))
        expect([next, answer]).toEqual([next, onPaper(paper, next, names)])
        expect([next, stored()]).toEqual([next, expected(paper)])
      }
    }),
    { numRuns: 40, endOnFailure: true },
  )
}, 300_000)

test('a person who joined the list while a place came free moves up, even if their call died before it could look', async () => {
  // What is left when a sign-up dies between its registration and its look at the event.
  const [first = ''] = await arrange({ capacity: 1 })
  await cloud.put('registrations', buildRegistration(open(), `m-${first}`, { state: 'waitlisted' }))
  await timers['sweep']?.(NOW)
  expect(stored()).toMatchObject({ people: { [first]: { state: 'registered' } }, waiting: [], taken: 1, held: 1 })
})
