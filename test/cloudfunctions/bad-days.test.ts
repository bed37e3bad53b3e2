/**
 * Every database request of sign-up, cancelling and check-in is lost in turn, before and after it was carried out. Then
 * the person tries again, the clock runs on and the sweeper comes: no place is lost or doubled, no acknowledged record is
 * missing, and the second try gets what the first asked for.
 */
import type { EventDoc } from '../../cloudfunctions/event/store/events'
import type { RegistrationDoc } from '../../cloudfunctions/event/store/registrations'
import { buildRegistration } from '../../config/seed/builders'
import type { Answer } from '@/domain/kit'
import { cloud } from '../support/cloud'
import { branch, eventIn, MINUTE, NOW, raise, raiseMembers, secretaryOf } from '../support/park'

const FAULTS = [
  { kind: 'fail', when: 'before' },
  { kind: 'fail', when: 'after' },
  { kind: 'drop', when: 'before' },
  { kind: 'drop', when: 'after' },
] as const

interface Scenario {
  name: string
  arrange: () => Promise<void>
  act: () => Promise<Answer<{ state?: string; at?: number }>>
  /** What stands at the end, whatever went wrong. */
  end: { taken: number; registered: number; waitlisted: number; attended: number }
}

const open = (overrides: Partial<EventDoc> = {}) =>
  eventIn(1 / 6, { cancelUntil: new Date(NOW.getTime() + 8 * MINUTE), ...overrides })
const put = async (event: EventDoc, ...registrations: RegistrationDoc[]) => {
  const taken = registrations.filter(({ placeId }) => placeId !== null).length
  await cloud.put('events', { ...event, taken, queueing: registrations.some(({ state }) => state === 'waitlisted') })
  if (registrations.length > 0) await cloud.put('registrations', ...registrations)
}
const registered = (person: string, overrides = {}) => buildRegistration(open(), `m-${person}`, overrides)
const signUp = () => cloud.as('person-001').call('event.signUp', { eventId: 'EV0001' })
const cancel = () => cloud.as('person-001').call('event.cancelSignUp', { eventId: 'EV0001' })

let code = ''
const checkIn = () => cloud.as('person-001').call('event.checkIn', { code })

const scenarios: Scenario[] = [
  {
    name: 'signing up',
    arrange: () => put(open()),
    act: signUp,
    end: { taken: 1, registered: 1, waitlisted: 0, attended: 0 },
  },
  {
    name: 'signing up for the last place of two',
    arrange: () => put(open({ capacity: 2 }), registered('person-002')),
    act: signUp,
    end: { taken: 2, registered: 2, waitlisted: 0, attended: 0 },
  },
  {
    name: 'joining the waiting list',
    arrange: () => put(open({ capacity: 1 }), registered('person-002')),
    act: signUp,
    end: { taken: 1, registered: 1, waitlisted: 1, attended: 0 },
  },
  {
    name: 'coming back after cancelling',
    arrange: () => put(open(), registered('person-001', { state: 'cancelled' })),
    act: signUp,
    end: { taken: 1, registered: 1, waitlisted: 0, attended: 0 },
  },
  {
    name: 'cancelling',
    arrange: () => put(open(), registered('person-001')),
    act: cancel,
    end: { taken: 0, registered: 0, waitlisted: 0, attended: 0 },
  },
  {
    name: 'cancelling while two wait',
    arrange: () =>
      put(
        open({ capacity: 1 }),
        registered('person-001'),
        registered('person-002', { state: 'waitlisted' }),
        registered('person-003', { state: 'waitlisted' }),
      ),
    act: cancel,
    end: { taken: 1, registered: 1, waitlisted: 1, attended: 0 },
  },
  {
    name: 'checking in',
    arrange: () => put(open(), registered('person-001')),
    act: checkIn,
    end: { taken: 1, registered: 1, waitlisted: 0, attended: 1 },
  },
  {
    name: 'walking in',
    arrange: () => put(open()),
    act: checkIn,
    end: { taken: 1, registered: 1, waitlisted: 0, attended: 1 },
  },
]

const arrange = async (scenario: Scenario): Promise<void> => {
  await cloud.local.reset()
  cloud.setNow(NOW)
  await cloud.put('branches', branch)
  await raiseMembers(3)
  await raise('secretary', [secretaryOf(branch)])
  await scenario.arrange()
  const desk = await cloud.as('secretary').call('event.desk', { eventId: 'EV0001' })
  code = desk.ok ? (desk.data.code?.text ?? '') : ''
}

const standing = async () => {
  const [event] = await cloud.all<EventDoc>('events')
  const rows = await cloud.all<RegistrationDoc>('registrations')
  return {
    taken: event?.taken,
    registered: rows.filter(({ state }) => state === 'registered').length,
    waitlisted: rows.filter(({ state }) => state === 'waitlisted').length,
    attended: rows.filter(({ attendedAt }) => attendedAt !== null).length,
    holding: rows.filter(({ placeId }) => placeId !== null).length,
    loose:
      rows.filter(({ releasing }) => releasing !== null).length +
      (event?.takes.length ?? 0) +
      (event?.releases.length ?? 0),
  }
}

/** The sweeper a minute later, twice: it settles what the first round left open. */
const sweep = async (): Promise<void> => {
  for (const minutes of [2, 4]) {
    cloud.setNow(new Date(NOW.getTime() + minutes * MINUTE))
    await cloud.local.runTimer('event', 'sweep')
  }
}

describe.each(scenarios)('$name', (scenario) => {
  const { act, end } = scenario
  const healthy = { ...end, holding: end.registered, loose: 0 }

  test.each(FAULTS)('survives that each of its requests is struck ($kind $when)', async (fault) => {
    const wrong: object[] = []
    let struck = true
    for (let nth = 1; struck; nth++) {
      await arrange(scenario)
      cloud.local.faults({ ...fault, nth, request: 'database.' })
      const first = await act()
      // A request that never came was not struck: every one has had its turn.
      struck = cloud.local.listFaults().length === 0
      cloud.local.clearFaults()
      takeErrors()
      const second = await act()
      await sweep()
      const found = { ...(await standing()), second: second.ok, kept: !first.ok || second.ok }
      if (JSON.stringify(found) !== JSON.stringify({ ...healthy, second: true, kept: true }))
        wrong.push({ nth, found, second })
    }
    expect(wrong).toEqual([])
  })

  test.each(FAULTS)('is healed by the sweeper alone when nobody tries again ($kind $when)', async (fault) => {
    const wrong: object[] = []
    let struck = true
    for (let nth = 1; struck; nth++) {
      await arrange(scenario)
      cloud.local.faults({ ...fault, nth, request: 'database.' })
      const first = await act()
      struck = cloud.local.listFaults().length === 0
      cloud.local.clearFaults()
      takeErrors()
      await sweep()
      const { taken, registered: held, holding, loose } = await standing()
      const sound = taken === held && holding === held && loose === 0
      // What was acknowledged stands; what was not may stand or not, but never by half.
      const kept = !first.ok || (held === end.registered && taken === end.taken)
      if (!sound || !kept) wrong.push({ nth, first, taken, held, holding, loose })
    }
    expect(wrong).toEqual([])
  })
})
