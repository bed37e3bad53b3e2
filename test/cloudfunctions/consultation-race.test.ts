/** Sixty enterprises want the twelve slots of one day at one moment, from the hold to the booking, through the built functions. */
import { cloud } from '../support/cloud'
import { bookInput, SECRET, sweep } from '../support/consulting'
import { MINUTE, NOW, tally } from '../support/park'
import {
  anna,
  bert,
  DAY_ID,
  enterpriseId,
  putDay,
  raiseEnterprises,
  raiseTeam,
  SATURDAY,
  stored,
} from '../support/service'
import { buildServiceDay } from '../../config/seed/service-builders'
import { recordsOf } from '../support/records'
import type { ConsultationDoc } from '../../cloudfunctions/consultation/store/document'

const ENTERPRISES = 60
/** How often somebody who lost goes for the slot that they are told is free next. */
const TRIES = 14

/** Holds and books, going where the refusal points; the last answer. */
const want = async (n: number, first: string) => {
  const contact = cloud.over(`contact-${n}`)
  let slotId = first
  for (let turn = 0; turn < TRIES; turn++) {
    const held = await contact.call('service.hold', { slotId, enterpriseId: enterpriseId(n) })
    if (held.ok) return contact.call('consultation.book', bookInput(n, slotId))
    const { code, detail } = held.error
    if (code === 'slotTaken' && typeof detail?.['next'] === 'string') slotId = detail['next']
    else if (code !== 'busy') return held
  }
  return { ok: false as const, error: { code: 'gaveUp', requestId: '' } }
}

test('exactly twelve get one, each slot once, everyone else is told that the day is full', async () => {
  cloud.setNow(NOW)
  await raiseTeam()
  await raiseEnterprises(ENTERPRISES)
  const slots = await putDay(buildServiceDay(DAY_ID, SATURDAY, [anna, bert]))
  const answers = await Promise.all(
    Array.from({ length: ENTERPRISES }, (_, at) => want(at + 1, slots[at % 2]?._id ?? '')),
  )
  const { ok = 0, dayFull = 0, ...others } = tally(answers)
  expect({ ok, dayFull, others }).toEqual({ ok: slots.length, dayFull: ENTERPRISES - slots.length, others: {} })
  await sweep(new Date(NOW.getTime() + 2 * MINUTE))
  const all = recordsOf<ConsultationDoc>(cloud.local, 'consultations', {})
  expect(new Set(all.map(({ slotId }) => slotId)).size).toBe(slots.length)
  expect(new Set(all.map((one) => one.enterpriseId)).size).toBe(slots.length)
  expect(all.map(({ question }) => question)).toEqual(slots.map(() => SECRET))
  const booked = stored.slots({ state: 'booked', settleAt: null })
  expect(booked.map(({ _id, consultationId }) => `${_id} ${consultationId}`).sort()).toEqual(
    all.map(({ _id, slotId }) => `${slotId} ${_id}`).sort(),
  )
}, 240_000)
