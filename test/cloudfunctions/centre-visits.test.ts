import type { InputFor } from '@/domain/contracts'
import { buildVisit } from '../../config/seed/centre-builders'
import { cloud } from '../support/cloud'
import { HOUR, MINUTE, NOW, raiseMembers, tally } from '../support/park'
import { MONDAY, mondaySlot, NEXT_SLOTS, openCentre, SLOT, slotStands } from '../support/visiting'

let person = ''
let other = ''
beforeEach(async () => {
  await openCentre()
  ;[person = '', other = ''] = await raiseMembers(2)
})

const refused = (code: string, detail?: object) => ({ ok: false, error: { code, ...(detail && { detail }) } })
type Booking = InputFor<'centre.book'>
const book = (openid = person, overrides: Partial<Booking> = {}) =>
  cloud.as(openid).call('centre.book', { slotId: SLOT, size: 1, guide: false, ...overrides })
const cancel = (openid = person, slotId = SLOT) =>
  cloud.as(openid).call('centre.cancelVisit', { visitId: `${slotId}:m-${openid}` })
const mine = async (openid = person) => {
  const answer = await cloud.as(openid).call('centre.myVisits', {})
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.data.items
}
const trips = async (work: () => Promise<unknown>) => {
  let answer: unknown
  const count = await cloud.roundTrips(async () => void (answer = await work()))
  return { count, answer }
}
const at = (ms: number) => cloud.setNow(new Date(MONDAY.getTime() + ms))

describe('the slots', () => {
  const slotsOf = async (day: string) => {
    const answer = await cloud.as(person).call('centre.slots', {})
    if (!answer.ok) throw new Error(answer.error.code)
    return answer.data.days.find((one) => one.day === day)?.slots
  }

  test('are read in three round trips, with one booked slot and with thirty', async () => {
    await cloud.put('visitSlots', mondaySlot({ taken: 2 }))
    expect(await trips(() => cloud.as(person).call('centre.slots', {}))).toMatchObject({
      count: 3,
      answer: { ok: true },
    })
    const more = Array.from({ length: 29 }, (_, hour) => mondaySlot({ _id: `more-${hour}` }))
    await cloud.put('visitSlots', ...more)
    expect(await trips(() => cloud.as(person).call('centre.slots', {}))).toMatchObject({
      count: 3,
      answer: { ok: true },
    })
  })

  test('show how full they are by the rules of now, those still to come of today, and none on a closed day', async () => {
    await cloud.put(
      'visitSlots',
      mondaySlot({ taken: 7, guided: 1, capacity: 99, guides: 9, closedReason: '设备检修' }),
    )
    expect(await slotsOf('2026-11-23')).toMatchObject([
      { id: SLOT, capacity: 30, taken: 7, guides: 1, guided: 1, closedReason: '设备检修' },
      ...['1000', '1100', '1200', '1300', '1400', '1500', '1600'].map((hour) => ({ id: `20261123-${hour}`, taken: 0 })),
    ])
    expect((await slotsOf('2026-11-21'))?.map(({ id }) => id)).toEqual(['20261121-1100'])
    expect(await slotsOf('2026-11-22')).toEqual([])
    expect(await slotsOf('2026-12-06')).toEqual(undefined)
  })
})

describe('booking', () => {
  test('takes the places of a party and its guide, in four round trips, the first of a slot as any other', async () => {
    const first = await trips(() => book(person, { size: 12, guide: true, groupName: '演示企业参观团' }))
    expect(first).toEqual({
      count: 4,
      answer: {
        ok: true,
        data: {
          id: `${SLOT}:m-${person}`,
          slotId: SLOT,
          startsAt: MONDAY.getTime(),
          endsAt: MONDAY.getTime() + HOUR,
          size: 12,
          guide: true,
          groupName: '演示企业参观团',
          state: 'booked',
          bookedAt: NOW.getTime(),
          arrivedAt: null,
          closedReason: '',
        },
      },
    })
    expect((await trips(() => book(other, { size: 2 }))).count).toBe(4)
    expect(await slotStands()).toMatchObject({ taken: 14, guided: 1, persons: 14, guides: 1, booked: 2, holding: 2 })
  })

  test('works in a new environment, which has no centre yet', async () => {
    await cloud.local.reset()
    await raiseMembers(1)
    expect(await book()).toMatchObject({ ok: true })
    expect(await cloud.all('centres')).toMatchObject([{ _id: 'centre', rev: 0 }])
  })

  test('again answers with what is there and changes nothing, whatever size is asked for', async () => {
    const first = await book(person, { size: 3 })
    expect(await book(person, { size: 5, guide: true })).toEqual(first)
    at(HOUR / 2)
    expect(await book(person, { size: 3 })).toEqual(first)
    expect(await slotStands()).toMatchObject({ taken: 3, guided: 0, booked: 1 })
  })

  test.each([
    ['slotUnknown', { slotId: '20261122-0900' }],
    ['slotUnknown', { slotId: '20261123-0915' }],
    ['slotUnknown', { slotId: '20261207-0900' }],
    ['slotUnknown', { slotId: '20261120-0900' }],
    ['slotPassed', { slotId: '20261121-0900' }],
    ['textRisky', { groupName: '【违规】' }],
  ])('is refused with %s for %o', async (code, overrides) => {
    expect(await book(person, overrides)).toMatchObject(refused(code))
    expect(await cloud.all('visits')).toEqual([])
  })

  test('stops an hour before the slot begins', async () => {
    cloud.setNow(new Date(MONDAY.getTime() - HOUR))
    expect(await book()).toMatchObject({ ok: true })
    cloud.setNow(new Date(MONDAY.getTime() - HOUR + 1))
    expect(await book(other)).toMatchObject(refused('slotPassed'))
  })

  test('says how many places are left when a party does not fit', async () => {
    await cloud.put('visitSlots', mondaySlot({ taken: 26 }))
    expect(await book(person, { size: 5 })).toMatchObject(refused('slotFull', { left: 4 }))
    expect(await book(person, { size: 4 })).toMatchObject({ ok: true })
    expect(await book(other)).toMatchObject(refused('slotFull', { left: 0 }))
    expect(await slotStands()).toMatchObject({ taken: 30, booked: 1 })
  })

  test('finds no guide where all are booked, and goes on without', async () => {
    await cloud.put('visitSlots', mondaySlot({ taken: 3, guided: 1 }))
    expect(await book(person, { guide: true })).toMatchObject(refused('noGuideLeft'))
    expect(await book(person)).toMatchObject({ ok: true })
  })

  test('is refused in a slot that an editor has closed', async () => {
    await cloud.put('visitSlots', mondaySlot({ closedReason: '设备检修' }))
    expect(await book()).toMatchObject(refused('slotClosed'))
  })

  test('holds three visits to come at a time; one that was cancelled or is over counts no more', async () => {
    for (const slotId of [SLOT, ...NEXT_SLOTS.slice(0, 2)])
      expect(await book(person, { slotId })).toMatchObject({ ok: true })
    const fourth = { slotId: NEXT_SLOTS[2] ?? '' }
    expect(await book(person, fourth)).toMatchObject(refused('tooManyVisits'))
    await cancel()
    expect(await book(person, fourth)).toMatchObject({ ok: true })
    expect(await book(person)).toMatchObject(refused('tooManyVisits'))
    at(2 * HOUR + MINUTE)
    expect(await book(person, { slotId: '20261123-1500' })).toMatchObject({ ok: true })
  })

  test('after cancelling takes other places, under the same visit', async () => {
    await book(person, { size: 20, guide: true })
    await cancel()
    expect(await slotStands()).toMatchObject({ taken: 0, guided: 0, booked: 0, holding: 0 })
    expect(await book(person, { size: 4, groupName: '改约' })).toMatchObject({
      ok: true,
      data: { size: 4, guide: false, groupName: '改约', state: 'booked' },
    })
    expect(await slotStands()).toMatchObject({ taken: 4, guided: 0, persons: 4, booked: 1, holding: 1 })
  })

  test('after a cancellation that died half-way gets the own places back before it is said that none are free', async () => {
    await book(person, { size: 30 })
    cloud.local.faults({ kind: 'fail', collection: 'visitSlots', request: 'database.modifyDocument' })
    expect(await cancel()).toMatchObject(refused('failed'))
    takeErrors()
    expect(await book(person, { size: 30, guide: true })).toMatchObject({ ok: true })
    expect(await slotStands()).toMatchObject({ taken: 30, guided: 1, persons: 30, booked: 1, holding: 1 })
  })

  test('whose answer was lost after it took all places goes on with them', async () => {
    await cloud.put('visitSlots', mondaySlot())
    cloud.local.faults({ kind: 'fail', collection: 'visits', request: 'database.insertDocument' })
    expect(await book(person, { size: 30, guide: true })).toMatchObject(refused('failed'))
    takeErrors()
    expect(await book(other)).toMatchObject(refused('slotFull'))
    expect(await book(person, { size: 2 })).toMatchObject({ ok: true, data: { size: 30, guide: true } })
    expect(await slotStands()).toMatchObject({ taken: 30, guided: 1, persons: 30, guides: 1, booked: 1 })
  })

  test('that is neither fresh nor settled asks for a moment', async () => {
    await cloud.put('visitSlots', mondaySlot())
    cloud.local.faults({ kind: 'fail', collection: 'visits', request: 'database.insertDocument' })
    await book()
    takeErrors()
    cloud.setNow(new Date(NOW.getTime() + 30_000))
    expect(await book()).toMatchObject(refused('busy'))
    cloud.setNow(new Date(NOW.getTime() + 61_000))
    await book()
    expect(await book()).toMatchObject({ ok: true })
    expect(await slotStands()).toMatchObject({ taken: 1, booked: 1 })
  })

  test('is open to who is bound, confirmed or not, and to nobody else', async () => {
    expect(await book('stranger')).toMatchObject(refused('notBound'))
  })

  test('follows the rules as they are now', async () => {
    await cloud.put('visitSlots', mondaySlot({ capacity: 5, guides: 0, taken: 5 }))
    expect(await book(person, { guide: true })).toMatchObject({ ok: true })
  })
})

describe('many at once', () => {
  const stormed = async (openids: string[], booking: (n: number) => Partial<Booking>) =>
    Promise.all(
      openids.map((openid, n) =>
        cloud.over(openid).call('centre.book', { slotId: SLOT, size: 1, guide: false, ...booking(n) }),
      ),
    )

  test('200 parties of one to three at 20 places: no place is sold twice, and none stays empty', async () => {
    await cloud.local.reset()
    await openCentre({ capacity: 20 })
    const openids = await raiseMembers(200)
    const answers = await stormed(openids, (n) => ({ size: 1 + (n % 3) }))
    const { ok = 0, slotFull = 0, busy = 0 } = tally(answers)
    expect(ok + slotFull + busy).toBe(200)
    const stands = await slotStands()
    expect(stands).toMatchObject({ taken: stands.persons, booked: ok, holding: ok, guided: 0 })
    expect(stands.taken).toBe(20)
  }, 120_000)

  test('the last guide goes to one party of thirty', async () => {
    await cloud.local.reset()
    await openCentre({ capacity: 200, guides: 1 })
    const answers = await stormed(await raiseMembers(30), () => ({ guide: true }))
    const { ok, noGuideLeft = 0, busy = 0 } = tally(answers)
    expect([ok, noGuideLeft + busy]).toEqual([1, 29])
    expect(await slotStands()).toMatchObject({ taken: 1, guided: 1, booked: 1 })
  })

  test('one person on ten phones books once', async () => {
    const answers = await stormed(
      Array.from({ length: 10 }, () => person),
      () => ({ size: 6, guide: true }),
    )
    expect(tally(answers)).toEqual({ ok: 10 })
    expect(await slotStands()).toMatchObject({ taken: 6, guided: 1, booked: 1, holding: 1 })
  })

  test('parties that book, cancel and book again leave counts that add up', async () => {
    await cloud.local.reset()
    await openCentre({ capacity: 10, guides: 2 })
    const openids = await raiseMembers(12)
    const one = async (openid: string, n: number) => {
      for (let round = 0; round < 3; round++) {
        const booking = { slotId: SLOT, size: 1 + (n % 4), guide: n % 2 === 0 }
        await cloud.over(openid).call('centre.book', booking)
        if ((n + round) % 3 !== 0)
          await cloud.over(openid).call('centre.cancelVisit', { visitId: `${SLOT}:m-${openid}` })
      }
    }
    await Promise.all(openids.map(one))
    const stands = await slotStands()
    expect(stands).toMatchObject({ taken: stands.persons, guided: stands.guides, booked: stands.holding })
    expect(stands.persons).toBeLessThanOrEqual(10)
    expect(stands.booked).toBeGreaterThan(0)
  }, 60_000)

  test('closing a slot while people book it: whoever is in was in before, and nobody comes after', async () => {
    await cloud.local.reset()
    await openCentre({ capacity: 200 })
    const openids = await raiseMembers(40)
    const close = cloud.over('editor').call('centre.closeSlot', { slotId: SLOT, reason: '设备检修' })
    const [closed, answers] = await Promise.all([close, stormed(openids, () => ({}))])
    expect(closed).toMatchObject({ ok: true, data: { closedReason: '设备检修' } })
    const { ok = 0, slotClosed = 0, busy = 0 } = tally(answers)
    expect(ok + slotClosed + busy).toBe(40)
    expect(await slotStands()).toMatchObject({ taken: ok, booked: ok, holding: ok })
    expect(await book('editor')).toMatchObject(refused('slotClosed'))
  }, 60_000)
})

describe('cancelling', () => {
  test('gives the places and the guide back at once, in five round trips; again changes nothing', async () => {
    await book(person, { size: 9, guide: true })
    await book(other, { size: 2 })
    expect(await trips(() => cancel())).toMatchObject({ count: 5, answer: { ok: true, data: { state: 'cancelled' } } })
    expect(await slotStands()).toMatchObject({ taken: 2, guided: 0, booked: 1, holding: 1 })
    expect(await cancel()).toMatchObject({ ok: true, data: { state: 'cancelled' } })
    expect(await slotStands()).toMatchObject({ taken: 2, guided: 0, booked: 1, holding: 1 })
  })

  test.each([
    ['alreadyArrived', { arrivedAt: MONDAY }, 0],
    ['visitOver', {}, HOUR],
  ])('is refused with %s', async (code, overrides, after) => {
    await cloud.put('visitSlots', mondaySlot({ taken: 1 }))
    await cloud.put('visits', buildVisit(mondaySlot(), `m-${person}`, overrides))
    at(after)
    expect(await cancel()).toMatchObject(refused(code))
    expect(await slotStands()).toMatchObject({ taken: 1, booked: 1 })
  })

  test("finds nothing of another person's", async () => {
    await book(other)
    const visitId = `${SLOT}:m-${other}`
    expect(await cloud.as(person).call('centre.cancelVisit', { visitId })).toMatchObject(refused('notFound'))
    expect(await slotStands()).toMatchObject({ taken: 1, booked: 1 })
  })
})

describe("a person's visits", () => {
  test('come latest first in two round trips, with the reason why the centre has closed one', async () => {
    await book(person)
    await book(person, { slotId: NEXT_SLOTS[0] ?? '' })
    await book(other)
    await cloud.as('editor').call('centre.closeSlot', { slotId: SLOT, reason: '设备检修' })
    expect((await trips(() => mine())).count).toBe(2)
    expect(await mine()).toMatchObject([
      { id: `${NEXT_SLOTS[0]}:m-${person}`, closedReason: '' },
      { id: `${SLOT}:m-${person}`, closedReason: '设备检修' },
    ])
  })

  test('say too when the whole day has been closed since', async () => {
    await book(person)
    const edit = await cloud.as('editor').call('centre.edit', {})
    if (!edit.ok) throw new Error(edit.error.code)
    const { centre, rev } = edit.data
    const closures = [{ from: '2026-11-23', to: '2026-11-24', reason: '台风' }]
    await cloud.as('editor').call('centre.change', { rev, centre: { ...centre, closures } as never })
    expect(await mine()).toMatchObject([{ closedReason: '台风', state: 'booked' }])
  })
})
