/** A list costs the same number of database requests whether it shows one row or thirty. */
import type { ActionName, InputFor } from '@/domain/contracts'
import { buildEvent, buildMember, buildRegistration } from '../../config/seed/builders'
import { cloud } from '../support/cloud'
import { branch, HOUR, NOW, raise, secretaryOf } from '../support/park'

const SECRETARY = 'secretary'
const READER = 'person-001'
const SECOND = 1000
const ids = (n: number) => Array.from({ length: n }, (_, at) => String(at + 1).padStart(4, '0'))

/** `n` coming events, the reader signed up for each; `n` other members, each signed up for the first event. */
const furnish = async (n: number): Promise<void> => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch)
  await raise(READER)
  await raise(SECRETARY, [secretaryOf(branch)], branch, { state: 'unconfirmed' })
  const events = ids(n).map((id, at) => buildEvent(`EV${id}`, branch, new Date(NOW.getTime() + (at + 1) * HOUR)))
  const members = ids(n).map((id) => buildMember(`m-${id}`, `演示${id}`, branch))
  await cloud.put('events', ...events)
  await cloud.put('members', ...members)
  await cloud.put('registrations', ...events.map((event) => buildRegistration(event, `m-${READER}`)))
  const [first] = events
  const others = members.map(({ _id }) => first && buildRegistration(first, _id, { attendedAt: NOW }))
  await cloud.put('registrations', ...others.flatMap((registration) => registration ?? []))
}

interface ListCase<N extends ActionName = ActionName> {
  action: N
  as: string
  input: InputFor<N>
  /** Requests of the first look, and of each one after it. A look at other people is logged: the first adds the line. */
  first: number
  next: number
  rows: (data: never) => number
}
const one = <N extends ActionName>(listCase: ListCase<N>) => listCase as unknown as ListCase

const items = ({ items: rows }: { items: unknown[] }) => rows.length
const cases = [
  one({ action: 'event.list', as: READER, input: {}, first: 2, next: 2, rows: items }),
  one({ action: 'event.mine', as: READER, input: {}, first: 2, next: 2, rows: items }),
  one({ action: 'event.managed', as: SECRETARY, input: {}, first: 2, next: 2, rows: items }),
  one({ action: 'event.roster', as: SECRETARY, input: { eventId: 'EV0001' }, first: 10, next: 9, rows: items }),
  one({ action: 'member.list', as: SECRETARY, input: {}, first: 5, next: 4, rows: items }),
  one({
    action: 'event.desk',
    as: SECRETARY,
    input: { eventId: 'EV0001' },
    first: 8,
    next: 7,
    rows: ({ arrivals }: { arrivals: unknown[] }) => arrivals.length,
  }),
  one({
    action: 'home.today',
    as: SECRETARY,
    input: {},
    first: 4,
    next: 4,
    rows: ({ upcoming }: { upcoming: unknown[] }) => upcoming.length,
  }),
]

describe.each(cases)('$action', ({ action, as, input, first, next, rows }) => {
  /** What three looks cost, and how many rows they showed. */
  const look = async (n: number) => {
    await cloud.local.reset()
    await furnish(n)
    const trips: number[] = []
    let shown = 0
    for (let turn = 0; turn < 3; turn++) {
      cloud.setNow(new Date(NOW.getTime() + turn * SECOND))
      const ask = async () => {
        const answer = await cloud.as(as).call(action, input)
        if (!answer.ok) throw new Error(`${action} was refused: ${answer.error.code}`)
        shown = rows(answer.data as never)
      }
      trips.push(await cloud.roundTrips(ask))
    }
    return { trips, shown }
  }

  test(`costs ${first} round trips, then ${next}, with 1 row and with 30`, async () => {
    const few = await look(1)
    const many = await look(30)
    expect(few.trips).toEqual([first, next, next])
    expect(many.trips).toEqual([first, next, next])
    // Otherwise the two would be the same for the wrong reason.
    expect(many.shown).toBeGreaterThan(few.shown)
  })
})
