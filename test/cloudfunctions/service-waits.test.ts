/** The waiting list: who is asked, in which order, and what becomes of an offer. */
import { HOLD_MS, OFFER_MS, type Topic } from '@/domain/service/rules'
import type { MessageDoc } from '../../cloudfunctions/message/store/messages'
import type { SlotDoc } from '../../cloudfunctions/service/store/slots'
import { buildContact } from '../../config/seed/enterprise-builders'
import { bookedBy, buildServiceDay } from '../../config/seed/service-builders'
import { cloud } from '../support/cloud'
import { HOUR, MINUTE, NOW, raise } from '../support/park'
import {
  anna,
  bert,
  contactOf,
  enterpriseId,
  furnish,
  intervalsOf,
  raiseEnterprises,
  stored,
  sweepAt,
} from '../support/service'

const later = (ms: number) => new Date(NOW.getTime() + ms)
const wait = (n: number, topic: Topic = 'tax') =>
  cloud.as(`contact-${n}`).call('service.wait', { enterpriseId: enterpriseId(n), topic })
const unwait = (n: number, topic: Topic = 'tax') =>
  cloud.as(`contact-${n}`).call('service.unwait', { enterpriseId: enterpriseId(n), topic })
const waits = (n: number) => cloud.as(`contact-${n}`).call('service.waits', { enterpriseId: enterpriseId(n) })
const hold = (n: number, slotId: string) =>
  cloud.as(`contact-${n}`).call('service.hold', { slotId, enterpriseId: enterpriseId(n) })
const refused = (code: string) => ({ ok: false, error: { code, requestId: expect.any(String) } })
const told = async () =>
  (await cloud.all<MessageDoc>('messages'))
    .filter(({ kind }) => kind === 'slotOffered')
    .map(({ to }) => to)
    .sort()

/** A day on which every slot is somebody's: the first is enterprise 9's for consultation `c-09`. */
const fullDay = async (): Promise<SlotDoc> => {
  const slots = await furnish()
  const { serviceSlots } = await import('../../cloudfunctions/service/store/slots')
  await serviceSlots.change({ dayId: 'day-01' }, bookedBy('enterprise-09', 'c-other', 'm-nine'))
  const [first] = slots
  await serviceSlots.change({ _id: first?._id }, bookedBy('enterprise-09', 'c-09', 'm-nine'))
  return first as SlotDoc
}
/** Two wait in order, then the first slot of the day is cancelled. */
const offered = async (): Promise<SlotDoc> => {
  const slot = await fullDay()
  await wait(1)
  cloud.setNow(later(MINUTE))
  await wait(2)
  await cancel(slot)
  return slot
}
const cancel = async ({ _id }: SlotDoc, consultationId = 'c-09') => {
  const { releaseSlot } = await import('../../cloudfunctions/service/public')
  await releaseSlot(_id, consultationId, new Date())
}
const claim = async (n: number, slotId: string) => {
  const { claimSlot } = await import('../../cloudfunctions/service/public')
  const as = { consultationId: `c-${n}`, memberId: `m-contact-${n}`, enterpriseId: enterpriseId(n) }
  return claimSlot(slotId, as, new Date())
}

test('a place in the list is kept however often it is asked for, and given up', async () => {
  await furnish()
  const standing = { enterpriseId: 'enterprise-01', topic: 'tax', since: NOW.getTime(), offer: null }
  expect(await wait(1)).toEqual({ ok: true, data: standing })
  cloud.setNow(later(MINUTE))
  expect(await wait(1)).toEqual({ ok: true, data: standing })
  expect(await waits(1)).toEqual({ ok: true, data: { items: [standing] } })
  expect(await unwait(1)).toEqual({ ok: true, data: { left: true } })
  expect(await unwait(1)).toEqual({ ok: true, data: { left: true } })
  expect(await waits(1)).toEqual({ ok: true, data: { items: [] } })
  // Who comes back stands at the end.
  expect(await wait(1)).toMatchObject({ ok: true, data: { since: later(MINUTE).getTime() } })
})

test('five topics at a time', async () => {
  await furnish()
  for (const topic of ['tax', 'policy', 'finance', 'talent', 'labour'] as const) await wait(1, topic)
  expect(await wait(1, 'logistics')).toEqual(refused('tooManyWaits'))
  expect(await wait(1, 'tax')).toMatchObject({ ok: true })
  await unwait(1, 'tax')
  expect(await wait(1, 'logistics')).toMatchObject({ ok: true })
})

test('a slot that comes free is kept for the first, who is told; the second is not', async () => {
  const slot = await offered()
  const until = later(MINUTE + OFFER_MS)
  expect(stored.slot(slot._id)).toMatchObject({ state: 'held', offered: true, enterpriseId: 'enterprise-01', until })
  expect(await waits(1)).toMatchObject({
    ok: true,
    data: { items: [{ offer: { slotId: slot._id, until: Number(until) } }] },
  })
  expect(await waits(2)).toMatchObject({ ok: true, data: { items: [{ offer: null }] } })
  expect(await told()).toEqual(['m-contact-1'])
  expect(await hold(2, slot._id)).toEqual(refused('dayFull'))
  expect([intervalsOf('enterprise-09'), intervalsOf('enterprise-01').length]).toEqual([[], 1])
})

test('anybody of the enterprise may take the offer, which ends the wait', async () => {
  const slot = await offered()
  await raise('colleague', [contactOf('enterprise-01')])
  const asColleague = { slotId: slot._id, enterpriseId: 'enterprise-01' }
  const until = later(MINUTE + OFFER_MS).getTime()
  expect(await cloud.as('colleague').call('service.hold', asColleague)).toMatchObject({ ok: true, data: { until } })
  // Leaving the form gives up no offer.
  expect(await cloud.as('colleague').call('service.release', asColleague)).toMatchObject({ data: { released: false } })
  const { claimSlot } = await import('../../cloudfunctions/service/public')
  const booking = { consultationId: 'c-1', memberId: 'm-colleague', enterpriseId: 'enterprise-01' }
  expect(await claimSlot(slot._id, { ...booking, enterpriseId: 'enterprise-02' }, new Date())).toBeNull()
  expect(await claimSlot(slot._id, booking, new Date())).toMatchObject({ state: 'booked', consultationId: 'c-1' })
  expect(stored.wait('enterprise-01:tax')?.state).toBe('booked')
  await sweepAt(later(5 * HOUR))
  expect(stored.slot(slot._id)?.state).toBe('booked')
  expect([stored.wait('enterprise-01:tax')?.state, await told()]).toEqual(['booked', ['m-contact-1']])
})

test('an offer that nobody took goes to the next, then to everybody; nobody is asked twice for one slot', async () => {
  const slot = await offered()
  await sweepAt(later(MINUTE + OFFER_MS))
  expect(stored.slot(slot._id)).toMatchObject({ state: 'held', enterpriseId: 'enterprise-02', offered: true })
  expect(await claim(1, slot._id)).toBeNull()
  expect([intervalsOf('enterprise-01'), await told()]).toEqual([[], ['m-contact-1', 'm-contact-2']])
  await sweepAt(later(MINUTE + 2 * OFFER_MS))
  expect(stored.slot(slot._id)).toMatchObject({ state: 'free', enterpriseId: null })
  expect(stored.waits().map(({ state, passed }) => [state, passed])).toEqual([
    ['waiting', [slot._id]],
    ['waiting', [slot._id]],
  ])
  await sweepAt(later(3 * OFFER_MS + HOUR))
  expect(stored.slot(slot._id)?.state).toBe('free')
  expect(await told()).toEqual(['m-contact-1', 'm-contact-2'])
})

test('a day that is published keeps its first slots for those who wait, in their order, however many there are', async () => {
  await furnish()
  const { serviceSlots } = await import('../../cloudfunctions/service/store/slots')
  await serviceSlots.change({ dayId: 'day-01' }, bookedBy('enterprise-09', 'c-other', 'm-nine'))
  await raiseEnterprises(24, 4)
  for (let n = 1; n <= 24; n++) {
    cloud.setNow(later(n * 1000))
    await wait(n)
  }
  const draft = buildServiceDay('day-02', '2026-11-29', [anna, bert], { state: 'draft', rev: 1, slots: 0 })
  await cloud.put('serviceDays', { ...draft, from: '09:00', to: '16:00', endsAt: new Date('2026-11-29T08:00:00Z') })
  expect(await cloud.as('leader').call('service.publish', { serviceDayId: 'day-02', rev: 1 })).toMatchObject({
    ok: true,
  })
  const kept = () => stored.slots({ dayId: 'day-02', state: 'held', offered: true })
  const whose = () => kept().map((slot) => slot.enterpriseId)
  expect(whose().sort()).toEqual(Array.from({ length: 20 }, (_, at) => enterpriseId(at + 1)))
  await sweepAt(later(2 * MINUTE))
  expect([kept().length, new Set(await told()).size, stored.slots({ dayId: 'day-02', state: 'free' }).length]).toEqual([
    24, 24, 4,
  ])
  await sweepAt(later(4 * MINUTE))
  expect([kept().length, stored.day('day-02')?.facts]).toEqual([24, []])
})

test('who leaves the list hands the offer on at once', async () => {
  const slot = await offered()
  await unwait(1)
  expect(stored.slot(slot._id)).toMatchObject({ state: 'held', enterpriseId: 'enterprise-02' })
  await unwait(2)
  expect(stored.slot(slot._id)).toMatchObject({ state: 'free' })
})

test('who cannot come then, must not be advised by this person, or waits for something else is passed over', async () => {
  const slot = await fullDay()
  const { reserveMeeting } = await import('../../cloudfunctions/service/public')
  const { specialists } = await import('../../cloudfunctions/service/store/specialists')
  const meeting = { key: 'g-1', specialistId: 'm-carl', enterpriseId: 'enterprise-01' }
  await reserveMeeting({ ...meeting, from: slot.startsAt, to: slot.endsAt })
  await specialists.change({ _id: 'm-anna' }, { conflicts: ['enterprise-02'] })
  await wait(1)
  await wait(2)
  await wait(3, 'policy')
  await cancel(slot)
  expect(stored.slot(slot._id)?.state).toBe('free')
  await hold(3, slot._id)
  await wait(3)
  // A hold that lapses comes to the list as well, but not to whoever let it lapse.
  await sweepAt(later(HOLD_MS))
  expect(stored.slot(slot._id)).toMatchObject({ state: 'free' })
})

test('who lets go of a slot is not kept that very slot: it goes to the next', async () => {
  const [slot] = await furnish()
  await wait(1)
  await hold(1, slot?._id ?? '')
  const letGo = () =>
    cloud.as('contact-1').call('service.release', { slotId: slot?._id ?? '', enterpriseId: 'enterprise-01' })
  expect(await letGo()).toMatchObject({ data: { released: true } })
  expect(stored.slot(slot?._id ?? '')).toMatchObject({ state: 'free' })
  await hold(1, slot?._id ?? '')
  await wait(2)
  await letGo()
  expect(stored.slot(slot?._id ?? '')).toMatchObject({ state: 'held', enterpriseId: 'enterprise-02', offered: true })
})

test('two slots of one day that are kept for one enterprise are both told of', async () => {
  const slot = await fullDay()
  const other = stored
    .slots({ specialistId: 'm-bert', state: 'booked' })
    .find(({ startsAt }) => startsAt > slot.startsAt)
  await wait(1)
  await wait(1, 'policy')
  await cancel(slot)
  await cancel(other as SlotDoc, 'c-other')
  expect(await told()).toEqual(['m-contact-1', 'm-contact-1'])
  const inbox = await cloud.as('contact-1').call('message.inbox', {})
  expect(inbox).toMatchObject({ ok: true, data: { items: [{ kind: 'slotOffered' }, { kind: 'slotOffered' }] } })
})

test('an enterprise that nobody speaks for any more waits for nothing, and what was kept for it goes to the next', async () => {
  const slot = await offered()
  await raise('second', [contactOf('enterprise-01')])
  await cloud.put('contacts', buildContact('enterprise-01', 'm-second'))
  const leave = (openid: string, to?: string) =>
    cloud.as(openid).call('enterprise.leave', { enterpriseId: 'enterprise-01', ...(to && { successor: to }) })
  expect(await leave('second', 'm-contact-1')).toMatchObject({ ok: true })
  expect(stored.slot(slot._id)).toMatchObject({ state: 'held', enterpriseId: 'enterprise-01' })
  expect(await leave('contact-1')).toMatchObject({ ok: true })
  expect(stored.slot(slot._id)).toMatchObject({ state: 'held', enterpriseId: 'enterprise-02' })
  expect(stored.wait('enterprise-01:tax')?.state).toBe('left')
})

test('nobody is asked in the last quarter of an hour, and an offer of the evening waits for the morning', async () => {
  const slot = await fullDay()
  await wait(1)
  cloud.setNow(new Date('2026-11-27T14:00:00Z'))
  await cancel(slot)
  expect(stored.slot(slot._id)?.until).toEqual(new Date(slot.startsAt.getTime() - 15 * MINUTE))
  await unwait(1)
  const other = stored.slots({ dayId: 'day-01', state: 'booked' })[0]
  await wait(2)
  cloud.setNow(new Date((other?.startsAt.getTime() ?? 0) - 10 * MINUTE))
  await cancel(other as SlotDoc, 'c-other')
  expect(stored.slot(other?._id ?? '')?.state).toBe('free')
  expect(stored.wait('enterprise-02:tax')?.state).toBe('waiting')
})

test('of two slots that come free at one moment, one waiter is offered one', async () => {
  await fullDay()
  await wait(1)
  const [one, two] = stored.slots({ dayId: 'day-01', consultationId: 'c-other' })
  await Promise.all([cancel(one as SlotDoc, 'c-other'), cancel(two as SlotDoc, 'c-other')])
  expect(stored.slots({ state: 'held', enterpriseId: 'enterprise-01' })).toHaveLength(1)
  expect(stored.slots({ state: 'free' })).toHaveLength(1)
  expect(intervalsOf('enterprise-01')).toHaveLength(1)
  expect(await told()).toEqual(['m-contact-1'])
})
