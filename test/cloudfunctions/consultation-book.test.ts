/** Booking a slot, moving the meeting, giving it up: one consultation for one slot, whatever is repeated. */
import { HOLD_MS } from '@/domain/service/rules'
import { buildServiceDay, buildSpecialist } from '../../config/seed/service-builders'
import { cloud } from '../support/cloud'
import {
  bookHeld,
  bookInput,
  booked,
  holdFor,
  linesIn,
  ok,
  open,
  refused,
  SECRET,
  slotAt,
  stands,
  sweep,
  told,
} from '../support/consulting'
import { MINUTE, NOW, raise, tally } from '../support/park'
import { anna, enterpriseId, intervalsOf, putDay, stored, teamOf } from '../support/service'
import { upload } from '../support/exhibits'

const A = () => slotAt('anna', '09:30')
const B = () => slotAt('anna', '10:30')
const later = (ms: number) => new Date(NOW.getTime() + ms)
const reschedule = (id: string, slotId: string, n = 1) =>
  cloud.as(`contact-${n}`).call('consultation.reschedule', { consultationId: id, slotId })
const cancel = (id: string, reason = '', n = 1) =>
  cloud.as(`contact-${n}`).call('consultation.cancel', { consultationId: id, reason })

beforeEach(open)

describe('booking', () => {
  test('turns the hold into a consultation with the person of the slot, who is told', async () => {
    await holdFor(1, A())
    const view = ok(await bookHeld(1, A()))
    expect(view).toMatchObject({ sight: 'full', side: 'enterprise', lines: [] })
    expect(view.outline).toMatchObject({
      state: 'booked',
      enterprise: { id: 'enterprise-01', name: '演示企业1' },
      owner: { id: 'm-anna', name: '演示安娜' },
      meeting: { slotId: A(), placeName: '天安智谷一楼大厅' },
    })
    expect(view.full).toMatchObject({ question: SECRET, contact: { id: 'm-contact-1', name: '演示contact-1' } })
    expect(stored.slot(A())).toMatchObject({ state: 'booked', consultationId: view.outline.id })
    expect(told()).toEqual(['bookedWithYou m-anna'])
    expect(JSON.stringify(await cloud.all('messages'))).not.toContain('机密')
  })

  test('costs five round trips', async () => {
    await holdFor(1, A())
    let answer: { ok: boolean } = { ok: false }
    const trips = await cloud.roundTrips(async () => {
      answer = await bookHeld(1, A())
    })
    expect([answer.ok, trips]).toEqual([true, 5])
  })

  test('again answers with what stands, and writes nothing', async () => {
    const id = await booked(1, A())
    expect(ok(await bookHeld(1, A())).outline.id).toBe(id)
    await sweep(later(2 * MINUTE))
    expect(ok(await bookHeld(1, A(), { question: '另一个问题' })).full?.question).toBe(SECRET)
    expect(await cloud.all('consultations')).toHaveLength(1)
    expect(told()).toEqual(['bookedWithYou m-anna'])
  })

  test('a hold that lapsed, that is somebody else’s or that never was is refused', async () => {
    expect(await bookHeld(1, A())).toMatchObject(refused('holdLapsed'))
    await holdFor(2, A())
    expect(await bookHeld(1, A())).toMatchObject(refused('holdLapsed'))
    cloud.setNow(later(HOLD_MS + MINUTE))
    expect(await bookHeld(2, A())).toMatchObject(refused('holdLapsed'))
    expect(await cloud.all('consultations')).toEqual([])
  })

  test('words that must not be shown are refused, and the hold stays', async () => {
    await holdFor(1, A())
    expect(await bookHeld(1, A(), { question: '【违规】' })).toMatchObject(refused('textRisky'))
    expect((await bookHeld(1, A())).ok).toBe(true)
  })

  test('files come with it as short-lived addresses; one that is none is refused before the slot is taken', async () => {
    await holdFor(1, A())
    const pdf = Buffer.from('%PDF-1.4 演示')
    const { ticketId } = await upload('consultationFile', pdf, { as: 'contact-1', type: 'pdf' })
    const missing = { tickets: ['NOSUCHTICKET'] }
    expect(await bookHeld(1, A(), missing)).toMatchObject(refused('fileUnusable'))
    expect(stored.slot(A())).toMatchObject({ state: 'held' })
    const named = await upload('consultationFile', pdf, { as: 'contact-1', type: 'pdf', name: '研发合同.pdf' })
    const view = ok(await bookHeld(1, A(), { tickets: [ticketId, named.ticketId] }))
    // Each under the name that its owner gave it; one without is counted.
    const file1 = { name: '附件1.pdf', size: pdf.length, url: expect.stringMatching(/^http/) }
    expect(view.full?.files).toEqual([file1, { ...file1, name: '研发合同.pdf' }])
    const risky = { purpose: 'consultationFile', type: 'pdf', size: 10, name: '【违规】.pdf' } as const
    expect(await cloud.as('contact-1').call('file.ticket', risky)).toMatchObject(refused('textRisky'))
    const file = await fetch(view.full?.files[0]?.url ?? '')
    expect(Buffer.from(await file.arrayBuffer()).equals(pdf)).toBe(true)
  })

  test('nobody speaks for an enterprise that is not theirs', async () => {
    await holdFor(1, A())
    const answer = await cloud.as('contact-2').call('consultation.book', bookInput(1, A()))
    expect(answer).toMatchObject(refused('notAllowed'))
  })
})

describe('moving the meeting', () => {
  test('gives the old slot back at once, keeps the person and tells them', async () => {
    const id = await booked(1, A())
    await holdFor(1, B())
    expect(ok(await reschedule(id, B())).outline).toMatchObject({ state: 'booked', meeting: { slotId: B() } })
    expect([stored.slot(A())?.state, stored.slot(B())?.state]).toEqual(['free', 'booked'])
    expect(intervalsOf('enterprise-01')).toEqual([`slot~${B()}~${stored.slot(B())?.holdId}`])
    expect(told()).toEqual(['bookedWithYou m-anna', 'bookingMoved m-anna'])
    expect(ok(await reschedule(id, B())).outline.meeting?.slotId).toBe(B())
    expect(linesIn(id).map(({ text }) => text)).toEqual(['改约到11月28日 周六 10:30'])
  })

  test('there and back within a minute keeps what stands, whatever the timer repeats', async () => {
    const id = await booked(1, A())
    await holdFor(1, B())
    ok(await reschedule(id, B()))
    await holdFor(1, A())
    ok(await reschedule(id, A()))
    await sweep(later(2 * MINUTE))
    await sweep(later(4 * MINUTE))
    expect([stored.slot(A())?.state, stored.slot(B())?.state]).toEqual(['booked', 'free'])
    expect(stands(id)).toMatchObject({ slotId: A(), facts: [] })
  })

  test('offers every slot of its person, however many fit better, or of the team once the slot is lost', async () => {
    const id = await booked(1, A())
    const experts = Array.from({ length: 8 }, (_, at) => buildSpecialist(`m-expert-${at}`, { topics: ['policy'] }))
    const elsewhere = buildSpecialist('m-elsewhere', { teamId: 'team-02' })
    for (const { _id, teamId } of [...experts, elsewhere]) await raise(_id.slice(2), [teamOf('specialist', teamId)])
    await cloud.put('specialists', ...experts, elsewhere)
    await putDay(buildServiceDay('day-02', '2026-12-05', [anna, ...experts], { to: '13:30' }))
    await putDay(buildServiceDay('day-03', '2026-12-06', [elsewhere], { teamId: 'team-02' }))
    const offered = async (input: object) => {
      const question = { enterpriseId: 'enterprise-01', topic: 'policy' as const, ...input }
      const { items } = ok(await cloud.as('contact-1').call('consultation.offer', question))
      return items.map(({ specialist, slots }) => [specialist.id, slots.length] as const)
    }
    expect((await offered({})).map(([who]) => who)).not.toContain('m-anna')
    expect(await offered({ consultationId: id })).toEqual([['m-anna', 14]])
    await cloud.put('consultations', { ...stands(id), _id: 'unplaced-1', state: 'unplaced' })
    const team = new Set(['m-anna', 'm-bert', ...experts.map(({ _id }) => _id)])
    expect(new Set((await offered({ consultationId: 'unplaced-1' })).map(([who]) => who))).toEqual(team)
    const strange = { enterpriseId: 'enterprise-02', topic: 'tax' as const, consultationId: id }
    expect(await cloud.as('contact-2').call('consultation.offer', strange)).toMatchObject(refused('notFound'))
  })

  test('is refused without a hold, to another person, once it has begun and after it is over', async () => {
    const id = await booked(1, A())
    expect(await reschedule(id, B())).toMatchObject(refused('holdLapsed'))
    const berts = slotAt('bert', '10:30')
    await holdFor(1, berts)
    expect(await reschedule(id, berts)).toMatchObject(refused('otherPerson'))
    cloud.setNow(stands(id).startsAt ?? NOW)
    expect(await reschedule(id, B())).toMatchObject(refused('meetingBegun'))
    cloud.setNow(NOW)
    ok(await cancel(id))
    expect(await reschedule(id, B())).toMatchObject(refused('notBooked'))
  })
})

describe('giving it up', () => {
  test('frees the slot at once; the person is told, and nothing of the reason', async () => {
    const id = await booked(1, A())
    expect(ok(await cancel(id, '机密的原因')).outline).toMatchObject({ state: 'cancelled', meeting: expect.anything() })
    expect(stored.slot(A())).toMatchObject({ state: 'free', consultationId: null })
    expect(intervalsOf('enterprise-01')).toEqual([])
    expect(told()).toEqual(['bookedWithYou m-anna', 'bookingCancelled m-anna'])
    expect(JSON.stringify(await cloud.all('messages'))).not.toContain('机密')
    expect(ok(await cancel(id)).outline.state).toBe('cancelled')
    const again = await booked(2, A())
    await sweep(later(2 * MINUTE))
    expect(stored.slot(A())).toMatchObject({ state: 'booked', consultationId: again })
  })

  test('is refused once it has begun, after it was held, and with words that must not be shown', async () => {
    const id = await booked(1, A())
    expect(await cancel(id, '【违规】')).toMatchObject(refused('textRisky'))
    cloud.setNow(stands(id).startsAt ?? NOW)
    expect(await cancel(id)).toMatchObject(refused('meetingBegun'))
    ok(await cloud.as('anna').call('consultation.mark', { consultationId: id, as: 'started' }))
    expect(await cancel(id)).toMatchObject(refused('notBooked'))
    expect(await cancel('no-such-thing')).toMatchObject(refused('notFound'))
  })
})

describe('many at once', () => {
  test('of eight phones of one contact exactly one consultation comes', async () => {
    await holdFor(1, A())
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => cloud.over('contact-1').call('consultation.book', bookInput(1, A()))),
    )
    const ids = answers.map((answer) => ok(answer).outline.id)
    expect(new Set(ids).size).toBe(1)
    expect(await cloud.all('consultations')).toHaveLength(1)
    expect(told('bookedWithYou')).toEqual(['bookedWithYou m-anna'])
  }, 60_000)

  test('cancelling against moving: the slots that stand are those of the consultation', async () => {
    const id = await booked(1, A())
    await holdFor(1, B())
    const answers = await Promise.all([
      cloud.over('contact-1').call('consultation.cancel', { consultationId: id }),
      cloud.over('contact-1').call('consultation.reschedule', { consultationId: id, slotId: B() }),
    ])
    expect(tally(answers)['ok']).toBeGreaterThan(0)
    await sweep(later(2 * MINUTE))
    await sweep(later(8 * MINUTE))
    const { state, slotId } = stands(id)
    const taken = stored.slots({ enterpriseId: enterpriseId(1) }).map(({ _id }) => _id)
    expect(taken).toEqual(state === 'booked' ? [slotId] : [])
  }, 60_000)
})
