/**
 * Every database request of booking, cancelling and arriving is lost in turn, before and after it was carried out. Then
 * the person tries again, the clock runs on and the sweeper comes: no place and no guide is lost or doubled, no
 * acknowledged visit is missing, and the second try gets what the first asked for.
 */
import { visitPlaces, type VisitDoc } from '../../cloudfunctions/centre/store/visits'
import { buildVisit, countedIn } from '../../config/seed/centre-builders'
import type { Answer } from '@/domain/kit'
import { cloud } from '../support/cloud'
import { MINUTE, raiseMembers } from '../support/park'
import { doorCode, MONDAY, mondaySlot, openCentre, SLOT, slotStands } from '../support/visiting'

const FAULTS = [
  { kind: 'fail', when: 'before' },
  { kind: 'fail', when: 'after' },
  { kind: 'drop', when: 'before' },
  { kind: 'drop', when: 'after' },
] as const

/** An hour before the slot: everything but arriving is possible. */
const BEFORE = MONDAY.getTime() - 60 * MINUTE

interface Scenario {
  name: string
  /** The slot's visits at first; null: nobody has booked it, and it has no document. */
  visits: VisitDoc[] | null
  from?: number
  act: () => Promise<Answer<unknown>>
  /** What stands at the end, whatever went wrong. */
  end: { taken: number; guided: number; booked: number; arrived: number }
}

const own = (overrides: Partial<VisitDoc> = {}) =>
  buildVisit(mondaySlot(), 'm-person-001', { size: 5, guide: true, ...overrides })
const other = buildVisit(mondaySlot(), 'm-person-002', { size: 2 })

const person = () => cloud.as('person-001')
const book = () => person().call('centre.book', { slotId: SLOT, size: 5, guide: true })
const cancel = () => person().call('centre.cancelVisit', { visitId: `${SLOT}:m-person-001` })
let shown = { text: '', digits: '' }
const both = { taken: 7, guided: 1, booked: 2, arrived: 0 }

const scenarios: Scenario[] = [
  { name: 'booking a slot first', visits: null, act: book, end: { taken: 5, guided: 1, booked: 1, arrived: 0 } },
  { name: 'booking the last places and the last guide', visits: [other], act: book, end: both },
  {
    name: 'booking again after cancelling',
    visits: [other, own({ state: 'cancelled', size: 1 })],
    act: book,
    end: both,
  },
  { name: 'cancelling', visits: [other, own()], act: cancel, end: { taken: 2, guided: 0, booked: 1, arrived: 0 } },
  {
    name: 'arriving by scan',
    visits: [other, own()],
    from: MONDAY.getTime(),
    act: () => person().call('centre.arrive', { code: shown.text }),
    end: { ...both, arrived: 1 },
  },
  {
    name: 'arriving by digits',
    visits: [other, own()],
    from: MONDAY.getTime(),
    act: () => person().call('centre.arrive', { digits: shown.digits }),
    end: { ...both, arrived: 1 },
  },
]

const arrange = async ({ visits, from = BEFORE }: Scenario): Promise<void> => {
  await cloud.local.reset()
  await openCentre({ capacity: 7, guides: 1 })
  await raiseMembers(2)
  cloud.setNow(new Date(from))
  if (visits) {
    await cloud.put('visitSlots', mondaySlot(countedIn(visits)))
    await cloud.put('visits', ...visits)
  }
  shown = await doorCode()
}

const standing = async () => {
  const { persons, guides, holding, ...slot } = await slotStands()
  const rows = await cloud.all<VisitDoc>('visits')
  const sound = slot.taken === persons && slot.guided === guides && slot.booked === holding
  return { ...slot, sound, arrived: rows.filter(({ arrivedAt }) => arrivedAt !== null).length }
}

/** The sweeper a minute later, twice: it settles what the first round left open. */
const sweep = async ({ from = BEFORE }: Scenario): Promise<void> => {
  for (const minutes of [2, 4]) {
    cloud.setNow(new Date(from + minutes * MINUTE))
    await cloud.local.runTimer('centre', 'sweep')
  }
}

describe.each(scenarios)('$name', (scenario) => {
  const { act, end } = scenario

  test.each(FAULTS)('survives that each of its requests is struck ($kind $when)', async (fault) => {
    const wrong: object[] = []
    let struck = true
    let requests = 0
    for (let nth = 1; struck; nth++) {
      await arrange(scenario)
      cloud.local.faults({ ...fault, nth, request: 'database.' })
      const first = await act()
      // A request that never came was not struck: every one has had its turn.
      struck = cloud.local.listFaults().length === 0
      requests = nth - 1
      cloud.local.clearFaults()
      takeErrors()
      const second = await act()
      await sweep(scenario)
      const found = { ...(await standing()), second: second.ok, kept: !first.ok || second.ok }
      const healthy = { ...end, loose: 0, sound: true, second: true, kept: true }
      if (!same(found, healthy)) wrong.push({ nth, found, second })
    }
    expect(wrong).toEqual([])
    expect(requests).toBeGreaterThanOrEqual(3)
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
      await sweep(scenario)
      const found = await standing()
      // What was acknowledged stands; what was not may stand or not, but never by half.
      const kept = !first.ok || same(found, { ...end, loose: 0, sound: true })
      if (!found.sound || found.loose !== 0 || !kept) wrong.push({ nth, first, found })
    }
    expect(wrong).toEqual([])
  })
})

describe('a try that went on with another one’s places and comes late', () => {
  const late = { memberId: 'm-person-001', placeId: 'adopted', at: new Date(BEFORE), size: 5, guide: true }
  /** The slot while the note of that take still stands in it, beside two persons of another party. */
  const during = async (mine: VisitDoc) => {
    await arrange({ ...(scenarios[0] as Scenario), visits: null })
    await cloud.put('visitSlots', mondaySlot({ taken: 7, guided: 1, takes: [late] }))
    await cloud.put('visits', other, mine)
    await visitPlaces.giveBackUnlessHeld(SLOT, late)
  }

  test('gives nothing back that a cancellation is giving back already', async () => {
    const mine = own({ state: 'cancelled', placeId: null, releasing: 'adopted' })
    await during(mine)
    await visitPlaces.release(mine, 'adopted', new Date(BEFORE))
    expect(await slotStands()).toMatchObject({ taken: 2, guided: 0, persons: 2 })
  })

  test('gives nothing back that a merge has carried to another member', async () => {
    await during(buildVisit(mondaySlot(), 'm-merged', { size: 5, guide: true, placeId: 'adopted' }))
    expect(await slotStands()).toMatchObject({ taken: 7, guided: 1, persons: 7, loose: 0 })
  })

  test('gives back what nobody came to hold', async () => {
    await during(own({ state: 'cancelled', placeId: null }))
    expect(await slotStands()).toMatchObject({ taken: 2, guided: 0, persons: 2, loose: 0 })
  })
})

const sorted = (value: object) => JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
const same = (a: object, b: object): boolean => sorted(a) === sorted(b)
