/**
 * A consultation against a model: whatever its enterprise, two specialists and the sweepers do in whatever order, every
 * answer and everything that stands afterwards is what a sheet of paper would say.
 */
import fc from 'fast-check'
import type { ConsultationDoc } from '../../cloudfunctions/consultation/store/document'
import type { Answer } from '@/domain/kit'
import { cloud } from '../support/cloud'
import { atMeeting, bookHeld, open, slotAt, sweep } from '../support/consulting'
import { MINUTE } from '../support/park'
import { recordsOf } from '../support/records'
import { enterpriseId, stored } from '../support/service'

/** An hour before the first meeting: it can be moved, given up and concluded. */
const START = new Date(atMeeting('09:30').getTime() - 60 * MINUTE)
const TIMES = ['09:30', '10:00', '10:30'] as const
const PEOPLE = ['anna', 'bert'] as const
type Person = (typeof PEOPLE)[number]

interface Paper {
  state: string | null
  owner: Person
  time: string | null
  asked: Person | null
  waiting: boolean
  said: number
  reopened: number
}
type Step =
  | { kind: 'book' | 'move'; who: Person; time: string }
  | { kind: 'cancel' | 'arrive' | 'ask' | 'say' | 'teamSays' | 'answer' | 'plan' | 'handOver' | 'sweep' }
  | { kind: 'conclude'; outcome: 'answered' | 'followUp' }
  | { kind: 'close'; verdict: 'solved' | 'partly' | 'notSolved' }
  | { kind: 'accept'; yes: boolean }

const OVER = ['closed', 'cancelled', 'noShow']
const MEETING = ['booked', 'arrived']
const over = ({ state }: Paper) => OVER.includes(state ?? '')
const other = (who: Person): Person => (who === 'anna' ? 'bert' : 'anna')
const to = (paper: Paper, change: Partial<Paper>): 'ok' => {
  Object.assign(paper, change)
  return 'ok'
}
const say = (paper: Paper, lines: number, change: Partial<Paper> = {}): 'ok' =>
  to(paper, { ...change, said: paper.said + lines })

/** Each rule of the paper gives the answer that the person gets. One enterprise, so slots are free but its own. */
const rules: { [K in Step['kind']]: (paper: Paper, step: Extract<Step, { kind: K }>) => string } = {
  book: (paper, { who, time }) => to(paper, { state: 'booked', owner: who, time }),
  move: (paper, { who, time }) => {
    if (paper.state !== 'booked') return 'notBooked'
    // It is there already: the same request once more.
    if (who === paper.owner && time === paper.time) return 'ok'
    return who === paper.owner ? say(paper, 1, { time, waiting: false, asked: null }) : 'otherPerson'
  },
  cancel: (paper) => {
    if (paper.state === 'cancelled') return 'ok'
    if (paper.state !== 'booked') return 'notBooked'
    return say(paper, 1, { state: 'cancelled', time: null, waiting: false, asked: null })
  },
  arrive: (paper) => {
    if (paper.state === 'arrived') return 'ok'
    return paper.state === 'booked' ? to(paper, { state: 'arrived' }) : 'notBooked'
  },
  ask: (paper) => (over(paper) ? 'over' : say(paper, 1, { waiting: true })),
  say: (paper) => (over(paper) ? 'over' : say(paper, 1, paper.state === 'answered' ? {} : { waiting: false })),
  teamSays: (paper) => (over(paper) ? 'over' : say(paper, 1)),
  conclude: (paper, { outcome }) => {
    if (['open', 'answered', 'closed'].includes(paper.state ?? '')) return 'alreadyConcluded'
    if (!MEETING.includes(paper.state ?? '')) return 'notBooked'
    return outcome === 'answered'
      ? say(paper, 1, { state: 'answered', waiting: true })
      : say(paper, 2, { state: 'open', waiting: false })
  },
  answer: (paper) => (paper.state === 'open' ? say(paper, 1, { state: 'answered', waiting: true }) : 'notOpen'),
  plan: (paper) => (paper.state === 'open' ? say(paper, 1, { waiting: false }) : 'notOpen'),
  close: (paper, { verdict }) => {
    if (paper.state !== 'answered') return 'notAnswered'
    if (verdict === 'solved') return say(paper, 1, { state: 'closed', waiting: false, asked: null })
    const reopened = paper.reopened + (verdict === 'notSolved' ? 1 : 0)
    return say(paper, 1, { state: 'open', waiting: false, reopened })
  },
  handOver: (paper) => {
    // Asking the same person for the same reason is the same request.
    if (paper.asked) return 'ok'
    return over(paper) ? 'over' : say(paper, 1, { asked: other(paper.owner) })
  },
  accept: (paper, { yes }) => {
    if (!paper.asked) return 'notAsked'
    return to(paper, { owner: yes ? paper.asked : paper.owner, asked: null })
  },
  sweep: () => 'ok',
}

let id = ''
let requests = 0
const word = (answer: Answer<unknown>): string => (answer.ok ? 'ok' : answer.error.code)
const contact = () => cloud.as('contact-1')

/** Takes a hold first, as the pages do; whether the hold is had is not what is tested here. */
const hold = (who: Person, time: string) =>
  contact().call('service.hold', { slotId: slotAt(who, time), enterpriseId: enterpriseId(1) })

const act = async (step: Step, paper: Paper): Promise<string> => {
  const of = { consultationId: id }
  const fresh = { ...of, requestId: `request-${String(++requests).padStart(8, '0')}` }
  const owner = cloud.as(paper.owner)
  const deeds: { [K in Step['kind']]: (one: Extract<Step, { kind: K }>) => Promise<Answer<unknown>> } = {
    book: async ({ who, time }) => {
      await hold(who, time)
      const booked = await bookHeld(1, slotAt(who, time))
      if (booked.ok) id = booked.data.outline.id
      return booked
    },
    move: async ({ who, time }) => {
      await hold(who, time)
      return contact().call('consultation.reschedule', { ...of, slotId: slotAt(who, time) })
    },
    cancel: () => contact().call('consultation.cancel', of),
    arrive: () => owner.call('consultation.mark', { ...of, as: 'arrived' }),
    ask: () => owner.call('consultation.ask', { ...fresh, text: '请补材料' }),
    say: () => contact().call('consultation.say', { ...fresh, text: '补好了' }),
    teamSays: () => owner.call('consultation.say', { ...fresh, text: '收到' }),
    conclude: ({ outcome }) =>
      owner.call('consultation.conclude', {
        ...fresh,
        outcome,
        words: '结果',
        nextStep: outcome === 'followUp' ? '继续' : '',
      }),
    answer: () => owner.call('consultation.answer', { ...fresh, words: '答复' }),
    plan: () => owner.call('consultation.plan', { ...fresh, nextStep: '下一步', dueDays: 2 }),
    close: ({ verdict }) => contact().call('consultation.close', { ...fresh, verdict, words: '还差一点' }),
    handOver: () =>
      owner.call('consultation.transfer', { ...of, to: `m-${paper.asked ?? other(paper.owner)}`, reason: '换人' }),
    accept: ({ yes }) =>
      cloud.as(paper.asked ?? other(paper.owner)).call('consultation.answerTransfer', { ...of, accept: yes }),
    sweep: async () => {
      await sweep(new Date())
      return { ok: true, data: null }
    },
  }
  return word(await (deeds[step.kind] as (one: Step) => Promise<Answer<unknown>>)(step))
}

const standing = () => {
  const [doc] = recordsOf<ConsultationDoc>(cloud.local, 'consultations', { _id: id })
  return {
    state: doc?.state,
    owner: doc?.ownerId,
    slotId: doc?.slotId,
    asked: doc?.transfer?.to.id ?? null,
    waiting: doc?.waitingSince !== null,
    said: doc?.said,
    lines: recordsOf(cloud.local, 'lines', { consultationId: id }).length,
    reopened: doc?.reopened,
    booked: stored.slots({ state: 'booked' }).map(({ _id }) => _id),
  }
}
const expected = ({ state, owner, time, asked, waiting, said, reopened }: Paper) => {
  const slotId = time === null ? null : slotAt(owner, time)
  const taker = asked && `m-${asked}`
  const booked = slotId === null ? [] : [slotId]
  return { state, owner: `m-${owner}`, slotId, asked: taker, waiting, said, lines: said, reopened, booked }
}

const who = fc.constantFrom(...PEOPLE)
const time = fc.constantFrom(...TIMES)
const plain = fc.constantFrom(
  ...(['cancel', 'arrive', 'ask', 'say', 'teamSays', 'answer', 'plan', 'handOver', 'sweep'] as const),
)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 9, arbitrary: plain.map((kind) => ({ kind })) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('move' as const), who, time }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('conclude' as const),
      outcome: fc.constantFrom('answered' as const, 'followUp' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('close' as const),
      verdict: fc.constantFrom('solved' as const, 'partly' as const, 'notSolved' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('accept' as const), yes: fc.boolean() }) },
)

/**
 * Once a meeting was concluded its slot stays with who held it, whoever takes the item over: the paper follows people, so
 * the slot's person is looked up where they parted.
 */
const slotOf = (paper: Paper, holder: Person): Paper =>
  MEETING.includes(paper.state ?? '') ? paper : { ...paper, owner: holder }

test('an enterprise, two specialists and the sweepers leave what a sheet of paper would say, after every step', async () => {
  await fc.assert(
    fc.asyncProperty(
      who,
      time,
      fc.array(step, { minLength: 5, maxLength: 18, size: 'max' }),
      async (first, start, steps) => {
        await cloud.local.reset()
        await open()
        cloud.setNow(START)
        const paper: Paper = {
          state: null,
          owner: first,
          time: null,
          asked: null,
          waiting: false,
          said: 0,
          reopened: 0,
        }
        let holder = first
        let now = START.getTime()
        for (const next of [{ kind: 'book', who: first, time: start } as const, ...steps]) {
          now += next.kind === 'sweep' ? 2 * MINUTE : 1000
          cloud.setNow(new Date(now))
          const before = { ...paper }
          const answer = await act(next, before)
          expect([next, answer]).toEqual([next, rules[next.kind](paper, next as never)])
          if (MEETING.includes(paper.state ?? '')) holder = paper.owner
          const { slotId, booked } = expected(slotOf(paper, holder))
          expect([next, standing()]).toEqual([next, { ...expected(paper), slotId, booked }])
        }
      },
    ),
    { numRuns: 16, endOnFailure: true },
  )
}, 300_000)
