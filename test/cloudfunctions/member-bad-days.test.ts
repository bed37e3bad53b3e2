/**
 * Every database request of a merge and of an erasure is lost in turn, before and after it was carried out. The timers
 * alone bring it to an end, whole or not begun; a second try then finishes what was asked for.
 */
import type { EventDoc } from '../../cloudfunctions/event/store/events'
import type { RegistrationDoc } from '../../cloudfunctions/event/store/registrations'
import type { ActorDoc } from '../../cloudfunctions/kernel/actor'
import type { MemberDoc } from '../../cloudfunctions/member/store/members'
import { buildEvent, buildMember, buildRegistration, buildSuggestion } from '../../config/seed/builders'
import type { Answer } from '@/domain/kit'
import { cloud } from '../support/cloud'
import { branch, eventIn, HOUR, MINUTE, NOW, raise, secretaryOf } from '../support/park'

const FAULTS = [
  { kind: 'fail', when: 'before' },
  { kind: 'fail', when: 'after' },
  { kind: 'drop', when: 'before' },
  { kind: 'drop', when: 'after' },
] as const

/** Two events: in one the person alone holds a place, in the other their imported record holds one as well. */
const arrange = async (): Promise<void> => {
  await cloud.local.reset()
  cloud.setNow(NOW)
  const alone = eventIn(24, { taken: 1 })
  const both = buildEvent('EV0002', branch, new Date(NOW.getTime() + 48 * HOUR), { taken: 2 })
  await cloud.put('branches', branch)
  await cloud.put('events', alone, both)
  await raise('secretary', [secretaryOf(branch)])
  await raise('person', [], branch, { state: 'unconfirmed', name: '演示来人' })
  await cloud.put('members', buildMember('imported', '演示来人', branch, { state: 'imported' }))
  await cloud.put(
    'registrations',
    buildRegistration(alone, 'm-person'),
    buildRegistration(both, 'm-person'),
    buildRegistration(both, 'imported'),
  )
  await cloud.put('suggestions', buildSuggestion('suggestion-1', 'person'))
}

const standing = async () => {
  const [events, registrations, actors, members, suggestions] = await Promise.all([
    cloud.all<EventDoc>('events'),
    cloud.all<RegistrationDoc>('registrations'),
    cloud.all<ActorDoc>('actors'),
    cloud.all<MemberDoc>('members'),
    cloud.all<{ openid: string }>('suggestions'),
  ])
  const member = members.find(({ _id }) => _id === 'm-person')
  return {
    taken: events.map(({ taken }) => taken),
    held: events.map(({ _id }) => registrations.filter((row) => row.eventId === _id && row.placeId !== null).length),
    whose: registrations.map(({ eventId, memberId, state }) => `${eventId}:${memberId}:${state}`).sort(),
    identity: actors.filter(({ _id }) => _id === 'person').map(({ memberId, state }) => `${memberId}:${state}`),
    state: member?.state,
    facts: member?.facts.length,
    sender: suggestions.map(({ openid }) => openid),
    loose:
      events.reduce((sum, { takes, releases }) => sum + takes.length + releases.length, 0) +
      registrations.filter(({ releasing }) => releasing !== null).length,
  }
}

/** The timers two and four minutes later; the order in which they come is the one that leaves less to find. */
const settle = async (since: number): Promise<void> => {
  for (const minutes of [since + 2, since + 4]) {
    cloud.setNow(new Date(NOW.getTime() + minutes * MINUTE))
    await cloud.local.runTimer('event', 'sweep')
    await cloud.local.runTimer('member', 'settle')
  }
}

interface Scenario {
  name: string
  act: () => Promise<Answer<unknown>>
  /** What it looks like when it happened, besides `untouched`, which is how it looked before. */
  done: Partial<Awaited<ReturnType<typeof standing>>>
}

const scenarios: Scenario[] = [
  {
    name: 'merging a binding into an imported record',
    act: () => cloud.as('secretary').call('member.confirm', { memberId: 'm-person', mergeInto: 'imported' }),
    done: {
      taken: [1, 1],
      held: [1, 1],
      whose: ['EV0001:imported:registered', 'EV0002:imported:registered'],
      identity: ['imported:confirmed'],
      state: 'merged',
      facts: 0,
      sender: ['person'],
      loose: 0,
    },
  },
  {
    name: 'erasing one’s data',
    act: () => cloud.as('person').call('member.erase', { confirm: '删除' }),
    done: {
      taken: [0, 1],
      held: [0, 1],
      whose: ['EV0001:m-person:cancelled', 'EV0002:imported:registered', 'EV0002:m-person:cancelled'],
      identity: [],
      state: 'erased',
      facts: 0,
      sender: [''],
      loose: 0,
    },
  },
]

describe.each(scenarios)('$name', ({ act, done }) => {
  test.each(FAULTS)('ends well when each of its requests is struck in turn ($kind $when)', async (fault) => {
    await arrange()
    const untouched = await standing()
    const wrong: object[] = []
    let struck = true
    for (let nth = 1; struck; nth++) {
      await arrange()
      cloud.local.faults({ ...fault, nth, request: 'database.' })
      const first = await act()
      // A request that never came was not struck: every one has had its turn.
      struck = cloud.local.listFaults().length === 0
      cloud.local.clearFaults()
      takeErrors()
      await settle(0)
      const alone = JSON.stringify(await standing())
      const whole = alone === JSON.stringify(done)
      if (!whole && (first.ok || alone !== JSON.stringify(untouched))) wrong.push({ nth, first, alone })
      await act()
      await settle(4)
      const end = JSON.stringify(await standing())
      if (end !== JSON.stringify(done)) wrong.push({ nth, end })
    }
    expect(wrong).toEqual([])
  })
})
