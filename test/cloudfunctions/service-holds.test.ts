/** Holding a slot: who gets it, who is told what, and how it comes free again. */
import { HOLD_MS } from '@/domain/service/rules'
import { bookedBy, buildServiceDay, sheetsFor } from '../../config/seed/service-builders'
import { cloud } from '../support/cloud'
import { HOUR, MINUTE, NOW, raise } from '../support/park'
import {
  anna,
  contactOf,
  DAY_ID,
  enterpriseId,
  furnish,
  intervalsOf,
  putDay,
  raiseEnterprises,
  raiseTeam,
  SATURDAY,
  stored,
  sweepAt,
} from '../support/service'
import type { SlotDoc } from '../../cloudfunctions/service/store/slots'

const later = (ms: number) => new Date(NOW.getTime() + ms)
const holdAs = (openid: string, n: number, slot: { _id: string } | undefined) =>
  cloud.as(openid).call('service.hold', { slotId: slot?._id ?? '', enterpriseId: enterpriseId(n) })
const hold = (n: number, slot: { _id: string } | undefined) => holdAs(`contact-${n}`, n, slot)
const release = (n: number, slot: { _id: string } | undefined) =>
  cloud.as(`contact-${n}`).call('service.release', { slotId: slot?._id ?? '', enterpriseId: enterpriseId(n) })
const refused = (code: string, detail?: object) => ({
  ok: false,
  error: { code, ...(detail && { detail }), requestId: expect.any(String) },
})
const kept = (slot: { _id: string } | undefined, until = later(HOLD_MS)) => ({
  ok: true,
  data: expect.objectContaining({ id: slot?._id, until: until.getTime() }),
})
const keyOf = (slot: { _id: string } | undefined) => `slot~${slot?._id}~${stored.slot(slot?._id ?? '')?.holdId}`
const taken = (next: SlotDoc | undefined) =>
  refused('slotTaken', {
    next: next?._id,
    nextAt: next?.startsAt.getTime(),
    nextName: next?.specialist.name,
    now: NOW.getTime(),
  })

/** Anna's six slots, then Bert's. */
const day = async (overrides = {}) => {
  const slots = await furnish(overrides)
  return { annas: slots.slice(0, 6), berts: slots.slice(6) }
}

describe('a free slot', () => {
  test('is kept for five minutes, and asking again lengthens nothing', async () => {
    const { annas } = await day()
    const [first] = annas
    expect(await hold(1, first)).toEqual({
      ok: true,
      data: {
        id: first?._id,
        dayId: DAY_ID,
        startsAt: first?.startsAt.getTime(),
        endsAt: first?.endsAt.getTime(),
        placeName: '天安智谷一楼大厅',
        specialist: { id: 'm-anna', name: '演示安娜', title: '税务志愿者' },
        until: NOW.getTime() + HOLD_MS,
        now: NOW.getTime(),
      },
    })
    cloud.setNow(later(MINUTE))
    expect(await hold(1, first)).toEqual(kept(first))
    expect(stored.slot(first?._id ?? '')).toMatchObject({ state: 'held', enterpriseId: 'enterprise-01' })
    expect(intervalsOf('enterprise-01')).toEqual([keyOf(first)])
  })

  test.each([
    ['the first of its day', false],
    ['another of its day', true],
  ])('costs five round trips when it is %s', async (_name, again) => {
    const { annas } = await day()
    if (again) {
      await hold(1, annas[0])
      await release(1, annas[0])
    }
    expect(await cloud.roundTrips(() => hold(1, annas[1]))).toBe(5)
    expect(stored.slot(annas[1]?._id ?? '')?.state).toBe('held')
  })

  test('takes the place of what the enterprise held before', async () => {
    const { annas, berts } = await day()
    await hold(1, annas[0])
    expect(await hold(1, annas[2])).toEqual(kept(annas[2]))
    // The same time at another table: the earlier hold is let go of first.
    expect(await hold(1, berts[2])).toEqual(kept(berts[2]))
    expect(stored.slots({ state: 'held' }).map(({ _id }) => _id)).toEqual([berts[2]?._id])
    expect(intervalsOf('enterprise-01')).toEqual([keyOf(berts[2])])
  })

  test('comes free when the form is left, and at once for others', async () => {
    const { annas } = await day()
    await hold(1, annas[0])
    expect(await release(2, annas[0])).toEqual({ ok: true, data: { released: false } })
    expect(await release(1, annas[0])).toEqual({ ok: true, data: { released: true } })
    expect(await release(1, annas[0])).toEqual({ ok: true, data: { released: false } })
    expect(intervalsOf('enterprise-01')).toEqual([])
    expect(await hold(2, annas[0])).toEqual(kept(annas[0]))
  })

  test('comes free when its five minutes are over', async () => {
    const { annas } = await day()
    await hold(1, annas[0])
    await sweepAt(later(HOLD_MS - 1))
    expect(stored.slot(annas[0]?._id ?? '')?.state).toBe('held')
    await sweepAt(later(HOLD_MS))
    expect(stored.slot(annas[0]?._id ?? '')).toMatchObject({ state: 'free', enterpriseId: null, holdId: null })
    expect(intervalsOf('enterprise-01')).toEqual([])
  })

  test('is taken over when its hold has lapsed and nobody has swept it, and the former has that time again', async () => {
    const { annas, berts } = await day()
    await hold(1, annas[0])
    cloud.setNow(later(HOLD_MS))
    expect(await hold(2, annas[0])).toEqual(kept(annas[0], later(2 * HOLD_MS)))
    expect([intervalsOf('enterprise-01'), intervalsOf('enterprise-02')]).toEqual([[], [keyOf(annas[0])]])
    expect(await hold(1, berts[0])).toEqual(kept(berts[0], later(2 * HOLD_MS)))
  })

  test('can be held by the same enterprise again after its hold has lapsed', async () => {
    const { annas, berts } = await day()
    await hold(1, annas[0])
    cloud.setNow(later(HOLD_MS))
    expect(await hold(1, annas[0])).toEqual(kept(annas[0], later(2 * HOLD_MS)))
    expect(intervalsOf('enterprise-01')).toEqual([keyOf(annas[0])])
    cloud.setNow(later(3 * HOLD_MS))
    expect(await hold(1, berts[0])).toEqual(kept(berts[0], later(4 * HOLD_MS)))
    expect(intervalsOf('enterprise-01')).toEqual([keyOf(berts[0])])
  })
})

describe('who is too late', () => {
  test('is told the next free slot of the same person', async () => {
    const { annas } = await day()
    await hold(2, annas[0])
    expect(await hold(1, annas[0])).toEqual(taken(annas[1]))
  })

  test('is told another person of the same topic when that one has none left', async () => {
    const { annas, berts } = await day()
    await putAllTaken(annas)
    expect(await hold(1, annas[3])).toEqual(taken(berts[0]))
  })

  test('is told no slot of somebody who must not advise them, nor one at a time at which they are booked', async () => {
    const { annas, berts } = await day()
    await book(1, annas[1])
    await hold(2, annas[0])
    expect(await hold(1, annas[0])).toEqual(taken(annas[2]))
    await putAllTaken(annas.filter((_slot, at) => at !== 1))
    await exclude('m-bert', 'enterprise-01')
    expect(await hold(1, annas[0])).toEqual(refused('dayFull'))
    expect(berts).toHaveLength(6)
  })

  test('is told that the day is full when it is', async () => {
    const { annas, berts } = await day()
    await putAllTaken([...annas, ...berts])
    expect(await hold(1, annas[0])).toEqual(refused('dayFull'))
  })
})

/** These slots are somebody else's. */
const putAllTaken = async (slots: readonly SlotDoc[]) => change(slots, bookedBy('enterprise-09', 'c-09', 'm-nine'))
const change = async (slots: readonly SlotDoc[], data: object) => {
  const { serviceSlots } = await import('../../cloudfunctions/service/store/slots')
  for (const { _id } of slots) await serviceSlots.change({ _id }, data as never)
}
const exclude = async (specialistId: string, enterprise: string) => {
  const { specialists } = await import('../../cloudfunctions/service/store/specialists')
  await specialists.change({ _id: specialistId }, { conflicts: [enterprise] })
}
const book = async (n: number, slot: SlotDoc | undefined) => {
  await hold(n, slot)
  const { claimSlot } = await import('../../cloudfunctions/service/public')
  const claim = { memberId: `m-contact-${n}`, enterpriseId: enterpriseId(n) }
  expect(await claimSlot(slot?._id ?? '', claim, new Date())).toMatchObject({ state: 'booked' })
}

describe('what cannot be held', () => {
  test('a slot that is withdrawn, too near, or not there', async () => {
    const { annas } = await day()
    await change(annas.slice(0, 1), { state: 'withdrawn', withdrawnBy: 'absence:x' })
    expect(await hold(1, annas[0])).toEqual(refused('slotWithdrawn'))
    expect(await hold(1, { _id: 'day-99:m-anna:29930460' })).toEqual(refused('notFound'))
    const starts = annas[1]?.startsAt.getTime() ?? 0
    cloud.setNow(new Date(starts - 15 * MINUTE + 1))
    expect(await hold(1, annas[1])).toEqual(refused('slotPassed'))
    cloud.setNow(new Date(starts - 15 * MINUTE))
    expect(await hold(1, annas[1])).toMatchObject({ ok: true })
  })

  test('a second one at the same time, also for a colleague', async () => {
    const { annas, berts } = await day()
    await book(1, annas[0])
    await raise('colleague', [contactOf('enterprise-01')])
    const at = { at: annas[0]?.startsAt.getTime(), now: NOW.getTime() }
    expect(await hold(1, berts[0])).toEqual(refused('busyThen', at))
    expect(await holdAs('colleague', 1, annas[0])).toEqual(refused('busyThen', at))
    expect(stored.slot(berts[0]?._id ?? '')?.state).toBe('free')
  })

  test('one at the time of a meeting elsewhere', async () => {
    const { annas } = await day()
    const { reserveMeeting } = await import('../../cloudfunctions/service/public')
    const from = annas[0]?.startsAt ?? NOW
    const meeting = { key: 'g-1', specialistId: 'm-carl', enterpriseId: 'enterprise-01' }
    await reserveMeeting({ ...meeting, from, to: new Date(from.getTime() + HOUR) })
    expect(await hold(1, annas[1])).toEqual(refused('busyThen', { at: from.getTime(), now: NOW.getTime() }))
    expect(await hold(1, annas[2])).toEqual(kept(annas[2]))
  })

  test('one of a person who must not advise them, and a sixth one ahead', async () => {
    const { annas, berts } = await day()
    await exclude('m-bert', 'enterprise-01')
    expect(await hold(1, berts[0])).toEqual(refused('personConflict'))
    for (const slot of annas.slice(0, 5)) await book(1, slot)
    expect(await hold(1, annas[5])).toEqual(refused('tooManyBookings'))
    // Of five one can be moved; another enterprise's leaves room for nobody.
    const move = (n: number, consultationId = '') =>
      cloud
        .as(`contact-${n}`)
        .call('service.hold', { slotId: annas[5]?._id ?? '', enterpriseId: enterpriseId(n), consultationId })
    expect(await move(1, 'c-of-another')).toEqual(refused('tooManyBookings'))
    expect(await move(1, stored.slot(annas[0]?._id ?? '')?.consultationId ?? '')).toEqual(kept(annas[5]))
    expect(await release(1, annas[5])).toMatchObject({ data: { released: true } })
    expect(await hold(2, annas[5])).toEqual(kept(annas[5]))
  })

  test('another enterprise’s slot', async () => {
    const { annas } = await day()
    expect(await holdAs('contact-1', 2, annas[0])).toEqual(refused('notAllowed'))
  })
})

test('time that a died call took for a slot of nobody is in nobody’s way for longer than a minute', async () => {
  const { annas, berts } = await day()
  const { reserve, slotInterval } = await import('../../cloudfunctions/service/store/sheets')
  const whose = { owner: 'enterprise', ownerId: 'enterprise-01' } as const
  await reserve(whose, slotInterval(annas[0] as SlotDoc, 'DIED'), NOW)
  expect(await hold(1, berts[0])).toEqual(refused('busyThen', expect.anything() as never))
  // The same slot is no obstacle to itself.
  expect(await hold(1, annas[0])).toEqual(kept(annas[0]))
  await sweepAt(later(61_000))
  expect(intervalsOf('enterprise-01')).toEqual([keyOf(annas[0])])
})

test('a day of two hundred slots opens in one call of four round trips', async () => {
  cloud.setNow(NOW)
  await raiseTeam()
  await raiseEnterprises(1)
  const people = Array.from({ length: 20 }, (_, at) => ({ ...anna, _id: `m-table-${at}` }))
  await cloud.put('specialists', ...people)
  const times = { slotMinutes: 15 as const, to: '11:30' }
  const slots = await putDay(buildServiceDay(DAY_ID, SATURDAY, people, times))
  expect(slots).toHaveLength(200)
  expect(sheetsFor([], slots)).toEqual([])
  let shown = 0
  const trips = await cloud.roundTrips(async () => {
    const answer = await cloud.as('contact-1').call('service.day', { serviceDayId: DAY_ID })
    shown = answer.ok ? answer.data.slots.length : 0
  })
  expect([trips, shown]).toEqual([4, 200])
})
