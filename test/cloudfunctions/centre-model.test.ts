/**
 * Visits against a model: whatever five people, an editor and the sweeper do to a slot with a few places and one guide,
 * every answer and everything that stands afterwards is what a list of names on paper would say.
 */
import fc from 'fast-check'
import type { SlotDoc } from '../../cloudfunctions/centre/store/slots'
import type { VisitDoc } from '../../cloudfunctions/centre/store/visits'
import { timers } from '../../cloudfunctions/centre/timers'
import { deskCode } from '../../cloudfunctions/kernel/desk-code'
import { buildCentre } from '../../config/seed/centre-builders'
import { DOOR } from '@/domain/centre/rules'
import { formatDeskCode } from '@/domain/desk-code'
import type { Answer } from '@/domain/kit'
import { cloud } from '../support/cloud'
import { MINUTE, raiseMembers } from '../support/park'
import { recordsOf } from '../support/records'
import { MONDAY, openCentre, SLOT } from '../support/visiting'

const PEOPLE = 5
const CAPACITY = 6
const GUIDES = 1
const SECOND = 1000

interface Party {
  size: number
  guide: boolean
}
/** Paper: who has booked for how many, who has come, and whether the slot is closed. */
interface Paper {
  closed: boolean
  people: Record<string, Party & { state: 'booked' | 'cancelled'; arrived: boolean }>
}

type Step =
  | ({ kind: 'book'; who: number } & Party)
  | { kind: 'cancel' | 'arrive'; who: number }
  | { kind: 'close'; reason: string }
  | { kind: 'sweep' }

const booked = ({ people }: Paper) => Object.values(people).filter(({ state }) => state === 'booked')
const taken = (paper: Paper) => booked(paper).reduce((sum, { size }) => sum + size, 0)
const guided = (paper: Paper) => booked(paper).filter(({ guide }) => guide).length

/** Each rule of the paper gives the answer that the person gets. */
const rules = {
  book(paper: Paper, name: string, { size, guide }: Party): string {
    const mine = paper.people[name]
    if (mine?.state === 'booked') return `booked ${mine.size}`
    if (paper.closed) return 'slotClosed'
    if (taken(paper) + size > CAPACITY) return 'slotFull'
    if (guide && guided(paper) >= GUIDES) return 'noGuideLeft'
    paper.people[name] = { size, guide, state: 'booked', arrived: false }
    return `booked ${size}`
  },
  cancel(paper: Paper, name: string): string {
    const mine = paper.people[name]
    if (!mine) return 'notFound'
    if (mine.state === 'booked' && mine.arrived) return 'alreadyArrived'
    mine.state = 'cancelled'
    return 'cancelled'
  },
  arrive(paper: Paper, name: string): string {
    const mine = paper.people[name]
    if (!mine) return 'noVisitToday'
    if (mine.state === 'cancelled') return 'visitCancelled'
    if (mine.arrived) return 'again'
    mine.arrived = true
    return 'arrived'
  },
}

const onPaper = (paper: Paper, step: Step, names: string[]): string => {
  if (step.kind === 'sweep') return 'swept'
  if (step.kind === 'close') {
    paper.closed = step.reason !== ''
    return step.reason
  }
  const name = names[step.who] ?? ''
  return step.kind === 'book' ? rules.book(paper, name, step) : rules[step.kind](paper, name)
}

const stored = () => {
  const [slot] = recordsOf<SlotDoc>(cloud.local, 'visitSlots', { _id: SLOT })
  const rows = recordsOf<VisitDoc>(cloud.local, 'visits', { slotId: SLOT })
  return {
    closed: (slot?.closedReason ?? '') !== '',
    people: Object.fromEntries(
      rows.map(({ memberId, state, size, guide, arrivedAt }) => [
        memberId.slice(2),
        { size, guide, state, arrived: arrivedAt !== null },
      ]),
    ),
    taken: slot?.taken ?? 0,
    guided: slot?.guided ?? 0,
    holders: new Set(rows.flatMap(({ placeId }) => placeId ?? [])).size,
    releasing: rows.filter(({ releasing }) => releasing !== null).length,
  }
}

const expected = (paper: Paper) => ({
  ...paper,
  taken: taken(paper),
  guided: guided(paper),
  holders: booked(paper).length,
  releasing: 0,
})

const word = <T>(answer: Answer<T>, said: (data: T) => string): string =>
  answer.ok ? said(answer.data) : answer.error.code

const inTheCloud = async (step: Step, names: string[], now: Date): Promise<string> => {
  if (step.kind === 'sweep') return timers['sweep']?.(now).then(() => 'swept') ?? 'no sweeper'
  if (step.kind === 'close') {
    const closing = { slotId: SLOT, reason: step.reason }
    return word(await cloud.as('editor').call('centre.closeSlot', closing), ({ closedReason }) => closedReason)
  }
  const name = names[step.who] ?? ''
  const person = cloud.as(name)
  if (step.kind === 'book') {
    const { size, guide } = step
    return word(
      await person.call('centre.book', { slotId: SLOT, size, guide }),
      (visit) => `${visit.state} ${visit.size}`,
    )
  }
  if (step.kind === 'cancel') {
    return word(await person.call('centre.cancelVisit', { visitId: `${SLOT}:m-${name}` }), ({ state }) => state)
  }
  const code = formatDeskCode('', deskCode({ _id: DOOR, secret: buildCentre().secret }, now).code)
  return word(await person.call('centre.arrive', { code }), ({ again }) => (again ? 'again' : 'arrived'))
}

const who = fc.nat({ max: PEOPLE - 1 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('book' as const),
      who,
      size: fc.integer({ min: 1, max: 4 }),
      guide: fc.boolean(),
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('cancel' as const), who }) },
  // Often enough that somebody arrives twice in some story.
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('arrive' as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('close' as const), reason: fc.constantFrom('', '', '布展') }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'sweep' as const }) },
)

test('five people, an editor and the sweeper leave what a list on paper would say, after every step', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25, size: 'max' }), async (steps) => {
      await cloud.local.reset()
      await openCentre({ capacity: CAPACITY, guides: GUIDES, closesBefore: 0 })
      const names = await raiseMembers(PEOPLE)
      const paper: Paper = { closed: false, people: {} }
      // From half past eight on booking, cancelling and arriving are all possible.
      let now = MONDAY.getTime() - 30 * MINUTE
      for (const next of steps) {
        // The sweeper settles what is older than a minute; 25 steps end before the slot begins.
        now += next.kind === 'sweep' ? 65 * SECOND : SECOND
        cloud.setNow(new Date(now))
        const answer = await inTheCloud(next, names, new Date(now))
        seen.add(answer)
        expect([next, answer]).toEqual([next, onPaper(paper, next, names)])
        expect([next, stored()]).toEqual([next, expected(paper)])
      }
    }),
    { numRuns: 40, endOnFailure: true },
  )
  // The stories told everything there is to tell, so that none of the rules above held for want of trying.
  for (const answer of [
    'slotFull',
    'noGuideLeft',
    'slotClosed',
    'cancelled',
    'alreadyArrived',
    'visitCancelled',
    'again',
  ])
    expect(seen).toContain(answer)
}, 300_000)
