/** Planning, publishing, moving and cancelling a service day. */
import { slotTimes } from '@/domain/service/rules'
import type { InputFor } from '@/domain/contracts'
import type { MessageDoc } from '../../cloudfunctions/message/store/messages'
import { bookedBy, buildServiceDay } from '../../config/seed/service-builders'
import { cloud } from '../support/cloud'
import { HOUR, NOW, raise } from '../support/park'
import {
  anna,
  bert,
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
  teamOf,
} from '../support/service'

type Draft = InputFor<'service.save'>['draft']

const place = { name: '天安智谷一楼大厅', address: '', latitude: null, longitude: null }
const draft = (overrides: Partial<Draft> = {}): Draft => ({
  title: '税务专场',
  day: SATURDAY,
  from: '09:00',
  to: '11:00',
  breaks: [{ from: '10:00', to: '10:10' }],
  slotMinutes: 20,
  place,
  tables: [{ specialistId: 'm-anna' }, { specialistId: 'm-bert' }],
  notes: '请带营业执照',
  ...overrides,
})
const leader = () => cloud.as('leader')
const save = (overrides: Partial<Draft> = {}, more: object = {}) =>
  leader().call('service.save', { requestId: 'request-1', teamId: 'team-01', draft: draft(overrides), ...more })
const refused = (code: string, detail?: object) => ({
  ok: false,
  error: { code, ...(detail && { detail }), requestId: expect.any(String) },
})
const opened = async () => {
  cloud.setNow(NOW)
  await raiseTeam()
}
/** A saved draft's id. */
const saved = async (overrides: Partial<Draft> = {}): Promise<string> => {
  const answer = await save(overrides)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.data.id
}
const publish = (serviceDayId: string, rev = 1) => leader().call('service.publish', { serviceDayId, rev })
const told = async (kind: string) =>
  (await cloud.all<MessageDoc>('messages'))
    .filter((one) => one.kind === kind)
    .map(({ to }) => to)
    .sort()

describe('a draft', () => {
  test('is written once however often it is sent, and again with what was changed', async () => {
    await opened()
    const first = await save()
    expect(first).toMatchObject({ ok: true, data: { rev: 1, state: 'draft', booked: 0, draft: draft() } })
    expect(await save()).toEqual(first)
    const serviceDayId = first.ok ? first.data.id : ''
    const changed = await save({ title: '税务与政策' }, { serviceDayId, rev: 1 })
    expect(changed).toMatchObject({ ok: true, data: { id: serviceDayId, rev: 2, draft: { title: '税务与政策' } } })
    expect(await save({ title: '税务与政策' }, { serviceDayId, rev: 1 })).toEqual(changed)
    expect(await save({ title: '别的' }, { serviceDayId, rev: 1 })).toEqual(refused('changedMeanwhile'))
    expect(await leader().call('service.edit', { serviceDayId })).toEqual(changed)
  })

  test('has people of its own team, and words that everybody may read', async () => {
    await opened()
    expect(await save({ tables: [{ specialistId: 'm-leader' }] })).toEqual(refused('notInTeam'))
    for (const risky of [{ title: '【违规】' }, { notes: '【违规】' }, { place: { ...place, name: '【违规】' } }])
      expect(await save(risky)).toEqual(refused('textRisky'))
    expect(await cloud.all('serviceDays')).toEqual([])
  })

  test('is seen by those who lead its team alone, and thrown away by them', async () => {
    await opened()
    const id = await saved()
    await raise('other', [teamOf('teamLeader', 'team-02')])
    expect(await cloud.as('anna').call('service.day', { serviceDayId: id })).toEqual(refused('notFound'))
    expect(await leader().call('service.day', { serviceDayId: id })).toMatchObject({
      ok: true,
      data: { manages: true },
    })
    const discard = (openid: string, rev = 1) => cloud.as(openid).call('service.discard', { serviceDayId: id, rev })
    expect(await discard('other')).toEqual(refused('notAllowed'))
    expect(await discard('leader', 7)).toEqual(refused('changedMeanwhile'))
    expect(await discard('leader')).toEqual({ ok: true, data: { discarded: true } })
    expect(stored.day(id)).toBeUndefined()
  })
})

/** One more table, enough to pass two hundred slots. */
const many = () => [{ specialistId: 'm-table-1' }]

describe('publishing', () => {
  test('makes the slots, takes everyone’s time and tells them, once', async () => {
    await opened()
    const id = await saved()
    const answer = await publish(id)
    expect(answer).toMatchObject({ ok: true, data: { state: 'published', rev: 2 } })
    const times = slotTimes({ ...draft(), slotMinutes: 20 })
    expect(
      stored.slots({ dayId: id }).map(({ startsAt, state, specialistId }) => [Number(startsAt), state, specialistId]),
    ).toEqual(['m-anna', 'm-bert'].flatMap((person) => times.map(({ startsAt }) => [Number(startsAt), 'free', person])))
    expect([intervalsOf('m-anna'), intervalsOf('m-bert')]).toEqual([[`day~${id}~1`], [`day~${id}~1`]])
    expect(await publish(id)).toEqual(answer)
    expect(await told('onTable')).toEqual(['m-anna', 'm-bert'])
    const seen = await cloud.as('').call('service.day', { serviceDayId: id })
    expect(seen).toMatchObject({ ok: true, data: { day: { free: 10, slots: 10 }, manages: false } })
  })

  test.each<[string, Partial<Draft>]>([
    ['titleMissing', { title: '' }],
    ['placeMissing', { place: { ...place, name: '' } }],
    ['timesWrong', { to: '09:00' }],
    ['breakWrong', { breaks: [{ from: '08:00', to: '09:10' }] }],
    ['nobodySits', { tables: [] }],
    ['personTwice', { tables: [{ specialistId: 'm-anna' }, { specialistId: 'm-anna' }] }],
    [
      'tooManySlots',
      { from: '00:00', to: '23:59', slotMinutes: 15, breaks: [], tables: draft().tables.concat(many()) },
    ],
    ['noSlot', { to: '09:10', breaks: [] }],
    ['dayPassed', { day: '2026-11-20' }],
  ])('is refused as long as the draft says %s', async (code, overrides) => {
    await opened()
    await cloud.put('specialists', ...many().map(({ specialistId }) => ({ ...anna, _id: specialistId })))
    const id = await saved(overrides)
    expect(await publish(id)).toEqual(refused(code))
    expect([stored.day(id)?.state, stored.slots().length, intervalsOf('m-anna')]).toEqual(['draft', 0, []])
  })

  test('is refused for another draft than was read, and for people who left the team', async () => {
    await opened()
    const id = await saved()
    expect(await publish(id, 3)).toEqual(refused('changedMeanwhile'))
    await putAway('m-bert')
    expect(await publish(id)).toEqual(refused('notInTeam'))
    expect(intervalsOf('m-anna')).toEqual([])
  })

  test('is refused while somebody sits elsewhere at that time, and takes nobody’s time then', async () => {
    await opened()
    await putDay(buildServiceDay('day-02', SATURDAY, [bert], { from: '10:30', to: '12:00' }))
    const id = await saved()
    const at = stored.day('day-02')?.startsAt.getTime()
    expect(await publish(id)).toEqual(refused('personBusy', { name: '演示伯特', at, now: NOW.getTime() }))
    expect([intervalsOf('m-anna'), intervalsOf('m-bert')]).toEqual([[], ['day~day-02~1']])
    await save({ to: '10:30', breaks: [] }, { serviceDayId: id, rev: 1 })
    expect(await publish(id, 2)).toMatchObject({ ok: true })
  })

  test('of two at once on the same people one is made', async () => {
    await opened()
    const one = await saved()
    const other = await leader().call('service.save', { requestId: 'request-2', teamId: 'team-01', draft: draft() })
    const answers = await Promise.all([publish(one), publish(other.ok ? other.data.id : '')])
    const made = stored.slots().map(({ dayId }) => dayId)
    expect([...new Set(made)].length).toBeLessThanOrEqual(1)
    expect(answers.filter(({ ok }) => ok).length).toBe(new Set(made).size)
    expect(intervalsOf('m-anna').length).toBe(new Set(made).size)
  })
})

const putAway = async (specialistId: string) => {
  const { specialists } = await import('../../cloudfunctions/service/store/specialists')
  await specialists.change({ _id: specialistId }, { active: false })
}

describe('a published day', () => {
  const edited = (overrides: Partial<Draft> = {}): Draft =>
    draft({ title: '链上服务日', from: '09:00', to: '12:00', breaks: [], slotMinutes: 30, notes: '', ...overrides })
  const change = (overrides: Partial<Draft>) =>
    leader().call('service.save', {
      requestId: 'request-9',
      teamId: 'team-01',
      serviceDayId: DAY_ID,
      rev: 2,
      draft: edited(overrides),
    })

  test('can be given another title and notes, and another place of which its slots know', async () => {
    await furnish()
    const elsewhere = { ...place, name: '党群服务中心' }
    expect(await change({ notes: '二楼', place: elsewhere })).toMatchObject({ ok: true, data: { rev: 3 } })
    expect([...new Set(stored.slots().map(({ placeName }) => placeName))]).toEqual(['党群服务中心'])
    expect(stored.slots({ state: 'free' })).toHaveLength(12)
  })

  test('of the past is corrected without telling those who sat there to go anywhere', async () => {
    await furnish()
    cloud.setNow(new Date((stored.day()?.endsAt.getTime() ?? 0) + HOUR))
    expect(await change({ place: { ...place, name: '党群服务中心' } })).toMatchObject({ ok: true })
    expect([...new Set(stored.slots().map(({ placeName }) => placeName))]).toEqual(['党群服务中心'])
    expect(await cloud.all('messages')).toEqual([])
  })

  test('can be given neither other times nor other people, nor lose its title or place', async () => {
    await furnish()
    expect(await change({ to: '13:00' })).toEqual(refused('published'))
    expect(await change({ tables: [] })).toEqual(refused('published'))
    expect(await change({ title: '' })).toEqual(refused('titleMissing'))
    expect(await change({ place: { ...place, name: '' } })).toEqual(refused('placeMissing'))
    const discarded = await leader().call('service.discard', { serviceDayId: DAY_ID, rev: 2 })
    expect(discarded).toEqual(refused('published'))
  })

  test('stands in the lists with what is free and booked', async () => {
    await furnish()
    await take(0)
    await putDay(buildServiceDay('day-02', '2026-11-20', [anna]))
    const card = { id: DAY_ID, free: 11, slots: 12, people: [{ id: 'm-anna' }, { id: 'm-bert' }] }
    const coming = await cloud.as('').call('service.coming', {})
    expect(coming).toMatchObject({ ok: true, data: { days: [card] } })
    const managed = await leader().call('service.managed', {})
    expect(managed).toMatchObject({ ok: true, data: { items: [{ ...card, booked: 1, rev: 2 }] } })
    const past = await leader().call('service.managed', { when: 'past' })
    expect(past).toMatchObject({ ok: true, data: { items: [{ id: 'day-02', free: 0 }], nextCursor: null } })
    expect(await cloud.roundTrips(() => cloud.as('anna').call('service.coming', {}))).toBe(3)
  })
})

/** Makes one slot of the day somebody's. */
const take = async (at: number, enterprise = enterpriseId(1)) => {
  const slot = stored.slots({ dayId: DAY_ID })[at]
  const { serviceSlots } = await import('../../cloudfunctions/service/store/slots')
  await serviceSlots.change({ _id: slot?._id }, bookedBy(enterprise, `c-${at}`, 'm-contact-1'))
  return slot?._id ?? ''
}

type Move = InputFor<'service.move'>
const move = (overrides: Partial<Move> = {}) =>
  leader().call('service.move', {
    serviceDayId: DAY_ID,
    rev: 2,
    day: SATURDAY,
    from: '10:00',
    to: '13:00',
    breaks: [],
    place,
    reason: '场地冲突',
    ...overrides,
  })

describe('moving a day', () => {
  test('keeps the slots of times that it still has, withdraws the others, and moves everyone’s time', async () => {
    await furnish()
    const first = await move()
    expect(first).toMatchObject({ ok: true, data: { rev: 3, draft: { from: '10:00', to: '13:00' } } })
    const byState = (state: string) =>
      stored.slots({ state, specialistId: 'm-anna' }).map(({ startsAt }) => Number(startsAt))
    const start = stored.day()?.startsAt.getTime() ?? 0
    const half = (n: number) => start + n * (HOUR / 2)
    expect(byState('free')).toEqual([0, 1, 2, 3, 4, 5].map(half))
    expect(byState('withdrawn')).toEqual([-2, -1].map(half))
    expect(intervalsOf('m-anna')).toEqual([`day~${DAY_ID}~2`])
    expect(await move()).toEqual(first)
    // The same times at another place, or with a break, are another move and not a repetition.
    expect(await move({ place: { ...place, name: '党群服务中心' } })).toEqual(refused('changedMeanwhile'))
    expect(await move({ breaks: [{ from: '11:00', to: '11:30' }] })).toEqual(refused('changedMeanwhile'))
    const seen = await cloud.as('').call('service.day', { serviceDayId: DAY_ID })
    expect(seen).toMatchObject({ ok: true, data: { slots: { length: 12 }, day: { movedAt: NOW.getTime() } } })
    // There and back again.
    expect(await move({ rev: 3, from: '09:00', to: '12:00' })).toMatchObject({ ok: true })
    expect(byState('free')).toEqual([-2, -1, 0, 1, 2, 3].map(half))
    expect(byState('withdrawn')).toEqual([4, 5].map(half))
    await sweepAt(new Date(NOW.getTime() + 61_000))
    expect([intervalsOf('m-anna'), stored.day()?.facts]).toEqual([[`day~${DAY_ID}~3`], []])
  })

  test('lets go of whoever fills in a form for a time that is no more', async () => {
    await furnish()
    const slot = stored.slots({ dayId: DAY_ID })[0]
    const hold = { slotId: slot?._id ?? '', enterpriseId: 'enterprise-01' }
    expect(await cloud.as('contact-1').call('service.hold', hold)).toMatchObject({ ok: true })
    await move()
    expect([stored.slot(hold.slotId)?.state, intervalsOf('enterprise-01')]).toEqual(['withdrawn', []])
    expect(await cloud.as('contact-1').call('service.hold', hold)).toEqual(refused('slotWithdrawn'))
  })

  test.each<[string, Partial<Move>]>([
    ['changedMeanwhile', { rev: 9 }],
    ['timesWrong', { to: '10:00' }],
    ['breakWrong', { breaks: [{ from: '12:00', to: '14:00' }] }],
    ['noSlot', { to: '10:20' }],
    ['tooManySlots', { from: '00:00', to: '23:59' }],
    ['dayPassed', { day: '2026-11-20' }],
    ['placeMissing', { place: { ...place, name: '' } }],
    ['textRisky', { reason: '【违规】' }],
  ])('is refused with %s', async (code, overrides) => {
    const people = code === 'tooManySlots' ? ['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...anna, _id: `m-${id}` })) : []
    await furnish()
    if (people.length > 0) await retable(people)
    expect(await move(overrides)).toEqual(refused(code))
    expect([stored.day()?.edition, intervalsOf('m-anna')]).toEqual([1, [`day~${DAY_ID}~1`]])
  })

  test('is refused for a draft, a cancelled day, one that has begun, and people who sit elsewhere then', async () => {
    await furnish()
    await putDay(buildServiceDay('day-02', '2026-11-29', [bert], { from: '14:00', to: '16:00' }))
    const at = stored.day('day-02')?.startsAt.getTime()
    const busy = refused('personBusy', { name: '演示伯特', at, now: NOW.getTime() })
    expect(await move({ day: '2026-11-29', from: '13:00', to: '15:00' })).toEqual(busy)
    expect(intervalsOf('m-anna')).toEqual([`day~${DAY_ID}~1`])
    const id = await saved({ day: '2026-12-05' })
    expect(await move({ serviceDayId: id, rev: 1 })).toEqual(refused('notPublished'))
    await leader().call('service.cancelDay', { serviceDayId: 'day-02', rev: 2, reason: '台风' })
    expect(await move({ serviceDayId: 'day-02', rev: 3 })).toEqual(refused('cancelled'))
    cloud.setNow(stored.day()?.startsAt ?? NOW)
    expect(await move({ day: '2026-12-05' })).toEqual(refused('dayBegun'))
  })
})

const retable = async (people: (typeof anna)[]) => {
  const { serviceDays } = await import('../../cloudfunctions/service/store/days')
  const day = buildServiceDay(DAY_ID, SATURDAY, people)
  await serviceDays.change({ _id: DAY_ID }, { tables: day.tables })
}

describe('cancelling a day', () => {
  const cancel = (overrides: Partial<InputFor<'service.cancelDay'>> = {}) =>
    leader().call('service.cancelDay', { serviceDayId: DAY_ID, rev: 2, reason: '台风', ...overrides })

  test('withdraws every slot, gives everyone their time back, and says why', async () => {
    await furnish()
    const booked = await take(0)
    const answer = await cancel()
    expect(answer).toMatchObject({ ok: true, data: { state: 'cancelled', cancelReason: '台风' } })
    expect(await cancel()).toEqual(answer)
    expect(stored.slots({ state: 'free' })).toEqual([])
    expect(stored.slot(booked)).toMatchObject({ withdrawnBy: 'cancelled' })
    expect([intervalsOf('m-anna'), intervalsOf('m-bert')]).toEqual([[], []])
    const seen = await cloud.as('').call('service.day', { serviceDayId: DAY_ID })
    expect(seen).toMatchObject({ ok: true, data: { day: { state: 'cancelled', cancelReason: '台风', free: 0 } } })
    expect(await publish(DAY_ID, 3)).toEqual(refused('cancelled'))
    const saving = { requestId: 'request-8', teamId: 'team-01', serviceDayId: DAY_ID, rev: 3, draft: draft() }
    expect(await leader().call('service.save', saving)).toEqual(refused('cancelled'))
  })

  test('is refused for a draft, another version, unfit words, and a day that is over', async () => {
    await furnish()
    const id = await saved({ day: '2026-12-05' })
    expect(await cancel({ serviceDayId: id, rev: 1 })).toEqual(refused('notPublished'))
    expect(await cancel({ rev: 7 })).toEqual(refused('changedMeanwhile'))
    expect(await cancel({ reason: '【违规】' })).toEqual(refused('textRisky'))
    cloud.setNow(stored.day()?.endsAt ?? NOW)
    expect(await cancel()).toEqual(refused('dayOver'))
  })
})

test('a list of days costs the same with one and with twenty', async () => {
  await opened()
  await raiseEnterprises(1)
  const trips: number[] = []
  for (const n of [1, 20]) {
    for (let at = n === 1 ? 0 : 1; at < n; at++)
      await putDay(buildServiceDay(`day-${at + 10}`, `2026-12-${String(at + 1).padStart(2, '0')}`, [anna]))
    trips.push(await cloud.roundTrips(() => leader().call('service.managed', {})))
    trips.push(await cloud.roundTrips(() => cloud.as('contact-1').call('service.coming', {})))
  }
  expect(trips).toEqual([4, 3, 4, 3])
})
