/**
 * Every database request of what moves a contact is lost in turn, before and after it was carried out. Who the record says
 * has gone holds no right, at any moment; the timers alone bring the rest to an end, and a second try finishes it.
 */
import type { Answer } from '@/domain/kit'
import { cloud } from '../support/cloud'
import { letSpeak, MILK, openPark, settleLater, standing } from '../support/enterprises'
import { NOW } from '../support/park'

const FAULTS = [
  { kind: 'fail', when: 'before' },
  { kind: 'fail', when: 'after' },
  { kind: 'drop', when: 'before' },
] as const

const milk = MILK._id
const join = () => cloud.as('ann').call('enterprise.join', { enterpriseId: milk, position: '主管' })
const contact = { enterpriseId: milk, memberId: 'm-ann' }

interface Scenario {
  name: string
  arrange: () => Promise<unknown>
  act: () => Promise<Answer<unknown>>
  /** How it is asked for a second time, when that is answered with what stands. */
  repeated?: string
  done: Partial<Awaited<ReturnType<typeof standing>>>
}

const scenarios: Scenario[] = [
  {
    name: 'asking to speak for an enterprise',
    arrange: async () => undefined,
    act: join,
    done: { states: { ann: 'waiting' }, rights: [], counts: [0, 1], facts: 0 },
  },
  {
    name: 'confirming a contact',
    arrange: join,
    act: () => cloud.as('staff').call('enterprise.confirmContact', contact),
    done: { states: { ann: 'confirmed' }, rights: ['ann'], counts: [1, 0], facts: 0 },
  },
  {
    name: 'leaving to another',
    arrange: () => letSpeak(MILK, 'ann', 'bob'),
    act: () => cloud.as('ann').call('enterprise.leave', { enterpriseId: milk, successor: 'm-bob' }),
    done: { states: { ann: 'left', bob: 'confirmed' }, rights: ['bob'], counts: [1, 0], facts: 0 },
  },
  {
    name: 'being removed',
    arrange: () => letSpeak(MILK, 'ann'),
    act: () => cloud.as('staff').call('enterprise.removeContact', { ...contact, reason: '已离职' }),
    repeated: 'notContact',
    done: { states: { ann: 'left' }, rights: [], counts: [0, 0], facts: 0 },
  },
]

const begin = async (arrange: Scenario['arrange']): Promise<void> => {
  await cloud.local.reset()
  await openPark()
  await arrange()
  await settleLater()
  cloud.setNow(NOW)
}

describe.each(scenarios)('$name', ({ arrange, act, repeated, done }) => {
  test.each(FAULTS)('ends well when each of its requests is struck in turn ($kind $when)', async (fault) => {
    await begin(arrange)
    const untouched = JSON.stringify(await standing())
    const wrong: object[] = []
    let struck = true
    for (let nth = 1; struck; nth++) {
      await begin(arrange)
      cloud.local.faults({ ...fault, nth, request: 'database.' })
      const first = await act()
      // A request that never came was not struck: every one has had its turn.
      struck = cloud.local.listFaults().length === 0
      cloud.local.clearFaults()
      takeErrors()
      const { states, rights } = await standing()
      if (states['ann'] === 'left' && rights.includes('ann')) wrong.push({ nth, states, rights })
      await settleLater()
      const alone = JSON.stringify(await standing())
      if (alone !== JSON.stringify(done) && (first.ok || alone !== untouched)) wrong.push({ nth, first, alone })
      const second = await act()
      if (!second.ok && second.error.code !== repeated) wrong.push({ nth, second })
      await settleLater(4)
      const whole = JSON.stringify(await standing())
      if (whole !== JSON.stringify(done)) wrong.push({ nth, whole })
    }
    expect(wrong).toEqual([])
  })
})

describe('a function that dies between the record and the right', () => {
  test('is made up for by the timer: who was let holds the right a minute later', async () => {
    await begin(join)
    cloud.local.faults({ kind: 'drop', collection: 'actors', request: 'database.modifyDocument', times: 5 })
    await cloud.as('staff').call('enterprise.confirmContact', contact)
    cloud.local.clearFaults()
    takeErrors()
    expect(await standing()).toMatchObject({ states: { ann: 'confirmed' }, rights: [] })
    await settleLater()
    expect(await standing()).toMatchObject({ rights: ['ann'], facts: 0 })
  })

  test('a right that could not be taken keeps the record from saying that somebody left', async () => {
    await begin(() => letSpeak(MILK, 'ann'))
    cloud.local.faults({ kind: 'drop', collection: 'actors', request: 'database.modifyDocument', times: 5 })
    const answer = await cloud.as('ann').call('enterprise.leave', { enterpriseId: milk })
    cloud.local.clearFaults()
    takeErrors()
    expect(answer).toMatchObject({ ok: false, error: { code: 'failed' } })
    expect(await standing()).toMatchObject({ states: { ann: 'confirmed' }, rights: ['ann'] })
    await settleLater()
    expect(await standing()).toMatchObject({ states: { ann: 'confirmed' }, rights: ['ann'], facts: 0 })
  })
})
