/**
 * A call dies between any two of its requests. Whether it is made again or not: once the sweeper has come, what slots, sheets,
 * days and waiting lists say agrees, and nobody is kept out of anything by what was left.
 */
import type { ServiceDayDoc } from '../../cloudfunctions/service/store/days'
import type { DaySheetDoc } from '../../cloudfunctions/service/store/sheets'
import type { MessageDoc } from '../../cloudfunctions/message/store/messages'
import { bookedBy, buildServiceDay } from '../../config/seed/service-builders'
import { cloud } from '../support/cloud'
import { NOW } from '../support/park'
import { recordsOf } from '../support/records'
import {
  anna,
  DAY_ID,
  enterpriseId,
  putDay,
  raiseEnterprises,
  raiseTeam,
  SATURDAY,
  stored,
  sweepAt,
} from '../support/service'

jest.setTimeout(280_000)

const place = { name: '天安智谷一楼大厅', address: '', latitude: null, longitude: null }
const hour = { from: '09:00', to: '10:00' }
const slotAt = (at: number) => stored.slots({ dayId: DAY_ID })[at]?._id ?? ''
const hold = (n: number, slotId: string) =>
  cloud.as(`contact-${n}`).call('service.hold', { slotId, enterpriseId: enterpriseId(n) })

/** Slots of the day that can be booked, or are somebody's. */
const live = () => stored.slots({ dayId: DAY_ID }).filter(({ state }) => state !== 'withdrawn')

interface Deed {
  name: string
  arrange: () => Promise<unknown>
  act: () => Promise<unknown>
  /** What is wrong at the end, given that it was done again after it died. */
  done: () => [wrong: boolean, words: string][]
}

const published = (overrides: Partial<ServiceDayDoc> = {}) =>
  putDay(buildServiceDay(DAY_ID, SATURDAY, [anna], { ...hour, ...overrides }))
const told = (kind: string) => recordsOf<MessageDoc>(cloud.local, 'messages', { kind }).length

const deeds: Deed[] = [
  {
    name: 'holding a slot',
    arrange: () => published(),
    act: () => hold(1, slotAt(0)),
    done: () => [[stored.slot(slotAt(0))?.enterpriseId !== 'enterprise-01', 'the slot is not theirs']],
  },
  {
    name: 'holding another slot instead',
    arrange: async () => {
      await published()
      await hold(1, slotAt(0))
    },
    act: () => hold(1, slotAt(1)),
    done: () => [[stored.slot(slotAt(1))?.enterpriseId !== 'enterprise-01', 'the slot is not theirs']],
  },
  {
    name: 'publishing a day',
    arrange: () =>
      cloud.put('serviceDays', buildServiceDay(DAY_ID, SATURDAY, [anna], { ...hour, state: 'draft', rev: 1 })),
    act: () => cloud.as('leader').call('service.publish', { serviceDayId: DAY_ID, rev: 1 }),
    done: () => [
      [live().length !== 2, `${live().length} of 2 slots are there`],
      [told('onTable') !== 1, 'the one who sits there was not told once'],
    ],
  },
  {
    name: 'moving a day',
    arrange: async () => {
      await published()
      await hold(1, slotAt(0))
    },
    act: () =>
      cloud.as('leader').call('service.move', {
        ...{ serviceDayId: DAY_ID, rev: 2, day: SATURDAY, from: '09:30', to: '10:30', breaks: [], place },
        reason: '场地冲突',
      }),
    done: () => [[stored.day()?.from !== '09:30', 'the day has its old times']],
  },
  {
    name: 'cancelling a day',
    arrange: async () => {
      await published()
      await hold(1, slotAt(0))
    },
    act: () => cloud.as('leader').call('service.cancelDay', { serviceDayId: DAY_ID, rev: 2, reason: '台风' }),
    done: () => [[live().length > 0, `${live().length} slots can still be booked`]],
  },
  {
    name: 'offering a slot that comes free',
    arrange: async () => {
      await published()
      const { serviceSlots } = await import('../../cloudfunctions/service/store/slots')
      await serviceSlots.change({ _id: slotAt(0) }, bookedBy('enterprise-09', 'c-09', 'm-nine'))
      await cloud.as('contact-1').call('service.wait', { enterpriseId: 'enterprise-01', topic: 'tax' })
    },
    act: async () => {
      const { releaseSlot } = await import('../../cloudfunctions/service/public')
      await releaseSlot(slotAt(0), 'c-09', new Date())
    },
    done: () => [
      [stored.slot(slotAt(0))?.offered !== true, 'nobody was offered the slot'],
      [stored.wait('enterprise-01:tax')?.state !== 'offered', 'the list knows of no offer'],
      [told('slotOffered') !== 1, `${told('slotOffered')} messages tell of it`],
    ],
  },
  {
    name: 'being away',
    arrange: () => published(),
    act: () => {
      const [from = 0, to = 0] = [stored.day()?.startsAt.getTime(), stored.day()?.endsAt.getTime()]
      return cloud.as('anna').call('service.addAbsence', { requestId: 'request-1', from, to })
    },
    done: () => [[live().length > 0, `${live().length} slots can still be booked`]],
  },
]

/** What does not agree, in words; empty when all is well. */
const faults = (): string[] => {
  const day = stored.day()
  const slots = stored.slots()
  const sheets = recordsOf<DaySheetDoc>(cloud.local, 'daySheets', {})
  const keys = (owner: string) =>
    sheets
      .filter((sheet) => sheet.owner === owner)
      .flatMap(({ ownerId, intervals }) => intervals.map(({ key }) => `${ownerId} ${key}`))
      .filter((key) => !key.includes('absence'))
      .sort()
  const taken = slots
    .filter(({ state, enterpriseId: id }) => (state === 'held' || state === 'booked') && id !== 'enterprise-09')
    .map((slot) => `${slot.enterpriseId} slot~${slot._id}~${slot.holdId}`)
    .sort()
  const seats = day?.state === 'published' ? [`m-anna day~${DAY_ID}~${day.edition}`] : []
  const offers = slots.filter(({ offered }) => offered).map(({ holdId }) => holdId)
  const waiting = stored
    .waits()
    .filter(({ state }) => state === 'offered')
    .map(({ holdId }) => holdId)
  const wrongEdition = slots.filter(
    ({ state, edition }) => state !== 'withdrawn' && (day?.state !== 'published' || edition !== day.edition),
  )
  const checks: [boolean, string][] = [
    [String(keys('enterprise')) !== String(taken), `enterprises’ time ${keys('enterprise')} for slots ${taken}`],
    [String(keys('specialist')) !== String(seats), `specialists’ time ${keys('specialist')} for ${seats}`],
    [String(offers) !== String(waiting), `offers ${offers} beside waits ${waiting}`],
    [wrongEdition.length > 0, `${wrongEdition.length} slots can be booked that the day has not`],
    [day?.state === 'published' && slots.length < 2, 'a published day lacks slots'],
    [slots.some((slot) => slot.facts.length > 0) || (day?.facts.length ?? 0) > 0, 'a fact is not settled'],
    [sheets.some(({ pending }) => pending.length > 0), 'a note is not settled'],
  ]
  return checks.flatMap(([wrong, words]) => (wrong ? [words] : []))
}

const begin = async ({ arrange }: Deed): Promise<void> => {
  await cloud.local.reset()
  cloud.setNow(NOW)
  await raiseTeam()
  await raiseEnterprises(1)
  await arrange()
}

describe.each(deeds)('$name', (deed) => {
  test('leaves nothing behind wherever it dies', async () => {
    await begin(deed)
    const requests = await cloud.roundTrips(deed.act)
    const wrong: string[] = []
    for (let nth = 1; nth <= requests; nth++) {
      for (const [when, again] of [
        ['before', false],
        ['before', true],
        ['after', true],
        ['after', false],
      ] as const) {
        await begin(deed)
        // From this request on nothing gets through any more: the call is dead.
        cloud.local.faults({ kind: 'fail', when, nth }, { kind: 'fail', nth: nth + 1, times: 10_000 })
        await deed.act().catch(() => undefined)
        cloud.local.clearFaults()
        takeErrors()
        if (again) await deed.act()
        for (const minutes of [1.5, 3]) await sweepAt(new Date(NOW.getTime() + minutes * 60_000))
        const missed = again ? deed.done().flatMap(([bad, words]) => (bad ? [words] : [])) : []
        wrong.push(...[...faults(), ...missed].map((words) => `${when} ${nth}${again ? ', again' : ''}: ${words}`))
      }
    }
    expect(wrong).toEqual([])
    expect(requests).toBeGreaterThan(4)
  })
})
